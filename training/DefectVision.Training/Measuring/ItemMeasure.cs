using System.Text.RegularExpressions;
using DefectVision.Inference;
using DefectVision.Statistics;

namespace DefectVision.Training.Measuring;

/// <summary>A model measured per item: defective when any of its photos is, flagged when any of them is.</summary>
/// <param name="Items">Items measured.</param>
/// <param name="ToldBy">What told the items, in words.</param>
/// <param name="OnePhotoEach">No item has two photos: photo and item are the same here.</param>
/// <param name="Sensitivity">Defective items flagged.</param>
/// <param name="Specificity">Good items not flagged.</param>
public sealed record ItemMeasure(int Items, string ToldBy, bool OnePhotoEach, Tally Sensitivity, Tally Specificity)
{
    /// <param name="photos">Their groups are the items.</param>
    /// <param name="pattern">What was asked to find the items in the photos' names; null when nothing was.</param>
    internal static ItemMeasure Of(IReadOnlyList<ScoredPhoto> photos, Regex? pattern)
    {
        var counts = ItemCounts.Counted([.. photos.Select(photo => (photo.Photo.Group, !photo.Photo.IsGood, photo.Flagged))]);
        var onePhotoEach = counts.Count == photos.Count;
        return new ItemMeasure(
            (int)counts.Count,
            pattern is not null ? "the pattern on the photos' names" : onePhotoEach ? "nothing: each photo is taken for one item" : "the groups of the labels",
            onePhotoEach,
            counts.Sensitivity,
            counts.Specificity);
    }
}
