namespace DefectVision.Statistics.Tails;

/// <summary>The limit distribution of the scaled Kolmogorov-Smirnov distance.</summary>
internal static class KolmogorovTail
{
    /// <summary>P(K &gt; value). The series that converges fast below 1 is the theta-function image of the one above.</summary>
    public static double Upper(double value)
    {
        if (value <= 0)
            return 1;
        if (value < 1)
            return 1 - Math.Sqrt(2 * Math.PI) / value * Enumerable.Range(1, 20).Sum(k => Math.Exp(-Square((2 * k - 1) * Math.PI / value) / 8));
        return 2 * Enumerable.Range(1, 20).Sum(k => (k % 2 == 1 ? 1 : -1) * Math.Exp(-2 * Square(k * value)));
    }

    private static double Square(double value) => value * value;
}
