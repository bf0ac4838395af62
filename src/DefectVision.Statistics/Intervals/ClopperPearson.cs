using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Intervals;

/// <summary>The exact binomial bound for the rate of a process: independent items with one common rate.</summary>
/// <remarks>
/// Source: Clopper and Pearson 1934, Biometrika 26:404. For a finite lot of unknown size use <see cref="UnknownLot"/>:
/// this bound is not quite valid there when exactly one nonconforming item is found.
/// </remarks>
public static class ClopperPearson
{
    private const string Method = "Clopper-Pearson";
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

    /// <summary>Lower limit at error probability alpha; x and n may be effective, non-integer numbers.</summary>
    internal static double Lower(double x, double n, double alpha)
    {
        if (x <= 0)
            return 0;
        return x >= n ? Math.Pow(alpha, 1 / n) : BetaTail.LowerQuantile(alpha, x, n - x + 1);
    }

    /// <summary>Upper limit at error probability alpha; x and n may be effective, non-integer numbers.</summary>
    internal static double Upper(double x, double n, double alpha)
    {
        if (x >= n)
            return 1;
        return x <= 0 ? Elementary.OneMinusRoot(alpha, n) : BetaTail.UpperQuantile(alpha, x + 1, n - x);
    }
}
