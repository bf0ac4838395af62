namespace DefectVision.Statistics.Tails;

/// <summary>The binomial distribution: x of n independent trials with probability p each.</summary>
internal static class BinomialTail
{
    public static double At(long x, long n, double p) =>
        x < 0 || x > n ? 0 : Math.Exp(SaddlePoint.LogBinomial(x, n, p, 1 - p));

    /// <summary>P(X ≤ x).</summary>
    public static double AtMost(long x, long n, double p)
    {
        if (x < 0)
            return 0;
        return x >= n ? 1 : BetaTail.Upper(p, x + 1.0, n - x);
    }

    /// <summary>P(X ≥ x).</summary>
    public static double AtLeast(long x, long n, double p)
    {
        if (x <= 0)
            return 1;
        return x > n ? 0 : BetaTail.Lower(p, x, n - x + 1.0);
    }
}
