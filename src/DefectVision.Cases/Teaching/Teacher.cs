using DefectVision.Evidence;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cases.Teaching;

/// <summary>
/// From what persons answered in a case to labelled photos, by its record. All photos of an item that was found good are good; of an item that was found defective count
/// those that show the defect (<see cref="DefectPhotos"/>). Items that are unread, unsure, disputed or perhaps another item once more give none.
/// </summary>
internal sealed class Teacher
{
    private const string NotRead = "of which no photo of their own could be read";
    private const string NotDecided = "of which the readers are unsure or do not agree";
    private const string PerhapsAnother = "which may be other items once more";
    private const string Contradicted = "whose photos stand for another item, too, that was answered otherwise";
    private const string NotKnown = "found defective, and nothing tells which of their photos shows it (in the list of answers, name the photo by its path in the column item, and inspect again)";

    private readonly OpenedCase _case;
    private readonly string _shipment;
    private readonly ILookup<(string Lot, string Item), InspectedFile> _photos;
    private readonly ILookup<(string Lot, string Item), Confirmation> _readings;
    private readonly ILookup<string?, (string Lot, string Item)> _itemsOf;
    private readonly Dictionary<(string Lot, string Item), Item> _answered;

    private Teacher(OpenedCase opened)
    {
        _case = opened;
        var photos = opened.Record.Files.Where(file => file.Place is not null && file.Outcome != PhotoOutcome.Attachment).ToList();
        _photos = photos.ToLookup(file => (file.Place!.Lot, file.Place.Item));
        _readings = (opened.Record.Confirmed?.Readings ?? []).ToLookup(reading => (reading.Lot, reading.Item));
        _itemsOf = photos.ToLookup(file => file.Sha256, file => (file.Place!.Lot, file.Place.Item));
        _answered = opened.Record.Lots
            .SelectMany(judged => judged.Lot.AllItems.Where(item => item.Review is not null).Select(item => (judged.Lot.Name, Item: item)))
            .ToDictionary(entry => (entry.Name, entry.Item.Name), entry => entry.Item);
        if (_answered.Count == 0)
        {
            throw new CaseException($"{Name}: found no item that a person answered for, wanted answers: fill in {EvidenceWriter.ToConfirmName} as {Confirmations.FileName} and inspect again");
        }

        _shipment = ShipmentPlace.Of(opened);
    }

    private string Name => Path.GetFileName(_case.Folder);

    /// <exception cref="CaseException">Nobody answered, or nothing that was answered gives a photo.</exception>
    /// <exception cref="DirectoryNotFoundException">The photos are no longer where they were inspected.</exception>
    public static AnsweredPhotos Of(OpenedCase opened) => new Teacher(opened).Answers();

    private AnsweredPhotos Answers()
    {
        var told = _answered.Select(entry => (entry.Key.Lot, entry.Value, Told: Told(entry.Key.Lot, entry.Value))).ToList();
        List<LeftOutItems> leftOut =
        [
            .. told.Where(item => item.Told.Why is not null)
                .GroupBy(item => item.Told.Why!, item => $"{item.Lot}: {item.Value.Name}")
                .Select(items => new LeftOutItems(items.Key, [.. items])),
        ];
        var photos = told.SelectMany(item => item.Told.Photos).ToList();
        return photos.Count > 0
            ? new AnsweredPhotos(_case.Record.Name, photos, _case.Record.Confirmed?.Readers ?? [], leftOut)
            {
                Case = Name,
                Inspected = _itemsOf.Select(photo => photo.Key).OfType<string>().ToHashSet(StringComparer.Ordinal),
            }
            : throw new CaseException($"{Name}: found no photo to learn from among the items that persons answered for, wanted one at least: {string.Join("; ", leftOut)}");
    }

    private (IReadOnlyList<AnsweredPhoto> Photos, string? Why) Told(string lot, Item item)
    {
        if (item.IsSuspectedDuplicate)
        {
            return ([], PerhapsAnother);
        }

        if (item.IsDisputed)
        {
            return ([], NotDecided);
        }

        if (!item.HasReadablePhoto)
        {
            return ([], NotRead);
        }

        var defect = item.IsConfirmed ? new DefectPhotos(item, [.. _photos[(lot, item.Name)]], _readings[(lot, item.Name)]) : null;
        var known = (defect?.Shown() ?? item.Photos.Where(photo => photo.IsReadable)).ToList();
        var agreed = known.Where(photo => _itemsOf[photo.Sha256].All(other => !_answered.TryGetValue(other, out var too) || too.Review!.Answer == item.Review!.Answer)).ToList();
        return agreed.Count > 0 ? ([.. agreed.Select(photo => Answered(lot, item, photo, defect?.ClassOf(photo)))], null) : ([], known.Count > 0 ? Contradicted : NotKnown);
    }

    private AnsweredPhoto Answered(string lot, Item item, InspectedFile photo, string? defectClass)
    {
        var readings = _readings[(lot, item.Name)].ToList();
        return new AnsweredPhoto(photo.Path, ShipmentFile.FullPath(_shipment, _case.Folder, photo.Path), photo.Sha256!, lot, item.Name, !item.IsConfirmed, defectClass)
        {
            View = photo.Place!.View,
            Regions = item.IsConfirmed ? [.. readings.Where(reading => reading.Word == ReaderWord.Defective && reading.Photo == photo.Path).Select(reading => reading.Region).OfType<PhotoRegion>().Distinct()] : [],
            Readers = [.. item.Review!.Readings.Select(reading => reading.Reader)],
            Answered = readings.MaxBy(reading => reading.Time)?.When ?? string.Empty,
        };
    }
}
