using DefectVision.Statistics.Calibration;

namespace DefectVision.Statistics.Tests.Calibration;

public sealed class ScoreTests
{
    [Fact]
    public void The_area_counts_wins_and_half_of_the_ties()
    {
        // Pairs: 3>1, 3>2, 2>1 win, 2=2 ties: 3.5 of 4.
        var area = AreaUnderCurve.Of([new(3, true), new(2, true), new(2, false), new(1, false)]);
        Assert.Equal(0.875, area.Value.Value, 15);
    }

    [Fact]
    public void A_perfect_score_has_no_interval_and_says_so()
    {
        var area = AreaUnderCurve.Of([.. Enumerable.Range(0, 60).Select(i => new LabelledScore(i, i >= 30))]);
        Assert.Equal((1.0, BoundStatus.Degenerate), (area.Value.Value, area.Status));
        Assert.Equal((BoundStatus.Degenerate, 0.0, 1.0), (area.TwoSided(ConfidenceLevel.P95).Status, area.TwoSided(ConfidenceLevel.P95).Lower.Value, area.TwoSided(ConfidenceLevel.P95).Upper.Value));
    }

    [Theory]
    [InlineData(19, BoundStatus.TooFewOfAKind)]
    [InlineData(20, BoundStatus.Ok)]
    public void An_interval_needs_twenty_nonconforming_items(int nonconforming, BoundStatus wanted)
    {
        var generator = new PinnedGenerator(5, 1);
        var items = Enumerable.Range(0, 100).Select(i => new LabelledScore(generator.NextDouble() + (i < nonconforming ? 0.4 : 0), i < nonconforming)).ToArray();
        Assert.Equal(wanted, AreaUnderCurve.Of(items).TwoSided(ConfidenceLevel.P95).Status);
    }

    [Fact]
    public void A_score_compared_with_itself_has_no_difference_to_test()
    {
        LabelledScore[] items = [new(1, true), new(2, false), new(3, true), new(0, false)];
        var comparison = AreaComparison.Of(items, items);
        Assert.Equal(BoundStatus.Degenerate, comparison.Status);
        Assert.Null(comparison.PValue);
    }

    [Fact]
    public void Scores_that_cannot_be_ranked_are_refused()
    {
        Assert.Throws<ArgumentException>(() => AreaUnderCurve.Of([new(1, true), new(2, true)]));
        Assert.Throws<ArgumentException>(() => AreaUnderCurve.Of([new(double.NaN, true), new(2, false)]));
        Assert.Throws<ArgumentException>(() => AreaComparison.Of([new(1, true), new(2, false)], [new(1, false), new(2, true)]));
    }

    [Fact]
    public void A_forecast_that_is_always_right_has_no_error_of_any_kind()
    {
        var measures = CalibrationMeasures.Of([new(new Probability(1), true), new(new Probability(0), false)], 10);
        Assert.Equal((0.0, 0.0, 0.0, 0.0), (measures.Brier, measures.ExpectedErrorEqualWidth, measures.ExpectedErrorEqualMass, measures.CalibrationInTheLarge));
        Assert.InRange(measures.LogLoss, 0, 1e-14);
    }

    [Fact]
    public void A_bin_is_closed_on_its_right_and_the_first_holds_zero()
    {
        var table = ReliabilityTable.EqualWidth([new(new Probability(0), false), new(new Probability(0.5), true), new(new Probability(0.51), true)], 2);
        Assert.Equal([2L, 1L], table.Select(bin => bin.Nonconforming.Total));
    }

    /// <summary>Elkan 2001: flag from c_FP/(c_FP + c_FN) on.</summary>
    [Fact]
    public void A_missed_defect_nine_times_as_dear_as_a_false_alarm_is_flagged_from_one_tenth() =>
        Assert.Equal(0.1, new ErrorCosts(missed: 9, falseAlarm: 1, review: 1).FlagFrom.Value, 15);

    [Theory]
    [InlineData(0.01, Triage.Pass)]
    [InlineData(0.02, Triage.Pass)]
    [InlineData(0.021, Triage.Refer)]
    [InlineData(0.79, Triage.Refer)]
    [InlineData(0.8, Triage.Flag)]
    public void Review_takes_what_neither_decision_is_cheap_for(double probability, Triage wanted) =>
        Assert.Equal(wanted, new ErrorCosts(missed: 10, falseAlarm: 1, review: 0.2m).Decide(new Probability(probability)));

    [Fact]
    public void Review_as_dear_as_a_mistake_leaves_no_review_band()
    {
        var costs = new ErrorCosts(missed: 1, falseAlarm: 1, review: 0.5m);
        Assert.Equal((Triage.Flag, Triage.Pass), (costs.Decide(new Probability(0.5)), costs.Decide(new Probability(0.49))));
    }

    /// <summary>Wilks 1941: the smallest sample whose extreme is a tolerance limit, ln δ / ln(1 − rate).</summary>
    [Theory]
    [InlineData(0.05, 59)]
    [InlineData(0.01, 299)]
    [InlineData(0.10, 29)]
    public void The_fewest_calibration_items_are_those_of_Wilks(double rate, int wanted)
    {
        Assert.Equal(wanted, ToleranceBand.FewestItems(new Rate(rate), ConfidenceLevel.P95));
        Assert.Equal(1, Fit(wanted).PassRank);
        Assert.Equal((0, Triage.Refer), (Fit(wanted - 1).PassRank, Fit(wanted - 1).Decide(-1)));

        ToleranceBand Fit(int items) => ToleranceBand.Fit(
            [.. Enumerable.Range(0, items).Select(i => i / 1000.0)], [], new Rate(rate), new Rate(rate), ConfidenceLevel.P95);
    }
}
