using System.Text.RegularExpressions;
using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Measuring;

/// <summary>A model measured per item: defective when any of its photos is, flagged when any of them is.</summary>
/// <param name="Items">Items measured.</param>
/// <param name="ToldBy">What told the items, in words.</param>
/// <param name="OnePhotoEach">No item has two photos: photo and item are the same here.</param>
/// <param name="Sensitivity">Defective items flagged.</param>
/// <param name="Specificity">Good items not flagged.</param>
public sealed record ItemMeasure(int Items, string ToldBy, bool OnePhotoEach, Tally Sensitivity, Tally Specificity)
{
    /// <param name="photos">With their items.</param>
    /// <param name="saidBy">What tells the items of the set.</param>
    /// <param name="pattern">What was asked to find the items in the photos' names; null when nothing was. Then its groups are the items, however many photos they have.</param>
    /// <param name="point">Of the model; where it only orders, nothing is flagged and neither side is measured.</param>
    internal static ItemMeasure Of(IReadOnlyList<ScoredPhoto> photos, ItemsSaidBy saidBy, Regex? pattern, OperatingPoint point)
    {
        var counts = ItemCounts.Counted([.. photos.Select(photo => (pattern is null ? photo.Photo.Item : photo.Photo.Group, !photo.Photo.IsGood, photo.Flagged))]);
        return new ItemMeasure(
            (int)counts.Count,
            ItemWords.Of(pattern is null ? saidBy : ItemsSaidBy.Pattern),
            counts.Count == photos.Count,
            point.OrdersOnly ? default : counts.Sensitivity,
            point.OrdersOnly ? default : counts.Specificity);
    }
}
