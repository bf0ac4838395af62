namespace DefectVision.Statistics.Tails;

/// <summary>Tails and quantiles of the beta distribution: the regularised incomplete beta function I_x(a,b) with a, b &gt; 0.</summary>
/// <remarks>Continued fraction DLMF 8.17.22, evaluated by Lentz's method; the factor in front by the saddle-point form.</remarks>
internal static class BetaTail
{
    /// <summary>I_x(a,b), the probability of at most x.</summary>
    public static double Lower(double x, double a, double b)
    {
        if (x <= 0)
            return 0;
        if (x >= 1)
            return 1;
        return x < (a + 1) / (a + b + 2) ? Short(x, 1 - x, a, b) : 1 - Short(1 - x, x, b, a);
    }

    /// <summary>1 − I_x(a,b), the probability of more than x.</summary>
    public static double Upper(double x, double a, double b)
    {
        if (x <= 0)
            return 1;
        if (x >= 1)
            return 0;
        return x < (a + 1) / (a + b + 2) ? 1 - Short(x, 1 - x, a, b) : Short(1 - x, x, b, a);
    }

    /// <summary>The x with I_x(a,b) = tail.</summary>
    public static double LowerQuantile(double tail, double a, double b) =>
        Bisection.FirstDouble(0, 1, x => Lower(x, a, b) >= tail);

    /// <summary>The x with 1 − I_x(a,b) = tail.</summary>
    public static double UpperQuantile(double tail, double a, double b) =>
        Bisection.FirstDouble(0, 1, x => Upper(x, a, b) <= tail);

    private static double Short(double x, double y, double a, double b) =>
        Math.Exp(SaddlePoint.LogBinomial(a, a + b, x, y)) * (b / (a + b)) * Fraction(x, a, b);

    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        var c = 1.0;
        var d = 1 / NotZero(1 - (a + b) * x / (a + 1));
        var h = d;
        for (var m = 1; m < 1_000_000; m++)
        {
            var even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / NotZero(1 + even * d);
            c = NotZero(1 + even / c);
            h *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / NotZero(1 + odd * d);
            c = NotZero(1 + odd / c);
            var step = d * c;
            h *= step;
            if (Math.Abs(step - 1) < 3e-16)
                break;
        }
        return h;

        static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }
}
