namespace DefectVision.Statistics.Intervals;

/// <summary>The bound for the rate of a finite lot whose size is not known, from items drawn at random without replacement.</summary>
/// <remarks>
/// Clopper-Pearson except for the lower limit at x = 1 and the upper limit at x = n−1, which are alpha/n and 1 − alpha/n: there the
/// union bound P(X ≥ 1) ≤ n·rate is needed. Elsewhere the hypergeometric count is a sum of independent trials with
/// unequal probabilities, and Hoeffding 1956 (Annals of Mathematical Statistics 27:713) carries the binomial tail over.
/// </remarks>
public static class UnknownLot
{
    private const string Method = "Clopper-Pearson, unknown lot size";
    private const string Version = "1";

    /// <param name="x">Nonconforming items found, 0..n.</param>
    /// <param name="n">Items inspected; 0 gives status NoData.</param>
    /// <param name="confidence">Of the whole statement.</param>
    /// <param name="side">Which end is claimed.</param>
    public static RateInterval Bound(long x, long n, ConfidenceLevel confidence, Side side)
    {
        var tally = new Tally(x, n);
        if (tally.Total == 0)
            return RateInterval.Uninformative(BoundStatus.NoData, Guarantee.Guaranteed, Method, Version);
        var alpha = confidence.AlphaPerEnd(side);
        return RateInterval.For(side, () => Lower(x, n, alpha), () => Upper(x, n, alpha), Guarantee.Guaranteed, Method, Version);
    }

    internal static double Lower(long x, long n, double alpha) =>
        x == 1 ? alpha / n : ClopperPearson.Lower(x, n, alpha);

    internal static double Upper(long x, long n, double alpha) =>
        x == n - 1 ? 1 - alpha / n : ClopperPearson.Upper(x, n, alpha);
}
