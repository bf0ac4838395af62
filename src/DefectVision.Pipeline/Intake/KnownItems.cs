using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// The items and lots that a list may speak of. A lot is told by its whole name or the last part of it, and may be left out where it is clear. A name that is
/// not quite an item's is taken for the only item that it fits, and that is noted.
/// </summary>
/// <param name="items">Every item with its lot.</param>
/// <param name="more">Lots without items.</param>
internal sealed class KnownItems(IReadOnlyCollection<(string Lot, string Item)> items, IEnumerable<string>? more = null)
{
    private readonly LooseIndex<(string Lot, string Item)> _items = new(items, item => item.Item);
    private readonly LooseIndex<(string Path, string Lot, string Item)>? _photos;
    private readonly IReadOnlyList<string> _lots = [.. items.Select(item => item.Lot).Concat(more ?? []).Distinct().Order(StringComparer.Ordinal)];
    private readonly SortedDictionary<string, SortedSet<string>> _guessed = new(StringComparer.Ordinal);
    private int _looked;

    /// <summary>Every photo with its lot and item, by which a list may name an item, too.</summary>
    public IReadOnlyCollection<(string Path, string Lot, string Item)>? Photos
    {
        get;
        init
        {
            field = value;
            _photos = value is null ? null : new(value, photo => FileName(photo.Path));
        }
    }

    /// <summary>For each list, the names that were taken for the only item that they fit.</summary>
    public IEnumerable<FormattableString> Notes =>
        _guessed.Select(list => (FormattableString)$"{list.Key}: names that are not quite those of the items, each taken for the only one that it fits: {Names.Some([.. list.Value])}.");

    /// <summary>The item that a line names by its own name, or by the file name or the path of one of its photos.</summary>
    /// <exception cref="IntakeException">The shipment holds no such item, or several.</exception>
    public (string Lot, string Item) ItemOf(CsvLine line)
    {
        var named = line.Required("item");
        return Fitting(line, named) switch
        {
            [var only] => Noted(line, named, only),
            [] => throw line.Wrong(
                $"item '{CsvLine.Cut(named)}'{(line["lot"].Length > 0 ? $" of lot '{CsvLine.Cut(line["lot"])}'" : string.Empty)}, which the shipment does not hold",
                $"an item as the table of items names it{Nearest(named)}",
                "item"),
            var several when several.Select(item => item.Item).Distinct().Count() == 1 => throw line.Wrong(
                $"item '{CsvLine.Cut(named)}', which {several.Count} lots hold", $"its lot: one of {Names.Some([.. several.Select(item => item.Lot)])}", "item"),
            var several => throw line.Wrong(
                $"'{CsvLine.Cut(named)}', which fits {several.Count} items", $"one of them: {Names.Some([.. several.Select(item => $"{item.Lot}: {item.Item}").Order(StringComparer.Ordinal)])}", "item"),
        };
    }

    /// <summary>The photo that a line names its item by: its path; null where the line names the item itself, or fits several photos of it.</summary>
    /// <param name="item">As <see cref="ItemOf"/> gave it.</param>
    public string? PhotoOf(CsvLine line, (string Lot, string Item) item)
    {
        var named = line.Required("item");
        return ItemsFitting(line, named).Count == 0 && PhotosFitting(line, named).Where(photo => (photo.Lot, photo.Item) == item).ToList() is [var only] ? only.Path : null;
    }

    /// <summary>An item that the shipment need not hold.</summary>
    /// <exception cref="IntakeException">Which lot is meant is not clear.</exception>
    public (string Lot, string Item) AnyItemOf(CsvLine line)
    {
        var named = line.Required("item");
        return Fitting(line, named) is [var only] ? Noted(line, named, only) : (Lot(line), named);
    }

    /// <summary>The lot that a line names; the only one where it names none.</summary>
    /// <exception cref="IntakeException">There is no such lot, or several.</exception>
    public string Lot(CsvLine line)
    {
        var named = line["lot"];
        return LotsNamed(named) is [var only] ? only
            : throw line.Wrong(named.Length == 0 ? "no lot" : $"lot '{CsvLine.Cut(named)}'", $"one of {Names.Some(_lots)}", "lot");
    }

    // The lot that a list means by a name: exactly, otherwise in another case or width.
    private IReadOnlyList<string> LotsNamed(string named)
    {
        var exactly = _lots.Where(lot => named.Length == 0 || Inspection.Lot.IsNamed(lot, named)).ToList();
        return exactly.Count > 0 ? exactly : [.. _lots.Where(lot => Inspection.Lot.IsNamed(LooseName.Plain(lot), LooseName.Plain(named)))];
    }

    private IReadOnlyList<(string Lot, string Item)> Fitting(CsvLine line, string named)
    {
        var fitting = ItemsFitting(line, named);
        return fitting.Count > 0 ? fitting : [.. PhotosFitting(line, named).Select(photo => (photo.Lot, photo.Item)).Distinct()];
    }

    private IReadOnlyList<(string Lot, string Item)> ItemsFitting(CsvLine line, string named)
    {
        var lots = LotsNamed(line["lot"]).ToHashSet(StringComparer.Ordinal);
        return _items.Fitting(named, item => lots.Contains(item.Lot));
    }

    private IReadOnlyList<(string Path, string Lot, string Item)> PhotosFitting(CsvLine line, string named)
    {
        var (lots, path) = (LotsNamed(line["lot"]).ToHashSet(StringComparer.Ordinal), named.Replace('\\', '/'));
        return _photos?.Fitting(FileName(path), photo => lots.Contains(photo.Lot) && IsBelow(photo.Path, path)) ?? [];
    }

    private (string Lot, string Item) Noted(CsvLine line, string named, (string Lot, string Item) item)
    {
        if (named != item.Item && !IsPhotoOf(item, named))
        {
            (_guessed.TryGetValue(line.List, out var begun) ? begun : _guessed[line.List] = new(StringComparer.Ordinal)).Add($"'{CsvLine.Cut(named)}' as {item.Item}");
        }

        return item;
    }

    private bool IsPhotoOf((string Lot, string Item) item, string named) =>
        _photos?.Fitting(FileName(named.Replace('\\', '/')), photo => (photo.Lot, photo.Item) == item).Any(photo => FileName(photo.Path) == FileName(named.Replace('\\', '/'))) == true;

    private string Nearest(string named) => _looked++ < LooseName.MostLooks && NearestTo(named) is { Count: > 0 } nearest ? $"; the nearest are {string.Join(", ", nearest)}" : string.Empty;

    // A list may name an item by its photo.
    private IReadOnlyList<string> NearestTo(string named) => Imaging.PhotoName.PromisesPhoto(named) && Photos is { Count: > 0 } photos
        ? LooseName.NearestPaths(photos.Select(photo => photo.Path), named.Replace('\\', '/'))
        : LooseName.Nearest(items.Select(item => item.Item), named);

    // The folders that a list names before the file's name are the last ones of the photo's.
    private static bool IsBelow(string photo, string written) =>
        written.LastIndexOf('/') is var at && (at < 0 || ("/" + LooseName.Plain(photo[..Math.Max(0, photo.LastIndexOf('/'))])).EndsWith("/" + LooseName.Plain(written[..at]), StringComparison.Ordinal));

    private static string FileName(string path) => LooseName.FileName(path);
}
