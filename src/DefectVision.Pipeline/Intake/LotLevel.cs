using System.Text.RegularExpressions;

namespace DefectVision.Pipeline.Intake;

/// <summary>At which depth of folders the lots stand: 0 when the folder is the lot itself, 1 for <c>lot/…</c>, 2 for <c>PO/lot/…</c>.</summary>
internal static partial class LotLevel
{
    /// <summary>A folder with more photos than this is hardly one item.</summary>
    public const int MostPhotosOfAnItem = 8;

    /// <param name="photos">Folder parts of every photo.</param>
    /// <param name="isAgreedLot">Whether the agreement speaks of a lot of this name.</param>
    /// <returns>The level, and how it was told.</returns>
    public static (int Level, FormattableString How) Tell(IReadOnlyList<string[]> photos, Func<string, bool> isAgreedLot)
    {
        var deepest = photos.Count == 0 ? 0 : photos.Max(folders => folders.Length);
        if (deepest == 0)
        {
            return (0, $"the folder itself holds the photos, and is one lot");
        }

        foreach (var level in new[] { 1, 2 })
        {
            if (photos.Any(folders => folders.Length >= level && isAgreedLot(string.Join('/', folders[..level]))))
            {
                return (level, $"folders that the agreement names are the lots");
            }
        }

        if (deepest == 1)
        {
            return (1, $"each folder is a lot");
        }

        var deep = photos.Where(folders => folders.Length >= 2).ToList();
        if (deep.Any(folders => Order().IsMatch(folders[0]) || LotWord().IsMatch(folders[1])))
        {
            return (2, $"a folder per purchase order, and in it a folder per lot, by their names");
        }

        if (photos.Any(folders => folders.Length > 0 && LotWord().IsMatch(folders[0])) || photos.Any(folders => folders.Length == 1))
        {
            return (1, $"each folder is a lot, and what lies below it are its items");
        }

        var sizes = deep.GroupBy(folders => $"{folders[0]}/{folders[1]}").Select(group => group.Count()).Order().ToList();
        return sizes[sizes.Count / 2] <= MostPhotosOfAnItem
            ? (1, (FormattableString)$"each folder is a lot, and its sub-folders, of few photos each, are its items")
            : (2, $"a folder per purchase order, and in it a folder per lot, since those hold too many photos for one item");
    }

    [GeneratedRegex(@"^(PO|P\.O\.|order|purchase[ _-]?order|订单|采购单|合同)[ _#.:-]*[\p{L}]*\d", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Order();

    [GeneratedRegex(@"^(lot|lote|los|partie|charge|批)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LotWord();
}
