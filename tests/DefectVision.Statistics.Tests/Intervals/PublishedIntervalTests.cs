using DefectVision.Statistics.Intervals;

namespace DefectVision.Statistics.Tests.Intervals;

public sealed class PublishedIntervalTests
{
    /// <summary>Newcombe 1998, Statistics in Medicine 17:857, Table I: four samples, method 5 (Clopper-Pearson) and method 3 (Wilson), 95 %.</summary>
    [Theory]
    [InlineData(81, 263, 0.2527, 0.3676, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0578, 0.1617, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1684, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0009, 0.1776, 0.0061, 0.1718)]
    public void Clopper_Pearson_and_Wilson_give_the_intervals_of_Newcombe(int x, int n, double exactLower, double exactUpper, double scoreLower, double scoreUpper)
    {
        var exact = ClopperPearson.Bound(x, n, ConfidenceLevel.P95, Side.TwoSided);
        var score = Wilson.TwoSided(x, n, ConfidenceLevel.P95);
        Assert.Equal((exactLower, exactUpper), (Math.Round(exact.Lower.Value, 4), Math.Round(exact.Upper.Value, 4)));
        Assert.Equal((scoreLower, scoreUpper), (Math.Round(score.Lower.Value, 4), Math.Round(score.Upper.Value, 4)));
    }

    /// <summary>With nothing found the upper limit is 1 − α^(1/n), with all found the lower limit α^(1/n): Clopper and Pearson 1934.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(10_000_000)]
    public void The_ends_have_closed_forms(long n)
    {
        var alpha = ConfidenceLevel.P95.Alpha;
        Assert.Equal(-Math.Log(alpha) / n, -Log1p(-ClopperPearson.Bound(0, n, ConfidenceLevel.P95, Side.Upper).Upper.Value), 1e-12);
        Assert.Equal(Math.Pow(alpha, 1.0 / n), ClopperPearson.Bound(n, n, ConfidenceLevel.P95, Side.Lower).Lower.Value, 1e-12);

        static double Log1p(double x) => x - x * x / 2 + (Math.Abs(x) < 1e-4 ? 0 : Math.Log(1 + x) - x + x * x / 2);
    }

    [Fact]
    public void Nothing_inspected_is_no_data_and_leaves_everything_open()
    {
        var process = ClopperPearson.Bound(0, 0, ConfidenceLevel.P95, Side.TwoSided);
        var lot = Hypergeometric.Bound(0, 0, 500, ConfidenceLevel.P95, Side.TwoSided);
        Assert.Equal((BoundStatus.NoData, 0.0, 1.0), (process.Status, process.Lower.Value, process.Upper.Value));
        Assert.Equal((BoundStatus.NoData, 0L, 500L), (lot.Status, lot.Lower, lot.Upper));
        Assert.Equal(BoundStatus.NoData, UnknownLot.Bound(0, 0, ConfidenceLevel.P95, Side.Lower).Status);
        Assert.Equal(BoundStatus.NoData, Wilson.TwoSided(0, 0, ConfidenceLevel.P95).Status);
        Assert.Equal(BoundStatus.NoData, Jeffreys.TwoSided(0, 0, ConfidenceLevel.P95).Status);
    }

    [Theory]
    [InlineData(-1, 10, 100)]
    [InlineData(11, 10, 100)]
    [InlineData(5, 101, 100)]
    [InlineData(0, -1, 100)]
    [InlineData(0, 0, 0)]
    public void Counts_that_cannot_be_are_refused(long x, long n, long lotSize) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Hypergeometric.Bound(x, n, lotSize, ConfidenceLevel.P95, Side.Lower));

    /// <summary>One of one item from a lot of ten, at 90 %: P(X ≥ 1 | D = 1) is exactly the error probability, and a tie does not reject.</summary>
    [Fact]
    public void An_exact_tie_widens_the_bound() =>
        Assert.Equal(1, Hypergeometric.Bound(1, 1, 10, ConfidenceLevel.P90, Side.Lower).Lower);

    /// <summary>18 of 200 from 5 000: at least 298 nonconforming items, the worked sentence of the specification.</summary>
    [Fact]
    public void The_worked_example_gives_its_number()
    {
        var bound = Hypergeometric.Bound(18, 200, 5000, ConfidenceLevel.P95, Side.Lower);
        Assert.Equal((298L, Guarantee.Guaranteed, BoundStatus.Ok), (bound.Lower, bound.Guarantee, bound.Status));
        Assert.Equal(0.0596, bound.LowerRate.Value, 12);
    }
}
