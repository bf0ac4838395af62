using System.Text.Json.Serialization;
using DefectVision.Statistics;

namespace DefectVision.Inference;

/// <summary>An operating point measured with the item as the trial: an item is defective, and flagged, when any of its photos is.</summary>
/// <param name="Sensitivity">Defective items flagged, of all defective ones measured.</param>
/// <param name="Specificity">Good items not flagged, of all good ones measured.</param>
public sealed record ItemCounts(Tally Sensitivity, Tally Specificity)
{
    /// <summary>Photos that every good item measured had at least: an item with more has more chances of a false alarm. Null in models of earlier versions.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? FewestPhotos { get; init; }

    /// <summary>Items measured.</summary>
    [JsonIgnore]
    public long Count => Sensitivity.Total + Specificity.Total;

    /// <param name="photos">Item, whether the photo is defective, whether it is flagged.</param>
    /// <returns>Null where every photo is an item of its own.</returns>
    public static ItemCounts? Of(IReadOnlyList<(string Item, bool Defective, bool Flagged)> photos)
    {
        var counts = Counted(photos);
        return counts.Count == photos.Count ? null : counts;
    }

    /// <summary>The same where photo and item may be one.</summary>
    public static ItemCounts Counted(IReadOnlyList<(string Item, bool Defective, bool Flagged)> photos)
    {
        var items = photos.GroupBy(photo => photo.Item, StringComparer.Ordinal).Select(item => (Photos: item.Count(), Defective: item.Any(photo => photo.Defective), Flagged: item.Any(photo => photo.Flagged))).ToList();
        return new ItemCounts(
            new Tally(items.Count(item => item is { Defective: true, Flagged: true }), items.Count(item => item.Defective)),
            new Tally(items.Count(item => item is { Defective: false, Flagged: false }), items.Count(item => !item.Defective)))
        {
            FewestPhotos = items.Where(item => !item.Defective).Select(item => (int?)item.Photos).Min(),
        };
    }
}
