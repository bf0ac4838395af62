using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection;

/// <summary>Which items and photos are shown as exhibits: one answer for the report and for those who make its pictures.</summary>
public static class Exhibited
{
    /// <summary>Items shown per lot; the defect log holds all of them.</summary>
    public const int MostItems = 40;

    /// <summary>Pairs of photos that show one shot, shown per lot.</summary>
    public const int MostSharedShots = 12;

    /// <summary>Items shown per lot as those to look at first.</summary>
    public const int MostLookFirst = 6;

    /// <summary>Photos shown per item, the flagged ones first to be kept.</summary>
    public const int MostPhotos = 12;

    /// <summary>
    /// The items of a lot that speak against it, drawn or not: shown defective, then flagged, those first that are perhaps other goods, then disputed; in each group the
    /// highest score, or the most unlike the others, first, then by name.
    /// </summary>
    public static IReadOnlyList<Item> Items(LotJudgement judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        return
        [
            .. judged.Lot.AllItems
                .Where(IsShown)
                .OrderByDescending(item => item.IsNonconforming)
                .ThenBy(StandsApart)
                .ThenByDescending(item => item is { IsNonconforming: false, IsPerhapsOtherGoods: true })
                .ThenByDescending(item => item.Rank)
                .ThenBy(item => item.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// The items of a lot to look at first where no model judges it: those that nobody answered for, the most unlike the others first, or those of the highest score where
    /// a model gives an order alone.
    /// </summary>
    public static IReadOnlyList<Item> LookFirst(LotJudgement judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        return
        [
            .. judged.Lot.AllItems
                .Where(item => item is { Score: null, Rank: not null, Review: null } && !IsShown(item))
                .OrderByDescending(item => item.Rank)
                .ThenBy(item => item.Name, StringComparer.Ordinal),
        ];
    }

    /// <summary>Shown defective, flagged and unread, or disputed.</summary>
    public static bool IsShown(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.IsNonconforming || item.IsAwaiting || item.IsDisputed;
    }

    /// <summary>Its readers are divided or unsure, and nothing else shows a defect: shown after the others, under a heading of its own.</summary>
    public static bool StandsApart(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.IsDisputed && !item.IsNonconforming;
    }

    /// <summary>
    /// The photo of an item that is shown large: the flagged one with the highest score, else the one most unlike those of other items, else the first in path
    /// order that can be read.
    /// What persons say changes nothing in it. Null when the item has no photo.
    /// </summary>
    public static InspectedFile? Main(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return item.Photos
            .OrderByDescending(photo => photo.Finding?.Standing == Standing.Flagged)
            .ThenByDescending(photo => photo.Finding is { Standing: Standing.Flagged } finding ? finding.Score : 0)
            .ThenByDescending(photo => photo is { Unlikeness: null, Finding.Standing: not Standing.NotJudged } ? null : photo.Rank)
            .ThenByDescending(photo => photo.IsReadable)
            .ThenBy(photo => photo.Path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    /// <summary>The photos whose most unlike place is shown: the large ones of items that speak against their lot, and of those to look at first.</summary>
    public static IEnumerable<InspectedFile> UnlikePhotos(InspectionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Lots.SelectMany(lot => Items(lot).Take(MostItems).Concat(LookFirst(lot).Take(MostLookFirst))).Select(Main).OfType<InspectedFile>().Where(photo => photo.Unlikeness is not null);
    }

    /// <summary>The photos of such an item that are shown, in path order.</summary>
    public static IReadOnlyList<InspectedFile> Photos(Item item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var main = Main(item);
        return
        [
            .. item.Photos
                .OrderByDescending(photo => photo == main)
                .ThenByDescending(photo => photo.Finding?.Standing == Standing.Flagged)
                .Take(MostPhotos)
                .OrderBy(photo => photo.Path, StringComparer.Ordinal),
        ];
    }

    /// <summary>Every photo that the report shows.</summary>
    public static IEnumerable<InspectedFile> Photos(InspectionRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Lots.SelectMany(lot => Items(lot).Take(MostItems)).SelectMany(Photos)
            .Concat(record.Lots.SelectMany(lot => lot.Lot.SharedShots.Take(MostSharedShots)).SelectMany(shot => new[] { shot.First, shot.Second }))
            .Concat(record.Lots.SelectMany(lot => LookFirst(lot).Take(MostLookFirst)).Select(Main).OfType<InspectedFile>());
    }
}
