namespace DefectVision.Statistics;

/// <summary>An item seen in one or more views, at its most suspicious.</summary>
/// <param name="Item">Its identifier.</param>
/// <param name="HighestScore">Over all its views.</param>
/// <param name="Views">1 or more.</param>
public sealed record AggregatedItem(string Item, double HighestScore, int Views)
{
    /// <summary>The any-view rule: one view at or above the threshold flags the item. Threshold, sensitivity and specificity must come from items with as many views.</summary>
    public bool IsFlagged(double threshold) => HighestScore >= threshold;
}

/// <summary>
/// Views into items. The item is the trial in every rate: its views are one draw seen several times, and no interval is ever given for a share of views.
/// </summary>
public static class ItemAggregation
{
    /// <summary>The items in the order in which they first appear.</summary>
    /// <param name="views">Item identifier and score of each view, scores not NaN.</param>
    public static IReadOnlyList<AggregatedItem> Of(IEnumerable<(string Item, double Score)> views) =>
        [.. views
            .GroupBy(view => view.Item, StringComparer.Ordinal)
            .Select(item => new AggregatedItem(item.Key, item.Max(Score), item.Count()))];

    private static double Score((string Item, double Score) view) =>
        !double.IsNaN(view.Score) ? view.Score : throw new ArgumentException($"A view of item {view.Item} has no score.");
}
