using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Data;

/// <summary>An item that a person should look at.</summary>
/// <param name="Lot">By its whole name.</param>
/// <param name="Name">Of the item.</param>
/// <param name="IsNeeded">False for an item that is only worth a look because nothing in its lot is flagged.</param>
/// <param name="Photo">The one that the item's flag rests on, else the one with the highest score, else the one most unlike those of other items; null where none can be read.</param>
/// <param name="Why">In words.</param>
internal sealed record OpenItem(string Lot, string Name, bool IsNeeded, InspectedFile? Photo, string Why)
{
    /// <summary>The model may not know it: looked at before what it knows.</summary>
    public bool IsPerhapsOtherGoods { get; init; }

    /// <summary>Flagged and unread, disputed, too close to call, perhaps another item once more; where nothing is flagged, whatever else nobody looked at.</summary>
    public static IEnumerable<OpenItem> Of(Lot lot, Terms terms)
    {
        var items = lot.AllItems.ToList();
        var isAnyFlagged = items.Any(item => item.Standing == ItemStanding.Flagged);
        foreach (var item in items)
        {
            var photo = PhotoOf(item, terms);
            var (isNeeded, why) = Reason(item);
            if (why is not null && (isNeeded || !isAnyFlagged) && (photo is not null || item.Review is not null || item.IsSuspectedDuplicate))
            {
                yield return new OpenItem(lot.Name, item.Name, isNeeded, photo, why) { IsPerhapsOtherGoods = item is { Review: null, IsPerhapsOtherGoods: true } };
            }
        }
    }

    private static (bool IsNeeded, string? Why) Reason(Item item) => item switch
    {
        { Review: { Answer: ReviewAnswer.Disputed, Readings: [_] } } => (true, "the reader is unsure"),
        { Review.Answer: ReviewAnswer.Disputed } => (true, "the readers do not agree"),
        { IsSuspectedDuplicate: true } => (true, "a photo of it shows the same shot as another item's: are they two items? If so, answer different"),
        { Review: not null } => (false, null),
        { Standing: ItemStanding.Flagged, IsPerhapsOtherGoods: true } => (true, "perhaps other goods: the model may not know them; flagged by it"),
        { IsPerhapsOtherGoods: true } => (true, "perhaps other goods: the model may not know them"),
        { IsFlaggedOutsideRange: true } => (true, "flagged by the model, on a photo unlike those that it learned from"),
        { Standing: ItemStanding.Flagged } => (true, "flagged by the model"),
        { Standing: ItemStanding.TooCloseToCall } => (true, "too close to call"),
        { LacksViews: true } => (true, $"lacks a view that was agreed ({string.Join(", ", item.MissingViews)}): photograph it, or look at the item and answer"),
        { Score: null, Unlikeness: null, Rank: not null } => (false, "nobody has looked; ordered by the model's score, which flags nothing"),
        { Unlikeness: not null } => (false, "nobody has looked; ordered by how unlike the other items it is"),
        _ => (false, "nobody has looked; nothing in this lot is flagged"),
    };

    // Of several flagged photos the one that the item counts by: worst severity, then highest score.
    private static InspectedFile? PhotoOf(Item item, Terms terms) => item.Photos
        .Where(photo => photo.IsReadable)
        .OrderByDescending(photo => terms.SeverityOf(photo.Finding))
        .ThenByDescending(photo => photo.Rank)
        .ThenBy(photo => photo.Path, StringComparer.Ordinal)
        .FirstOrDefault();
}
