namespace DefectVision.Pipeline.Intake;

/// <summary>The items and lots that a list may speak of. A lot is told by its whole name or the last part of it, and may be left out where it is clear.</summary>
/// <param name="items">Every item with its lot.</param>
/// <param name="more">Lots without items.</param>
internal sealed class KnownItems(IReadOnlyCollection<(string Lot, string Item)> items, IEnumerable<string>? more = null)
{
    private readonly ILookup<string, string> _lots = items.ToLookup(item => item.Item, item => item.Lot, StringComparer.Ordinal);
    private readonly ILookup<string, (string Path, string Lot, string Item)>? _photos;
    private readonly IReadOnlyList<string> _all = [.. items.Select(item => item.Lot).Concat(more ?? []).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every photo with its lot and item, by which a list may name an item, too.</summary>
    public IReadOnlyCollection<(string Path, string Lot, string Item)> Photos
    {
        init => _photos = value.ToLookup(photo => photo.Path[(photo.Path.LastIndexOf('/') + 1)..], StringComparer.Ordinal);
    }

    /// <summary>The item that a line names by its own name, or by the file name or the path of one of its photos.</summary>
    /// <exception cref="IntakeException">The shipment holds no such item, or several.</exception>
    public (string Lot, string Item) ItemOf(CsvLine line)
    {
        var named = line.Required("item");
        if (Fitting(line["lot"], named).Count > 0 || _photos is null)
        {
            return (LotOf(line, named), named);
        }

        var path = named.Replace('\\', '/');
        var fitting = _photos[path[(path.LastIndexOf('/') + 1)..]]
            .Where(photo => photo.Path == path || photo.Path.EndsWith("/" + path, StringComparison.Ordinal))
            .Select(photo => (photo.Lot, photo.Item))
            .Where(item => line["lot"].Length == 0 || LotAssembly.IsNamed(item.Lot, line["lot"]))
            .Distinct()
            .ToList();
        return fitting.Count switch
        {
            1 => fitting[0],
            0 => (LotOf(line, named), named),
            _ => throw line.Wrong(
                $"'{named}', the name of a photo of {fitting.Count} items",
                $"one of them: {string.Join(", ", fitting.Select(item => $"{item.Lot}: {item.Item}").Order(StringComparer.Ordinal))}"),
        };
    }

    /// <summary>The lot of an item that the shipment holds.</summary>
    /// <exception cref="IntakeException">It holds no such item, or several.</exception>
    public string LotOf(CsvLine line, string item)
    {
        var named = line["lot"];
        var fitting = Fitting(named, item);
        return fitting.Count switch
        {
            1 => fitting[0],
            0 => throw line.Wrong($"item '{item}'{(named.Length > 0 ? $" of lot '{named}'" : string.Empty)}, which the shipment does not hold", "an item as the table of items names it"),
            _ => throw line.Wrong($"item '{item}', which {fitting.Count} lots hold", $"its lot: one of {string.Join(", ", fitting)}"),
        };
    }

    /// <summary>The lot of an item that the shipment need not hold.</summary>
    /// <exception cref="IntakeException">Which lot is meant is not clear.</exception>
    public string LotOfAny(CsvLine line, string item) => Fitting(line["lot"], item) is [var lot] ? lot : Lot(line);

    /// <summary>The lot that a line names; the only one where it names none.</summary>
    /// <exception cref="IntakeException">There is no such lot, or several.</exception>
    public string Lot(CsvLine line)
    {
        var named = line["lot"];
        return _all.Where(lot => named.Length == 0 || LotAssembly.IsNamed(lot, named)).ToList() is [var only] ? only
            : throw line.Wrong(named.Length == 0 ? "no lot" : $"lot '{named}'", $"one of {string.Join(", ", _all)}");
    }

    private List<string> Fitting(string named, string item) => [.. _lots[item].Where(lot => named.Length == 0 || LotAssembly.IsNamed(lot, named)).Distinct()];
}
