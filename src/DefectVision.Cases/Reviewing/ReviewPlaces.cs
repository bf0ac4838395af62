using DefectVision.Imaging;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Reviewing;

/// <summary>The items and photos of a case under the ids by which a review knows them: nothing else can be asked for.</summary>
internal sealed class ReviewPlaces
{
    private readonly Dictionary<string, (string Lot, Item Item)> _items = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Lot, string Item), string> _ids = [];
    private readonly Dictionary<string, InspectedFile> _photos = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Lot, string View), IReadOnlyList<InspectedFile>> _typical;

    public ReviewPlaces(InspectionRecord record)
    {
        foreach (var (judged, lot) in record.Lots.Select((judged, number) => (judged, number + 1)))
        {
            foreach (var (item, number) in judged.Lot.AllItems.Select((item, number) => (item, number + 1)))
            {
                var id = FormattableString.Invariant($"{lot}-{number}");
                _items.Add(id, (judged.Lot.Name, item));
                _ids.Add((judged.Lot.Name, item.Name), id);
            }
        }

        foreach (var file in record.Files.Where(file => file is { Sha256: not null, Facts: not null, Place: not null }))
        {
            _photos.TryAdd(file.Sha256!, file);
        }

        _typical = Typical(record);
    }

    public string IdOf(string lot, string item) => _ids[(lot, item)];

    /// <summary>Null where there is no such item.</summary>
    public (string Lot, Item Item)? Item(string id) => _items.TryGetValue(id, out var found) ? found : null;

    /// <summary>Null where the case has no such item: a review may know of goods that are gone.</summary>
    public Item? Item(string lot, string item) => _ids.TryGetValue((lot, item), out var id) ? _items[id].Item : null;

    /// <summary>Null where the case has no such photo.</summary>
    public InspectedFile? Photo(string id) => _photos.GetValueOrDefault(id);

    public static ReviewPhoto Shown(InspectedFile photo)
    {
        var header = photo.Facts is { } facts ? new PhotoHeader(PhotoFormat.Unknown, facts.Width, facts.Height, facts.Orientation) : null;
        return new ReviewPhoto(photo.Sha256!, Path.GetFileName(photo.Path), photo.Place?.View ?? string.Empty, header?.UprightWidth ?? 0, header?.UprightHeight ?? 0);
    }

    /// <summary>A good or typical photo of another item, of the same view; null where there is none.</summary>
    public ReviewPhoto? Reference(string lot, Item item, InspectedFile photo) =>
        _typical.GetValueOrDefault((lot, photo.Place?.View ?? string.Empty))?.FirstOrDefault(other => other.Place!.Item != item.Name) is { } typical ? Shown(typical) : null;

    // Of each view of a lot photos of items that persons found good, then the least suspect: two, for the one may be of the item itself.
    private static Dictionary<(string Lot, string View), IReadOnlyList<InspectedFile>> Typical(InspectionRecord record)
    {
        var answers = record.Lots
            .SelectMany(judged => judged.Lot.AllItems.Where(item => item.Review is not null).Select(item => (judged.Lot.Name, Item: item)))
            .ToDictionary(entry => (entry.Name, entry.Item.Name), entry => entry.Item.Review!.Answer);
        ReviewAnswer? AnswerOf(InspectedFile photo) => answers.TryGetValue((photo.Place!.Lot, photo.Place.Item), out var answer) ? answer : null;
        return record.Files
            .Where(file => file is { IsReadable: true, Place: not null }
                && (AnswerOf(file) is { } answer ? answer == ReviewAnswer.Overruled : file.Finding?.Standing is null or Standing.Clear or Standing.NotJudged))
            .GroupBy(file => (file.Place!.Lot, file.Place.View))
            .ToDictionary(group => group.Key, IReadOnlyList<InspectedFile> (group) =>
            [
                .. group.OrderBy(file => AnswerOf(file) is null ? 1 : 0)
                    .ThenBy(file => file.Rank ?? double.MaxValue)
                    .ThenBy(file => file.Path, StringComparer.Ordinal)
                    .DistinctBy(file => file.Place!.Item)
                    .Take(2),
            ]);
    }
}
