namespace DefectVision.Statistics.Tails;

/// <summary>ln(1+x) and e^x−1 without the digits that the plain formulas lose (Kahan's correction; the runtime's own LogP1 and ExpM1 do not carry it).</summary>
internal static class Elementary
{
    public static double Log1p(double x)
    {
        var u = 1 + x;
        return u == 1 ? x : Math.Log(u) * (x / (u - 1));
    }

    public static double Expm1(double x)
    {
        var u = Math.Exp(x);
        if (u == 1)
            return x;
        return u - 1 == -1 ? -1 : (u - 1) * (x / Math.Log(u));
    }

    /// <summary>1 − a^(1/n) for 0 &lt; a &lt; 1, also when the result is of the order 1e-7.</summary>
    public static double OneMinusRoot(double a, double n) => -Expm1(Math.Log(a) / n);
}
