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
