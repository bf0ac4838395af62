namespace DefectVision.Statistics.Tails;

/// <summary>The Poisson distribution.</summary>
internal static class PoissonTail
{
    /// <summary>P(X ≤ x).</summary>
    public static double AtMost(long x, double mean) => x < 0 ? 0 : GammaTail.Upper(x + 1.0, mean);

    /// <summary>The mean at which P(X ≤ x) equals the given probability.</summary>
    public static double MeanWhereAtMost(long x, double probability) =>
        Bisection.FirstDouble(0, 1e9, mean => AtMost(x, mean) <= probability);
}
