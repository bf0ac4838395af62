using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Intervals;

/// <summary>The equal-tailed interval of the posterior under Jeffreys' prior, with the ends at 0 and 1 set by hand. Two-sided, for display.</summary>
/// <remarks>Source: Brown, Cai and DasGupta 2001, Statistical Science 16:101.</remarks>
public static class Jeffreys
{
    private const string Method = "Jeffreys";
    private const string Version = "1";

    /// <param name="x">Nonconforming items found, 0..n.</param>
    /// <param name="n">Items inspected; 0 gives status NoData.</param>
    /// <param name="confidence">Of the whole statement.</param>
    public static RateInterval TwoSided(long x, long n, ConfidenceLevel confidence)
    {
        var tally = new Tally(x, n);
        if (tally.Total == 0)
            return RateInterval.Uninformative(BoundStatus.NoData, Guarantee.Approximate, Method, Version);
        var tail = confidence.Alpha / 2;
        return RateInterval.For(Side.TwoSided,
            () => x == 0 ? 0 : BetaTail.LowerQuantile(tail, x + 0.5, n - x + 0.5),
            () => x == n ? 1 : BetaTail.UpperQuantile(tail, x + 0.5, n - x + 0.5),
            Guarantee.Approximate, Method, Version);
    }
}
