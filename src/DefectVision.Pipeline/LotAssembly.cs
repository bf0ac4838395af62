using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline;

/// <summary>From what each file turned out to be to lots of items: duplicates are told, items exist or not, every lot is judged.</summary>
internal sealed class LotAssembly
{
    private readonly ShipmentIntake _intake;
    private readonly IReadOnlyList<InspectedFile> _files;
    private readonly DrawList? _draw;
    private readonly Dictionary<(string Lot, string Item), List<InspectedFile>> _photos;
    private readonly ILookup<string, string> _items;
    private readonly ILookup<string, string> _shared;

    public LotAssembly(ShipmentIntake intake, IReadOnlyList<InspectedFile> files, DrawList? draw)
    {
        _intake = intake;
        _files = files;
        _draw = draw;
        _photos = files
            .Where(file => file.Place is not null && file.Outcome != PhotoOutcome.Duplicate)
            .GroupBy(file => (file.Place!.Lot, file.Place.Item))
            .ToDictionary(group => group.Key, group => group.ToList());
        var existing = _photos
            .Where(entry => entry.Value.Any(photo => photo.Outcome == PhotoOutcome.Scored))
            .Select(entry => entry.Key)
            .Union(intake.NamedItems)
            .ToList();
        _items = existing.ToLookup(key => key.Lot, key => key.Item);
        Items = [.. existing.Union(intake.ItemSources.Keys.SelectMany(lot => DrawnOf(lot)?.Select(item => (lot, item)) ?? []))];
        _shared = Shared(files);
    }

    /// <summary>Files with their final outcome, in path order: of photos with the same bytes the first by path counts, the others repeat it.</summary>
    public static IReadOnlyList<InspectedFile> Files(ShipmentIntake intake, IReadOnlyDictionary<string, JournalEntry> entries)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var files = new List<InspectedFile>(intake.Files.Count);
        foreach (var found in intake.Files)
        {
            var entry = entries[found.Path];
            var place = entry.Outcome is PhotoOutcome.NotAPhoto or PhotoOutcome.SystemFile or PhotoOutcome.OutsideAnyLot ? null : found.Place;
            var file = new InspectedFile(found.Path, entry.Bytes, entry.Sha256, entry.Outcome, entry.Reason, place, entry.Facts, entry.Finding, null);
            if (entry.Outcome == PhotoOutcome.Scored && !first.TryAdd(entry.Sha256!, found.Path))
            {
                var same = first[entry.Sha256!];
                file = file with { Outcome = PhotoOutcome.Duplicate, Reason = $"the same bytes as {same}", Finding = null, SameAs = same };
            }

            files.Add(file);
        }

        return files;
    }

    /// <summary>Every lot that a statement can be planned for before a photo is opened: those with photos by name, and those agreed.</summary>
    public static IEnumerable<string> Planned(ShipmentIntake intake, Agreement agreement, AgreedTerms terms)
    {
        var met = intake.ItemSources.Keys.Select(terms.KeyOf).ToHashSet();
        return intake.ItemSources.Keys.Concat(agreement.Lots.Keys.Where(lot => !met.Contains(lot)));
    }

    /// <summary>Every item that a reader can speak of: photographed, named or drawn.</summary>
    public IReadOnlyCollection<(string Lot, string Item)> Items { get; }

    /// <summary>True when a list speaks of this lot: by its whole name or the last part of it.</summary>
    public static bool IsNamed(string lot, string name) => Inspection.Lot.IsNamed(lot, name);

    /// <summary>Every lot, judged, in ordinal order of name; a lot that the agreement names and nobody photographed is among them.</summary>
    public IReadOnlyList<LotJudgement> Lots(Agreement agreement, AgreedTerms terms, ConfirmedList? confirmed)
    {
        var readings = (confirmed?.Readings ?? []).ToLookup(reading => (reading.Lot, reading.Item));
        return
        [
            .. Planned(_intake, agreement, terms)
                .Union(_files.Where(file => file.Place is not null).Select(file => file.Place!.Lot))
                .Order(StringComparer.Ordinal)
                .Select(name => LotJudge.Judge(Lot(name, terms, readings), terms)),
        ];
    }

    private Lot Lot(string name, AgreedTerms terms, ILookup<(string Lot, string Item), Confirmation> readings)
    {
        var found = _items[name].ToHashSet(StringComparer.Ordinal);
        var drawn = DrawnOf(name);
        var lot = new Lot(name, terms.SizeOf(name), _intake.ItemSources.GetValueOrDefault(name, ItemSource.EachPhoto), [.. Judged(drawn ?? found)])
        {
            SharedPhotos = [.. _shared[name].Order(StringComparer.Ordinal)],
        };
        return drawn is null ? lot : lot with
        {
            NotDrawn = [.. Judged(found.Except(drawn))],
            Draw = new DrawCheck(
                drawn.Count,
                [.. drawn.Where(item => !found.Contains(item)).Order(StringComparer.Ordinal)],
                [.. found.Where(item => !drawn.Contains(item)).Order(StringComparer.Ordinal)]),
        };

        IEnumerable<Item> Judged(IEnumerable<string> items) => items
            .Order(StringComparer.Ordinal)
            .Select(item => ItemJudge.Judge(item, _photos.GetValueOrDefault((name, item), []), terms, ItemReview.Of([.. readings[(name, item)]])));
    }

    private IReadOnlySet<string>? DrawnOf(string lot) =>
        _draw?.Items.Where(entry => IsNamed(lot, entry.Key)).OrderByDescending(entry => entry.Key.Length).Select(entry => entry.Value).FirstOrDefault();

    // By lot: photos whose bytes stand for an item of it and for another item, there or in another lot.
    private static ILookup<string, string> Shared(IReadOnlyList<InspectedFile> files)
    {
        var places = files.Where(file => file.Place is not null).ToDictionary(file => file.Path, StringComparer.Ordinal);
        return files
            .Where(file => file is { SameAs: not null, Place: not null } && places.TryGetValue(file.SameAs, out var first)
                && (first.Place!.Lot, first.Place.Item) != (file.Place.Lot, file.Place.Item))
            .SelectMany(file => new[] { (file.Place!.Lot, file.Path), (places[file.SameAs!].Place!.Lot, Path: file.SameAs!) })
            .Distinct()
            .ToLookup(pair => pair.Item1, pair => pair.Item2);
    }
}
