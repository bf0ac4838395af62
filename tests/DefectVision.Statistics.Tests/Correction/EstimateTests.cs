using DefectVision.Statistics.Correction;

namespace DefectVision.Statistics.Tests.Correction;

public sealed class EstimateTests
{
    [Fact]
    public void A_classifier_with_one_answer_is_not_believed()
    {
        var estimate = new PredictionPowered(new JudgedItems(0, 5, 0, 45), new Tally(0, 500));
        Assert.Equal((0.0, 0.1), (estimate.PowerTuning, estimate.Estimate));
    }

    [Fact]
    public void A_perfect_classifier_brings_in_the_items_nobody_judged()
    {
        var estimate = new PredictionPowered(new JudgedItems(20, 0, 0, 80), new Tally(250, 1000));
        Assert.InRange(estimate.PowerTuning, 0.7, 1);
        Assert.InRange(estimate.Estimate, 0.23, 0.25);
    }

    [Theory]
    [InlineData(20, 20, BoundStatus.Ok)]
    [InlineData(19, 20, BoundStatus.TooFewOfAKind)]
    [InlineData(20, 19, BoundStatus.TooFewOfAKind)]
    public void Twenty_of_either_kind_make_it_presentable(int nonconforming, int misjudged, BoundStatus wanted) =>
        Assert.Equal(wanted, new PredictionPowered(new JudgedItems(nonconforming, 0, misjudged, 400), new Tally(50, 1000)).Status);

    [Fact]
    public void Without_any_item_the_posterior_is_the_prior()
    {
        var none = new Tally(0, 0);
        var posterior = new PrevalencePosterior(none, none, none, 1, 1);
        Assert.Equal(0.5, posterior.Mean.Value, 6);
        Assert.Equal(0.025, posterior.Interval(ConfidenceLevel.P95, Side.TwoSided).Lower.Value, 5);
        Assert.Equal(0.95, posterior.Interval(ConfidenceLevel.P95, Side.Upper).Upper.Value, 5);
    }

    [Fact]
    public void A_nearly_perfect_classifier_makes_the_posterior_that_of_a_binomial()
    {
        var posterior = new PrevalencePosterior(new Tally(10, 100), new Tally(1_000_000, 1_000_000), new Tally(1_000_000, 1_000_000), 1, 1);
        Assert.Equal(11.0 / 102, posterior.Mean.Value, 4);
        Assert.True(posterior.Median < posterior.Mean);
    }

    [Fact]
    public void A_prior_that_piles_up_at_the_ends_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrevalencePosterior(new Tally(1, 10), new Tally(9, 10), new Tally(9, 10), 0.1, 1));
}
