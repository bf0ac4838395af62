using DefectVision.Statistics.Correction;

namespace DefectVision.Statistics.Tests.Correction;

public sealed class CorrectionTests
{
    private static readonly Tally GoodSe = new(90, 100);
    private static readonly Tally GoodSp = new(285, 300);

    /// <summary>Rogan and Gladen 1978: the estimate inverts apparent = p·Se + (1−p)(1−Sp).</summary>
    [Fact]
    public void The_Rogan_Gladen_estimate_undoes_what_the_classifier_did()
    {
        // p = 0.2, Se = 0.9, Sp = 0.95: apparent rate 0.22.
        Assert.Equal(0.2, RoganGladen.Estimate(new Tally(22, 100), GoodSe, GoodSp)!.Value, 12);
        Assert.Equal(0.85, RoganGladen.YoudenIndex(GoodSe, GoodSp), 12);
    }

    [Fact]
    public void A_classifier_that_guesses_corrects_nothing()
    {
        var found = LangReiczigel.TwoSided(new Tally(20, 200), new Tally(25, 50), new Tally(150, 300), ConfidenceLevel.P95);
        Assert.Equal((BoundStatus.UninformativeClassifier, 0.0, 1.0), (found.Interval.Status, found.Interval.Lower.Value, found.Interval.Upper.Value));
        Assert.Null(found.RawEstimate);
        Assert.Null(found.Estimate);
    }

    [Fact]
    public void Fewer_flags_than_false_alarms_predict_refuse_the_correction_instead_of_claiming_zero()
    {
        var found = LangReiczigel.TwoSided(new Tally(0, 200), new Tally(45, 50), new Tally(290, 300), ConfidenceLevel.P95);
        Assert.Equal((BoundStatus.InconsistentLow, 1.0), (found.Interval.Status, found.Interval.Upper.Value));
        Assert.True(found.RawEstimate < 0);
        Assert.Null(found.Estimate);
    }

    [Fact]
    public void More_flags_than_the_sensitivity_allows_refuse_the_correction() =>
        Assert.Equal(BoundStatus.InconsistentHigh,
            LangReiczigel.TwoSided(new Tally(200, 200), new Tally(45, 50), new Tally(290, 300), ConfidenceLevel.P95).Interval.Status);

    [Theory]
    [InlineData(29, BoundStatus.TooFewValidationItems)]
    [InlineData(30, BoundStatus.Ok)]
    public void Thirty_known_items_of_either_kind_are_the_fewest(int known, BoundStatus wanted)
    {
        Assert.Equal(wanted, LangReiczigel.TwoSided(new Tally(22, 100), new Tally(known - 3, known), GoodSp, ConfidenceLevel.P95).Interval.Status);
        Assert.Equal(wanted, LangReiczigel.TwoSided(new Tally(22, 100), GoodSe, new Tally(known - 1, known), ConfidenceLevel.P95).Interval.Status);
    }

    [Fact]
    public void Nothing_inspected_and_nothing_validated_are_told_apart()
    {
        var none = new Tally(0, 0);
        Assert.Equal(BoundStatus.NoData, LangReiczigel.TwoSided(none, GoodSe, GoodSp, ConfidenceLevel.P95).Interval.Status);
        Assert.Equal(BoundStatus.TooFewValidationItems, LangReiczigel.TwoSided(new Tally(1, 9), none, GoodSp, ConfidenceLevel.P95).Interval.Status);
        Assert.Equal(BoundStatus.NoData, SpecificityOnly.LowerBound(none, GoodSp, ConfidenceLevel.P95).Status);
        Assert.Equal(BoundStatus.TooFewValidationItems, SpecificityOnly.LowerBound(new Tally(1, 9), none, ConfidenceLevel.P95).Status);
        Assert.Equal(BoundStatus.NoData, ThreeWay.Bound(none, GoodSe, GoodSp, ConfidenceLevel.P95, Side.Upper).Status);
        Assert.Equal(BoundStatus.TooFewValidationItems, ThreeWay.Bound(new Tally(1, 9), GoodSe, none, ConfidenceLevel.P95, Side.Upper).Status);
    }

