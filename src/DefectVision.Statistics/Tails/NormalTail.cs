namespace DefectVision.Statistics.Tails;

/// <summary>The standard normal distribution.</summary>
internal static class NormalTail
{
    /// <summary>P(Z &gt; z).</summary>
    public static double Upper(double z)
    {
        var half = 0.5 * GammaTail.Upper(0.5, z * z / 2);
        return z >= 0 ? half : 1 - half;
    }

    /// <summary>P(|Z| &gt; |z|).</summary>
    public static double TwoSided(double z) => GammaTail.Upper(0.5, z * z / 2);

    /// <summary>The z with P(Z &gt; z) = tail; negative for a tail above one half.</summary>
    public static double UpperQuantile(double tail) =>
        tail > 0.5 ? -UpperQuantile(1 - tail) : Bisection.FirstDouble(0, 40, z => Upper(z) <= tail);
}
