using System.Text.RegularExpressions;

namespace DefectVision.Pipeline.Intake;

/// <summary>Item and view in a file name: what stands before the last '_' is the item, and a word after it the view.</summary>
/// <remarks>Phones, cameras and messengers count and date their photos. So a number, a date, a time or a code after the '_' is no view, and a time before it is no item.</remarks>
public static partial class ItemName
{
    /// <summary>Null when the name holds no item and view.</summary>
    /// <param name="stem">The file name without its ending.</param>
    public static (string Item, string View)? Read(string stem) =>
        Split(stem) is var (item, view) && View().IsMatch(view) && !Time().IsMatch(item) ? (item, view) : null;

    /// <summary>The text on both sides of the last '_', whatever it is; null when one side is empty.</summary>
    public static (string Item, string View)? Split(string stem) =>
        stem.LastIndexOf('_') is var at && at > 0 && at < stem.Length - 1 ? (stem[..at], stem[(at + 1)..]) : null;

    /// <summary>A view without its number: views that differ only by a number are a count.</summary>
    public static string WordOf(string view) => view.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9', ' ', '.', '-', '(', ')').ToUpperInvariant();

    /// <summary>
    /// Whether photos whose names hold one item and these views show one: they are no more than an item has, not more than a few where they are all there are, and
    /// their views differ by more than a number.
    /// </summary>
    /// <param name="views">One for each photo.</param>
    /// <param name="photos">Photos of the lot or the set, these among them.</param>
    public static bool AreOneItem(IReadOnlyList<string> views, int photos) =>
        views.Count == 1
        || (views.Count <= LotLevel.MostPhotosOfAnItem
            && !LotItems.IsOnlyItem(views.Count, photos)
            && views.Select(WordOf).Distinct(StringComparer.Ordinal).Skip(1).Any());

    // front, back label, side-2, 正面 (2); not 0001, WA0001, BURST001, 11-15-02, 1f3a9c1e.
    [GeneratedRegex(@"^[\p{L}\p{M}]+([ .&+-]+[\p{L}\p{M}]+)*[ .-]*\(?\d{0,2}\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex View();

    // 20261120_111502 anywhere, also 2026-11-20 at 11.15.02 and 20-11-2026 11.15; or nothing but a date.
    [GeneratedRegex(
        @"(?<!\d)((19|20)\d\d[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])|\d{1,2}[-_.]\d{1,2}[-_.](19|20)\d\d)([-_., T]*(at )?([01]?\d|2[0-3])[-_.:]?[0-5]\d|(?<=^[\d_.-]+)$)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Time();
}
