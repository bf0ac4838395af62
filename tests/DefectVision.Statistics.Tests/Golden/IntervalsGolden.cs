using DefectVision.Statistics.Intervals;

namespace DefectVision.Statistics.Tests.Golden;

internal static class IntervalsGolden
{
    public static Side SideOf(GoldenRow row) => row.Text("side") switch
    {
        "lower" => Side.Lower,
        "upper" => Side.Upper,
        "two" => Side.TwoSided,
        var other => throw new FormatException($"side {other}"),
    };

    public static void Binomial(GoldenRow row)
    {
        var (x, n, side) = (row.Count("x"), row.Count("n"), SideOf(row));
        var found = row.Text("method") switch
        {
            "clopper_pearson" => ClopperPearson.Bound(x, n, row.Confidence, side),
            // The room offers these two-sided only; one end at level c is the same end of the interval at 2c − 1.
            "wilson" => OneEnd(level => Wilson.TwoSided(x, n, level), row.Confidence, side),
            "jeffreys" => OneEnd(level => Jeffreys.TwoSided(x, n, level), row.Confidence, side),
            var other => throw new FormatException($"method {other}"),
        };
        row.Near("lower", found.Lower.Value, 1e-8, 1e-12);
        row.Near("upper", found.Upper.Value, 1e-8, 1e-12);
    }

    public static void UnknownLotLower(GoldenRow row) =>
        row.Near("lower", UnknownLot.Bound(row.Count("x"), row.Count("n"), row.Confidence, Side.Lower).Lower.Value, 1e-8, 1e-12);

    public static void HypergeometricBound(GoldenRow row)
    {
        var found = Hypergeometric.Bound(row.Count("x"), row.Count("n"), row.Count("N"), row.Confidence, SideOf(row));
        row.Same("D_lower", found.Lower);
        row.Same("D_upper", found.Upper);
        row.Near("p_lower", found.LowerRate.Value, 1e-9, 0);
        row.Near("p_upper", found.UpperRate.Value, 1e-9, 0);
    }

    private static RateInterval OneEnd(Func<ConfidenceLevel, RateInterval> twoSided, ConfidenceLevel confidence, Side side)
    {
        if (side == Side.TwoSided)
            return twoSided(confidence);
        // At a level of one half and less there is no two-sided interval with that end; its two limits have met at the centre.
        var level = Math.Max(1 - 2 * confidence.Alpha, 1e-15);
        var both = twoSided(new ConfidenceLevel(level));
        return side == Side.Lower ? both with { Upper = Rate.One } : both with { Lower = Rate.Zero };
    }
}
