namespace DefectVision.Statistics.Tails;

/// <summary>The χ² distribution.</summary>
internal static class ChiSquaredTail
{
    /// <summary>P(χ² &gt; value) with the given degrees of freedom.</summary>
    public static double Upper(double value, double degrees) => GammaTail.Upper(degrees / 2, value / 2);

    /// <summary>The value with P(χ² &gt; value) = tail.</summary>
    public static double UpperQuantile(double tail, double degrees) =>
        Bisection.FirstDouble(0, 1e9, value => Upper(value, degrees) <= tail);
}
