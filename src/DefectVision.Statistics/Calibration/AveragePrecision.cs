namespace DefectVision.Statistics.Calibration;

/// <summary>Mean precision over the thresholds at which another nonconforming item is found, weighted by the gain in recall; items of equal score are found together.</summary>
/// <remarks>
/// Sum over thresholds of (R(k) − R(k−1)) · P(k), without interpolation between them: Zhu 2004, Recall, Precision and Average Precision (University of Waterloo).
/// It depends on the share of nonconforming items: never to be carried from one set to another.
/// </remarks>
public static class AveragePrecision
{
    /// <param name="items">At least one nonconforming item, scores not NaN.</param>
    /// <returns>0..1; the share of nonconforming items for a score that says nothing.</returns>
    public static Probability Of(IReadOnlyList<LabelledScore> items)
    {
        var nonconforming = items.Count(item => item.Nonconforming);
        if (nonconforming == 0)
            throw new ArgumentException("Found no nonconforming item, wanted at least one.", nameof(items));
        if (items.Any(item => double.IsNaN(item.Score)))
            throw new ArgumentException("A score is not a number.", nameof(items));
        var (found, looked, sum) = (0, 0, 0.0);
        foreach (var tied in items.GroupBy(item => item.Score).OrderByDescending(group => group.Key))
        {
            var gained = tied.Count(item => item.Nonconforming);
            found += gained;
            looked += tied.Count();
            sum += (double)gained / nonconforming * found / looked;
        }
        return Probability.Clamped(sum);
    }
}