    /// <summary>
    /// statistics.md 2.2 and 1.5: (AP - F) / (1 - F), F multiplied by the looks. The references: binomial tails summed in exact rational arithmetic
    /// (Python's fractions) and solved for the rate in 48 bisections, 0.025 each; AP = 0.137456903295503 of 9 in 32, F = 0.0246210642547755 of 1 in 224,
    /// AP = 0.338017813737233 of 20 in 40, F = 0.115703308222029 of 0 in 30.
    /// </summary>
    [Theory]
    [InlineData(9, 32, 223, 224, 1, 0.11568410481872515)]
    [InlineData(9, 32, 223, 224, 2, 0.09278363864362475)]
    [InlineData(9, 32, 223, 224, 4, 0.04323013389376430)]
    [InlineData(9, 32, 223, 224, 6, 0)]
    [InlineData(20, 40, 30, 30, 1, 0.25140262039001560)]
    [InlineData(20, 40, 30, 30, 2, 0.13870949135670650)]
    [InlineData(20, 40, 30, 30, 3, 0)]
    public void Each_look_at_an_item_is_another_chance_of_a_false_alarm(int flags, int items, int unflagged, int good, int looks, double expected)
    {
        var bound = SpecificityOnly.LowerBoundOf(new Tally(flags, items), new Tally(unflagged, good), looks, ConfidenceLevel.P95);
        Assert.Equal((BoundStatus.Ok, 1.0), (bound.Status, bound.Upper.Value));
        Assert.Equal(expected, bound.Lower.Value, 1e-9);
        Assert.Equal(bound.Lower, SpecificityOnly.LowerBound(new Tally(flags, items), new Tally(unflagged, good), ConfidenceLevel.P95, looks).Lower);
    }

    [Fact]
    public void More_looks_lower_the_bound_of_one_look_until_nothing_is_left_of_it()
    {
        var flagged = new Tally(150, 200);
        var one = SpecificityOnly.LowerBound(flagged, GoodSp, ConfidenceLevel.P95);
        Assert.Equal(one, SpecificityOnly.LowerBoundOf(flagged, GoodSp, 1, ConfidenceLevel.P95));
        var before = one.Lower.Value;
        foreach (var looks in Enumerable.Range(2, 40).Append(int.MaxValue))
        {
            var lower = SpecificityOnly.LowerBoundOf(flagged, GoodSp, looks, ConfidenceLevel.P95).Lower.Value;
            Assert.True(lower < before || (lower == 0 && before == 0));
            before = lower;
        }

        Assert.Equal(0, before);
    }

    // All flagged: as long as the rate of false alarms is below 1 something follows, at 1 and above nothing does. F = 0.1157 of 0 in 30.
    [Theory]
    [InlineData(1, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    [InlineData(9, false)]
    [InlineData(1000, false)]
    public void A_rate_of_false_alarms_is_at_most_one(int looks, bool follows) =>
        Assert.Equal(follows, SpecificityOnly.LowerBoundOf(new Tally(32, 32), new Tally(30, 30), looks, ConfidenceLevel.P95).Lower.Value > 0);

    [Theory]
    [InlineData(29, BoundStatus.TooFewValidationItems, 0)]
    [InlineData(30, BoundStatus.Ok, 0.25140262039001560)]
    public void Fewer_than_thirty_known_conforming_trials_decide_nothing(int good, BoundStatus status, double expected)
    {
        var bound = SpecificityOnly.LowerBoundOf(new Tally(20, 40), new Tally(good, good), 1, ConfidenceLevel.P95);
        Assert.Equal((status, 1.0), (bound.Status, bound.Upper.Value));
        Assert.Equal(expected, bound.Lower.Value, 1e-9);
        Assert.True(SpecificityOnly.LowerBound(new Tally(20, 40), new Tally(good, good), ConfidenceLevel.P95).Lower.Value > 0.24);
    }

    [Fact]
    public void An_item_nobody_looked_at_is_no_trial()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => SpecificityOnly.LowerBoundOf(new Tally(1, 9), GoodSp, 0, ConfidenceLevel.P95));
        Assert.Equal(BoundStatus.NoData, SpecificityOnly.LowerBoundOf(new Tally(0, 0), new Tally(29, 29), 2, ConfidenceLevel.P95).Status);
    }

    [Fact]
    public void The_guaranteed_bounds_grow_with_the_flags_and_stay_below_the_estimate()
    {
        var before = 0.0;
        for (var flags = 0; flags <= 200; flags++)
        {
            var flagged = new Tally(flags, 200);
            var lower = SpecificityOnly.LowerBound(flagged, GoodSp, ConfidenceLevel.P95).Lower.Value;
            Assert.True(lower >= before);
            Assert.True(lower <= Math.Clamp(RoganGladen.Estimate(flagged, GoodSe, GoodSp)!.Value, 0, 1));
            before = lower;

            var both = ThreeWay.Bound(flagged, GoodSe, GoodSp, ConfidenceLevel.P95, Side.TwoSided);
            Assert.True(both.Lower <= both.Upper);
            Assert.True(ThreeWay.Bound(flagged, GoodSe, GoodSp, ConfidenceLevel.P95, Side.Lower).Lower >= both.Lower);
            Assert.True(ThreeWay.Bound(flagged, GoodSe, GoodSp, ConfidenceLevel.P95, Side.Upper).Upper <= both.Upper);
        }
    }
}
