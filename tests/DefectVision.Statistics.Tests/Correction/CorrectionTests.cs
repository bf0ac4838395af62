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
