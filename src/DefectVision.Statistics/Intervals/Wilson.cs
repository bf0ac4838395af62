using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Intervals;

/// <summary>Wilson's score interval for the rate of a process. Two-sided only: its lower limit alone falls far short for rare defects.</summary>
/// <remarks>Source: Wilson 1927, JASA 22:209; on its one-sided failure Cai 2005, J. Stat. Plan. Inf. 131:63.</remarks>
public static class Wilson
{
    private const string Method = "Wilson score";
    private const string Version = "1";

    /// <param name="x">Nonconforming items found, 0..n.</param>
    /// <param name="n">Items inspected; 0 gives status NoData.</param>
    /// <param name="confidence">Of the whole statement.</param>
    public static RateInterval TwoSided(long x, long n, ConfidenceLevel confidence)
    {
        var tally = new Tally(x, n);
        if (tally.Total == 0)
            return RateInterval.Uninformative(BoundStatus.NoData, Guarantee.Approximate, Method, Version);
        var z = NormalTail.UpperQuantile(confidence.Alpha / 2);
        var share = tally.Share;
        var square = z * z / n;
        var half = z * Math.Sqrt(share * (1 - share) / n + square / (4 * n));
        var centre = share + square / 2;
        return RateInterval.For(Side.TwoSided,
            () => x == 0 ? 0 : (centre - half) / (1 + square),
            () => x == n ? 1 : (centre + half) / (1 + square),
            Guarantee.Approximate, Method, Version);
    }
}
