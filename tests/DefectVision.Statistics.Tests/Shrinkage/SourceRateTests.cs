using DefectVision.Statistics.Shrinkage;

namespace DefectVision.Statistics.Tests.Shrinkage;

/// <summary>
/// Rules of a source's rate. The figures were worked out with scipy 1.10.1: the beta-binomial by maximum likelihood (Nelder-Mead), the posterior by scipy.stats.beta.
/// </summary>
public sealed class SourceRateTests
{
    private static readonly Tally[] Eight = [new(0, 50), new(1, 50), new(10, 50), new(2, 50), new(0, 50), new(3, 50), new(20, 50), new(1, 50)];

    [Fact]
    public void Lots_of_one_source_weigh_by_their_correlation_and_all_sources_like_one_lot_more()
    {
        var bad = SourceRate.Of([Eight[2], Eight[6]], Eight, ConfidenceLevel.P95)!;
        Assert.Equal(0.165881, bad.Correlation, 5);
        Assert.Equal(10.95512, bad.Weight, 3);
        Assert.Equal(0.230978, bad.Estimate.Value, 5);
        Assert.Equal(0.068182, bad.Interval.Lower.Value, 5);
        Assert.Equal(0.455260, bad.Interval.Upper.Value, 5);
        Assert.Equal(Guarantee.Approximate, bad.Interval.Guarantee);

        var good = SourceRate.Of([Eight[0], Eight[4]], Eight, ConfidenceLevel.P95)!;
        Assert.Equal(0.030978, good.Estimate.Value, 5);
        Assert.Equal(0.149335, good.Interval.Upper.Value, 5);
    }

    // Counted, 20 of 180 are 11.1 %; the worst lot alone has 33 %.
    [Fact]
    public void One_bad_lot_of_three_is_not_a_third()
    {
        Tally[] all = [new(20, 60), new(0, 60), new(0, 60), new(1, 80), new(0, 125), new(2, 80), new(1, 50), new(0, 32)];
        var rate = SourceRate.Of(all[..3], all, ConfidenceLevel.P95)!;
        Assert.Equal(0.095712, rate.Estimate.Value, 5);
        Assert.Equal(0.011160, rate.Interval.Lower.Value, 5);
        Assert.Equal(0.255826, rate.Interval.Upper.Value, 5);
    }

    [Fact]
    public void A_source_without_lots_is_taken_for_any_other()
    {
        var unknown = SourceRate.Of([], Eight, ConfidenceLevel.P95)!;
        Assert.Equal((0, 0.0), (unknown.Lots, unknown.Weight));
        Assert.Equal(0.092933, unknown.Estimate.Value, 5);
        Assert.Equal(0.414393, unknown.Interval.Upper.Value, 5);
    }

    // Six lots of 1 in 50 vary less than chance: the items count as independent. Without a defect anywhere the rate stays off the end.
    [Fact]
    public void Where_lots_do_not_vary_every_item_counts()
    {
        Tally[] same = [.. Enumerable.Repeat(new Tally(1, 50), 6)];
        var rate = SourceRate.Of(same[..2], same, ConfidenceLevel.P95)!;
        Assert.Equal((0.0, 100.0), (rate.Correlation, rate.Weight));
        Assert.Equal(0.020532, rate.Estimate.Value, 5);
        Assert.Equal(0.048470, rate.Interval.Upper.Value, 5);

        Tally[] clean = [.. Enumerable.Repeat(new Tally(0, 50), 6)];
        var none = SourceRate.Of(clean[..2], clean, ConfidenceLevel.P95)!;
        Assert.InRange(none.Estimate.Value, 0, 0.001);
        Assert.True(none.Interval.Upper.Value > 0);
    }

    [Theory]
    [InlineData(SourceRate.FewestLots - 1, false)]
    [InlineData(SourceRate.FewestLots, true)]
    public void Fewer_than_five_lots_of_all_sources_say_nothing(int lots, bool isKnown) =>
        Assert.Equal(isKnown, SourceRate.Of([Eight[0]], Eight[..lots], ConfidenceLevel.P95) is not null);
}
