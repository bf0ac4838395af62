using DefectVision.Statistics.Intervals;

namespace DefectVision.Statistics.Tests.Intervals;

/// <summary>The guarantee itself, by enumerating every sample: nominal coverage or better at every point of the grid.</summary>
public sealed class CoverageTests
{
    private const double Rounding = 1e-9;

    [Theory]
    [InlineData(0.90)]
    [InlineData(0.95)]
    [InlineData(0.99)]
    public void Clopper_Pearson_covers_every_rate_of_every_process_up_to_60_items(double level)
    {
        var confidence = new ConfidenceLevel(level);
        for (var n = 1; n <= 60; n++)
        {
            var lower = Limits(n, x => ClopperPearson.Bound(x, n, confidence, Side.Lower).Lower.Value);
            var upper = Limits(n, x => ClopperPearson.Bound(x, n, confidence, Side.Upper).Upper.Value);
            var both = Limits(n, x => ClopperPearson.Bound(x, n, confidence, Side.TwoSided));
            for (var thousandth = 0; thousandth <= 1000; thousandth++)
            {
                var p = thousandth / 1000.0;
                var chance = Exact.Binomial(n, p);
                AssertCovers(level, chance, x => lower[x] <= p, $"lower n={n} p={p}");
                AssertCovers(level, chance, x => upper[x] >= p, $"upper n={n} p={p}");
                AssertCovers(level, chance, x => both[x].Lower.Value <= p && p <= both[x].Upper.Value, $"two-sided n={n} p={p}");
            }
        }
    }

    /// <summary>Every lot size below 40 and each twentieth up to 120, every sample size, every number of nonconforming items.</summary>
    [Theory]
    [InlineData(0.90)]
    [InlineData(0.95)]
    [InlineData(0.99)]
    public void The_hypergeometric_and_the_unknown_lot_bound_cover_every_lot_up_to_120_items(double level)
    {
        var confidence = new ConfidenceLevel(level);
        for (var lot = 1; lot <= 120; lot += lot < 40 ? 1 : 20)
        {
            for (var n = 1; n <= lot; n++)
            {
                var lower = Limits(n, x => Hypergeometric.Bound(x, n, lot, confidence, Side.Lower).Lower);
                var upper = Limits(n, x => Hypergeometric.Bound(x, n, lot, confidence, Side.Upper).Upper);
                var both = Limits(n, x => Hypergeometric.Bound(x, n, lot, confidence, Side.TwoSided));
                var unknown = Limits(n, x => UnknownLot.Bound(x, n, confidence, Side.Lower).Lower.Value);
                var unknownAbove = Limits(n, x => UnknownLot.Bound(x, n, confidence, Side.Upper).Upper.Value);
                for (var bad = 0; bad <= lot; bad++)
                {
                    var chance = Exact.Hypergeometric(lot, bad, n);
                    var rate = (double)bad / lot;
                    var point = $"N={lot} n={n} D={bad}";
                    AssertCovers(level, chance, x => lower[x] <= bad, "lower " + point);
                    AssertCovers(level, chance, x => upper[x] >= bad, "upper " + point);
                    AssertCovers(level, chance, x => both[x].Lower <= bad && bad <= both[x].Upper, "two-sided " + point);
                    AssertCovers(level, chance, x => unknown[x] <= rate + 1e-15, "unknown lower " + point);
                    AssertCovers(level, chance, x => unknownAbove[x] >= rate - 1e-15, "unknown upper " + point);
                }
            }
        }
    }

    /// <summary>
    /// The case that forbids Clopper-Pearson for a lot of unknown size: with one nonconforming item in 5 000 and 256 drawn, finding it
    /// (probability 0.0512) puts the limit above the truth.
    /// </summary>
    [Fact]
    public void Clopper_Pearson_misses_a_lot_with_one_nonconforming_item_and_the_unknown_lot_bound_does_not()
    {
        const double Truth = 1.0 / 5000;
        Assert.True(ClopperPearson.Bound(1, 256, ConfidenceLevel.P95, Side.Lower).Lower.Value > Truth);
        Assert.True(256.0 / 5000 > ConfidenceLevel.P95.Alpha);
        Assert.True(UnknownLot.Bound(1, 256, ConfidenceLevel.P95, Side.Lower).Lower.Value <= Truth);
    }

    private static T[] Limits<T>(int n, Func<int, T> limit) => [.. Enumerable.Range(0, n + 1).Select(limit)];

    private static void AssertCovers(double level, double[] chance, Func<int, bool> covered, string point)
    {
        var coverage = 0.0;
        for (var x = 0; x < chance.Length; x++)
        {
            if (covered(x))
                coverage += chance[x];
        }
        if (coverage < level - Rounding)
            Assert.Fail($"{point}: coverage {coverage:R} below {level}");
    }
}
