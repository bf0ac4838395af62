using DefectVision.Statistics;

namespace DefectVision.History.Scorecards;

/// <summary>Two lots of a comparison.</summary>
/// <param name="First">By its place among the lots.</param>
/// <param name="Second">The same.</param>
/// <param name="PValue">Fisher's exact test, two-sided.</param>
/// <param name="Adjusted">The same after Holm, for all pairs together.</param>
public sealed record LotPair(int First, int Second, Probability PValue, Probability Adjusted)
{
    public bool IsDifferent => Adjusted.Value < LotComparison.Level;
}
