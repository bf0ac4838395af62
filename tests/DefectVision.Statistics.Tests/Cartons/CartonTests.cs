using DefectVision.Statistics.Cartons;
using DefectVision.Statistics.Intervals;

namespace DefectVision.Statistics.Tests.Cartons;

public sealed class CartonTests
{
    private static readonly ConfidenceLevel Level = ConfidenceLevel.P95;

    [Fact]
    public void Opening_every_carton_of_full_ones_leaves_only_the_steps_between_the_thresholds()
    {
        // Thresholds 1, 2, 4, 8: a carton with 8 or more of 10 counts for 8.
        var bound = DyadicBound.Lower([10, 10, 10, 10, 10], 10, 5, Level);
        Assert.Equal((0.8, 40L), (bound.Rate.Lower.Value, bound.NonconformingAtLeast!.Value));
        Assert.Equal([1L, 2L, 4L, 8L], bound.Thresholds.Select(threshold => threshold.Nonconforming));
    }

    [Fact]
    public void One_rotten_carton_cannot_make_the_lot_look_rotten()
    {
        var rotten = DyadicBound.Lower([24, 0, 0, 0, 0, 0, 0, 0, 0, 0], 24, 200, Level);
        Assert.True(rotten.Rate.Lower.Value <= 1.0 / 200);
        // The same 24 items counted as if drawn one by one would claim far more.
        Assert.True(Hypergeometric.Bound(24, 240, 4800, Level, Side.Lower).LowerRate.Value > 0.06);
    }

    [Fact]
    public void Not_knowing_the_number_of_cartons_bounds_the_rate_only()
    {
        var bound = DyadicBound.Lower([3, 0, 2, 1, 0, 4], 12, null, Level);
        Assert.Null(bound.NonconformingAtLeast);
        Assert.True(bound.Rate.Lower <= DyadicBound.Lower([3, 0, 2, 1, 0, 4], 12, 60, Level).Rate.Lower);
    }

    [Fact]
    public void No_carton_opened_is_no_data_and_impossible_cartons_are_refused()
    {
        Assert.Equal(BoundStatus.NoData, DyadicBound.Lower([], 12, 60, Level).Rate.Status);
        Assert.Throws<ArgumentOutOfRangeException>(() => DyadicBound.Lower([13], 12, 60, Level));
        Assert.Throws<ArgumentOutOfRangeException>(() => DyadicBound.Lower([1, 1], 12, 1, Level));
        Assert.Equal(BoundStatus.NoData, KornGraubard.Estimate([], Level, Side.TwoSided).Interval.Status);
        Assert.Throws<ArgumentException>(() => KornGraubard.Estimate([new Tally(0, 0)], Level, Side.TwoSided));
    }

    [Fact]
    public void Cartons_without_a_single_nonconforming_item_count_once_each()
    {
        var estimate = KornGraubard.Estimate([new(0, 10), new(0, 10), new(0, 10)], Level, Side.Upper);
        Assert.Equal((BoundStatus.AllSame, 3.0), (estimate.Interval.Status, estimate.EffectiveItems));
        Assert.Equal(ClopperPearson.Bound(0, 3, Level, Side.Upper).Upper, estimate.Interval.Upper);
    }

    [Fact]
    public void Cartons_that_are_all_or_nothing_have_correlation_one()
    {
        var estimate = KornGraubard.Estimate([new(10, 10), new(0, 10), new(0, 10), new(0, 10)], Level, Side.TwoSided);
        Assert.Equal(1, estimate.IntraCartonCorrelation!.Value, 12);
        Assert.Equal((null, BoundStatus.Degenerate), BetaBinomial.Fit([new(10, 10), new(0, 10), new(0, 10), new(0, 10)]));
    }

    [Fact]
    public void Independent_items_make_the_beta_binomial_the_binomial() =>
        Assert.Equal(Math.Log(Exact.Binomial(10, 0.2)[3]), new BetaBinomial(new Rate(0.2), Rate.Zero).LogLikelihood([new(3, 10)]), 12);

    [Fact]
    public void Views_of_one_item_are_one_trial()
    {
        var items = ItemAggregation.Of([("a", 0.2), ("b", 0.1), ("a", 0.9)]);
        Assert.Equal([new AggregatedItem("a", 0.9, 2), new AggregatedItem("b", 0.1, 1)], items);
        Assert.Equal([true, false], items.Select(item => item.IsFlagged(0.9)));
        Assert.Throws<ArgumentException>(() => ItemAggregation.Of([("a", double.NaN)]));
    }

    [Fact]
    public void Unreadable_items_are_good_below_and_bad_above_and_too_many_refuse_both_together()
    {
        var lower = PartlyUnreadable.Bound(3, 5, 100, 1000, Level, Side.Lower);
        var upper = PartlyUnreadable.Bound(3, 5, 100, 1000, Level, Side.Upper);
        Assert.Equal(Hypergeometric.Bound(3, 100, 1000, Level, Side.Lower).Lower, lower.Lower);
        Assert.Equal(Hypergeometric.Bound(8, 100, 1000, Level, Side.Upper).Upper, upper.Upper);
        Assert.Equal(BoundStatus.Ok, PartlyUnreadable.Bound(3, 5, 100, 1000, Level, Side.TwoSided).Status);
        var refused = PartlyUnreadable.Bound(3, 6, 100, 1000, Level, Side.TwoSided);
        Assert.Equal((BoundStatus.TooManyUnreadable, 0L, 1000L), (refused.Status, refused.Lower, refused.Upper));
    }
}
