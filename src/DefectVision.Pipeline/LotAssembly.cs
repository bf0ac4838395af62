using DefectVision.Inspection;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline;

/// <summary>From what each file turned out to be to lots of items: duplicates are told, items exist or not.</summary>
internal sealed class LotAssembly
{
    private readonly ShipmentIntake _intake;
    private readonly IReadOnlyList<InspectedFile> _files;
    private readonly DrawList? _draw;
    private readonly Dictionary<(string Lot, string Item), List<InspectedFile>> _photos;
    private readonly Dictionary<(string Lot, string Item), List<InspectedFile>> _context;
    private readonly ILookup<string, string> _items;

    public LotAssembly(ShipmentIntake intake, IReadOnlyList<InspectedFile> files, DrawList? draw)
    {
        _intake = intake;
        _files = files;
        _draw = draw;
        _photos = files
            .Where(file => file.Place is not null && file.Outcome is not (PhotoOutcome.Duplicate or PhotoOutcome.Attachment))
            .GroupBy(file => (file.Place!.Lot, file.Place.Item))
            .ToDictionary(group => group.Key, group => group.ToList());

        _context = files
            .Where(file => file is { IsContext: true, Outcome: PhotoOutcome.Attachment, Place: not null })
            .GroupBy(file => (file.Place!.Lot, file.Place.Item))
            .ToDictionary(group => group.Key, group => group.ToList());

        // Whatever became of its photos, an item that was photographed stays in the sample: a damaged photo must not make a lot look better or worse.
        var existing = files
            .Where(file => file.Place is not null && (file.Outcome != PhotoOutcome.Attachment || file.IsContext))
            .Select(file => (file.Place!.Lot, file.Place.Item))
            .Distinct()
            .Union(intake.NamedItems)
            .ToList();
        _items = existing.ToLookup(key => key.Lot, key => key.Item);
        Items = [.. existing.Union(intake.ItemSources.Keys.SelectMany(lot => _draw?.Of(lot)?.Items.Select(item => (lot, item)) ?? []))];
        var known = Items.ToHashSet();
        Photos = [.. files.Where(file => file.Place is { } place && known.Contains((place.Lot, place.Item))).Select(file => (file.Path, file.Place!.Lot, file.Place.Item))];
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
            var file = new InspectedFile(found.Path, entry.Bytes, entry.Sha256, entry.Outcome, entry.Reason, place, entry.Facts, entry.Finding, null) { Codes = entry.Codes, NearLot = found.NearLot, IsContext = found.IsContext && entry.Outcome == PhotoOutcome.Attachment };
            if (file.IsReadable && !first.TryAdd(entry.Sha256!, found.Path))
            {
                var same = first[entry.Sha256!];
                file = file with { Outcome = PhotoOutcome.Duplicate, Reason = $"the same bytes as {same}", Finding = null, SameAs = same };
            }

            files.Add(file);
        }

        return files;
    }

    /// <summary>Files that have a place in a lot, as if all were photos that can be read: what can be said of them before one is opened.</summary>
    public static IReadOnlyList<InspectedFile> Promised(ShipmentIntake intake) =>
    [
        .. intake.Files.Where(file => file.Decided is null && file.Place is not null)
            .Select(file => new InspectedFile(file.Path, file.Bytes, null, PhotoOutcome.Read, null, file.Place, null, null, null)),
    ];

    /// <summary>Every lot that a statement can be planned for before a photo is opened: those with photos by name, and those agreed.</summary>
    public static IEnumerable<string> Planned(ShipmentIntake intake, AgreedTerms terms)
    {
        var met = intake.ItemSources.Keys.Select(terms.KeyOf).ToHashSet();
        return intake.ItemSources.Keys.Concat(terms.Agreement.Lots.Keys.Where(lot => !met.Contains(lot)));
    }

    /// <summary>Every item that a reader can speak of: photographed, named or drawn.</summary>
    public IReadOnlyCollection<(string Lot, string Item)> Items { get; }

    /// <summary>Every photo of an item with its lot and item, by which a reader can speak of the item, too.</summary>
    public IReadOnlyCollection<(string Path, string Lot, string Item)> Photos { get; }

    /// <summary>True when a list speaks of this lot: by its whole name or the last part of it.</summary>
    public static bool IsNamed(string lot, string name) => Inspection.Lot.IsNamed(lot, name);

    /// <summary>Every lot with its items, in ordinal order of name; a lot that the agreement names and nobody photographed is among them.</summary>
    public IReadOnlyList<Lot> Lots(AgreedTerms terms, ModelUsed? model) =>
    [
        .. Planned(_intake, terms)
            .Union(_files.Where(file => file.Place is not null).Select(file => file.Place!.Lot))
            .Order(StringComparer.Ordinal)
            .Select(name => Lot(name, terms, model)),
    ];

    private Lot Lot(string name, AgreedTerms terms, ModelUsed? model)
    {
        var found = _items[name].ToHashSet(StringComparer.Ordinal);
        var draw = _draw?.Of(name);
        var drawn = draw?.Items.ToHashSet(StringComparer.Ordinal);
        var lot = new Lot(name, terms.SizeOf(name), SourceOf(name, found, drawn), [.. Judged(drawn ?? found)]);
        lot = draw is null ? lot : lot with
        {
            NotDrawn = [.. Judged(found.Except(drawn!))],
            Draw = new DrawCheck(
                draw,
                [.. draw.Items.Where(item => !found.Contains(item)).Order(StringComparer.Ordinal)],
                [.. found.Where(item => !drawn!.Contains(item)).Order(StringComparer.Ordinal)]),
        };
        return lot with { Strange = StrangeGoods.Of([.. lot.AllItems], model) };

        IEnumerable<Item> Judged(IEnumerable<string> items) => items
            .Order(StringComparer.Ordinal)
            .Select(item => ItemJudge.Judge(
                item, _photos.GetValueOrDefault((name, item), []), terms, context: _context.GetValueOrDefault((name, item), []), views: terms.RequiredViewsOf(name)));
    }

    // Photos named like drawn items show those items. Unless some names match no drawn item: then the photos may simply be numbered, and match by chance.
    private ItemSource SourceOf(string lot, HashSet<string> found, HashSet<string>? drawn)
    {
        var told = _intake.ItemSources.GetValueOrDefault(lot, ItemSource.EachPhoto);
        if (told != ItemSource.EachPhoto || drawn is null)
        {
            return told;
        }

        var bare = found.Where(item => _photos.GetValueOrDefault((lot, item), []).All(photo => photo.Place!.View.Length == 0)).ToList();
        return bare.All(drawn.Contains) || (found.Any(drawn.Contains) && !bare.Any(drawn.Contains)) ? ItemSource.DrawList : told;
    }
}
