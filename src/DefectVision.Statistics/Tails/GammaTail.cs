namespace DefectVision.Statistics.Tails;

/// <summary>Tails of the gamma distribution: the regularised incomplete gamma functions P(a,x) and Q(a,x), and what follows from them (normal, χ², Poisson).</summary>
/// <remarks>Series DLMF 8.11.4 below a+1, continued fraction DLMF 8.9.2 above; the factor in front by the saddle-point form.</remarks>
internal static class GammaTail
{
    /// <summary>P(a,x), the probability of at most x.</summary>
    public static double Lower(double a, double x)
    {
        if (x <= 0)
            return 0;
        return x < a + 1 ? Series(a, x) : 1 - Fraction(a, x);
    }

    /// <summary>Q(a,x) = 1 − P(a,x).</summary>
    public static double Upper(double a, double x)
    {
        if (x <= 0)
            return 1;
        return x < a + 1 ? 1 - Series(a, x) : Fraction(a, x);
    }

    private static double Series(double a, double x)
    {
        var term = 1.0;
        var sum = 1.0;
        for (var k = 1; term > 1e-17 * sum; k++)
        {
            term *= x / (a + k);
            sum += term;
        }
        return Math.Exp(SaddlePoint.LogPoisson(a, x)) * sum;
    }

    private static double Fraction(double a, double x)
    {
        const double Tiny = 1e-300;
        var b = x + 1 - a;
        var c = 1 / Tiny;
        var d = 1 / b;
        var h = d;
        for (var k = 1; k < 1_000_000; k++)
        {
            var step = -k * (k - a);
            b += 2;
            d = 1 / NotZero(step * d + b);
            c = NotZero(b + step / c);
            h *= d * c;
            if (Math.Abs(d * c - 1) < 3e-16)
                break;
        }
        return Math.Exp(SaddlePoint.LogPoisson(a, x)) * a * h;

        static double NotZero(double value) => Math.Abs(value) < Tiny ? Tiny : value;
    }
}
