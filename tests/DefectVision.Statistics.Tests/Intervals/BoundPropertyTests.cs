using DefectVision.Statistics.Intervals;
using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Tests.Intervals;

/// <summary>What must hold between bounds, for random lots, samples and counts (fixed seed).</summary>
public sealed class BoundPropertyTests
{
    private static readonly ConfidenceLevel Level = ConfidenceLevel.P95;

    [Fact]
    public void Bounds_grow_with_the_count()
    {
        foreach (var (x, n, lot) in Cases().Where(c => c.X < c.N))
        {
            Assert.True(Hypergeometric.Bound(x, n, lot, Level, Side.Lower).Lower <= Hypergeometric.Bound(x + 1, n, lot, Level, Side.Lower).Lower);
            Assert.True(Hypergeometric.Bound(x, n, lot, Level, Side.Upper).Upper <= Hypergeometric.Bound(x + 1, n, lot, Level, Side.Upper).Upper);
            Assert.True(UnknownLot.Bound(x, n, Level, Side.Lower).Lower < UnknownLot.Bound(x + 1, n, Level, Side.Lower).Lower);
            Assert.True(ClopperPearson.Bound(x, n, Level, Side.Upper).Upper < ClopperPearson.Bound(x + 1, n, Level, Side.Upper).Upper);
        }
    }

    [Fact]
    public void The_observed_share_lies_inside_and_the_one_sided_limit_inside_the_two_sided_one()
    {
        foreach (var (x, n, lot) in Cases())
        {
            var share = (double)x / n;
            var count = Hypergeometric.Bound(x, n, lot, Level, Side.TwoSided);
            Assert.InRange(share, count.LowerRate.Value - 1e-12, count.UpperRate.Value + 1e-12);
            Assert.True(Hypergeometric.Bound(x, n, lot, Level, Side.Lower).Lower >= count.Lower);
            Assert.True(Hypergeometric.Bound(x, n, lot, Level, Side.Upper).Upper <= count.Upper);

            var rate = ClopperPearson.Bound(x, n, Level, Side.TwoSided);
            Assert.InRange(share, rate.Lower.Value, rate.Upper.Value);
            Assert.True(ClopperPearson.Bound(x, n, Level, Side.Lower).Lower >= rate.Lower);
            Assert.True(ClopperPearson.Bound(x, n, Level, Side.Upper).Upper <= rate.Upper);
        }
    }

    [Fact]
    public void Knowing_the_lot_size_never_weakens_the_lower_bound()
    {
        foreach (var (x, n, lot) in Cases())
        {
            var known = Hypergeometric.Bound(x, n, lot, Level, Side.Lower).LowerRate.Value;
            Assert.True(known >= UnknownLot.Bound(x, n, Level, Side.Lower).Lower.Value - 1e-9, $"x={x} n={n} N={lot}");
        }
    }

    [Fact]
    public void Counting_conforming_items_instead_mirrors_the_bounds()
    {
        foreach (var (x, n, lot) in Cases())
        {
            Assert.Equal(lot - Hypergeometric.Bound(x, n, lot, Level, Side.Lower).Lower, Hypergeometric.Bound(n - x, n, lot, Level, Side.Upper).Upper);
            Assert.Equal(1 - ClopperPearson.Bound(x, n, Level, Side.Lower).Lower.Value, ClopperPearson.Bound(n - x, n, Level, Side.Upper).Upper.Value, 12);
            Assert.Equal(1 - UnknownLot.Bound(x, n, Level, Side.Lower).Lower.Value, UnknownLot.Bound(n - x, n, Level, Side.Upper).Upper.Value, 12);
        }
    }

    [Fact]
    public void The_lower_bound_is_the_smallest_lot_that_the_test_does_not_reject()
    {
        foreach (var (x, n, lot) in Cases().Where(c => c.X > 0))
        {
            var bound = Hypergeometric.Bound(x, n, lot, Level, Side.Lower).Lower;
            Assert.True(new HypergeometricTail(lot, bound, n).AtLeast(x) >= Level.Alpha * (1 - 1e-9));
            if (bound > x)
                Assert.True(new HypergeometricTail(lot, bound - 1, n).AtLeast(x) < Level.Alpha);
        }
    }

    [Fact]
    public void A_higher_confidence_never_raises_the_lower_bound()
    {
        foreach (var (x, n, lot) in Cases())
            Assert.True(Hypergeometric.Bound(x, n, lot, ConfidenceLevel.P99, Side.Lower).Lower <= Hypergeometric.Bound(x, n, lot, Level, Side.Lower).Lower);
    }

    [Fact]
    public void A_full_inspection_knows_the_lot() =>
        Assert.All(Enumerable.Range(0, 51), x =>
        {
            var bound = Hypergeometric.Bound(x, 50, 50, Level, Side.TwoSided);
            Assert.Equal((x, x), ((int)bound.Lower, (int)bound.Upper));
        });

    private static IEnumerable<(long X, long N, long Lot)> Cases()
    {
        var generator = new PinnedGenerator(1, 4);
        for (var i = 0; i < 300; i++)
        {
            var lot = (long)Math.Exp(generator.NextDouble() * Math.Log(1e6)) + 1;
            var n = 1 + generator.NextInt((int)Math.Min(lot, 2000));
            var x = generator.NextInt(2) == 0 ? generator.NextInt(Math.Min(n, 12) + 1) : generator.NextInt(n + 1);
            yield return (x, n, lot);
        }
    }
}
