namespace DefectVision.Statistics.Tails;

/// <summary>
/// Point probabilities by Loader's saddle-point expansion, for real arguments. Differences of log-gamma values lose
/// eight digits near 10^7; here every term is small by construction.
/// </summary>
/// <remarks>Source: C. Loader, Fast and Accurate Computation of Binomial Probabilities, 2000.</remarks>
internal static class SaddlePoint
{
    /// <summary>ln of C(n,x) p^x q^(n−x) for 0 ≤ x ≤ n, with q = 1 − p handed over as exactly as the caller knows it.</summary>
    public static double LogBinomial(double x, double n, double p, double q)
    {
        if (x == 0)
            return n == 0 ? 0 : n * LogOf(q, p);
        if (x == n)
            return n * LogOf(p, q);
        if (p == 0 || q == 0)
            return double.NegativeInfinity;
        return StirlingError(n) - StirlingError(x) - StirlingError(n - x)
            - Deviance(x, n * p) - Deviance(n - x, n * q)
            - 0.5 * Math.Log(2 * Math.PI * x * ((n - x) / n));
    }

    /// <summary>ln of e^(−mean) mean^x / Γ(x+1) for x ≥ 0 and mean &gt; 0.</summary>
    public static double LogPoisson(double x, double mean) =>
        x == 0 ? -mean : -StirlingError(x) - Deviance(x, mean) - 0.5 * Math.Log(2 * Math.PI * x);

    /// <summary>ln Γ(x+1) for x ≥ 0.</summary>
    public static double LogFactorial(double x) =>
        x == 0 ? 0 : StirlingError(x) + (x + 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI);

    /// <summary>What Stirling's formula leaves out of ln Γ(x+1), for x &gt; 0.</summary>
    private static double StirlingError(double x)
    {
        // δ(x) − δ(x+1) = (x+½) ln(1+1/x) − 1 carries small arguments up to where the series has full precision.
        var shifted = 0.0;
        while (x < 16)
        {
            shifted += (x + 0.5) * Elementary.Log1p(1 / x) - 1;
            x++;
        }
        var r = 1 / (x * x);
        return shifted + (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * (691.0 / 360360)))))) / x;
    }

    /// <summary>x ln(x/mean) + mean − x, the deviance, without cancellation when x is near the mean.</summary>
    private static double Deviance(double x, double mean)
    {
        var difference = x - mean;
        if (Math.Abs(difference) >= 0.1 * (x + mean))
            return x * Math.Log(x / mean) - difference;
        var v = difference / (x + mean);
        var sum = difference * v;
        var term = 2 * x * v;
        for (var k = 3; ; k += 2)
        {
            term *= v * v;
            var next = sum + term / k;
            if (next == sum)
                return sum;
            sum = next;
        }
    }

    private static double LogOf(double p, double complement) =>
        complement < 0.5 ? Elementary.Log1p(-complement) : Math.Log(p);
}
