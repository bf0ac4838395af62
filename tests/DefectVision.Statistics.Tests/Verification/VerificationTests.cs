using DefectVision.Statistics.Verification;

namespace DefectVision.Statistics.Tests.Verification;

public sealed class VerificationTests
{
    private static readonly ConfidenceLevel Level = ConfidenceLevel.P95;

    [Fact]
    public void Confirming_every_flagged_item_gives_the_same_lower_bound_by_both_ways()
    {
        var chain = Chain(20, 20, 18, 180, 0, 0, 5000);
        Assert.Equal((298L, 298L), (chain.ConfirmedOnly(Level).Lower, chain.BoundLot(Level, Side.Lower).Lower));
    }

    [Fact]
    public void A_stratum_nobody_looked_at_costs_no_error_probability_and_may_be_all_bad()
    {
        var chain = Chain(20, 20, 18, 180, 0, 0, 200);
        var sample = chain.BoundSample(Level, Side.TwoSided);
        Assert.Equal((18L, 198L), (sample.Lower, sample.Upper));
        Assert.Null(chain.EstimateSample().Nonconforming);
    }

    [Fact]
    public void The_split_of_the_error_probability_follows_the_design_and_not_the_outcome()
    {
        // With and without a miss found, the lower bound of the first 18 is taken at the same level.
        var without = Chain(20, 20, 18, 180, 60, 0, 5000).BoundLot(Level, Side.Lower).Lower;
        Assert.Equal(275, without);
        Assert.True(without < Chain(20, 20, 18, 180, 0, 0, 5000).BoundLot(Level, Side.Lower).Lower);
    }

    [Fact]
    public void The_reported_pair_is_ordered_and_holds_the_confirmed_items()
    {
        var pair = Chain(20, 20, 18, 180, 60, 1, 5000).ConfirmedBelowChainAbove(Level);
        Assert.InRange(pair.Lower, 19, pair.Upper);
        Assert.Equal(Guarantee.Guaranteed, pair.Guarantee);
    }

    [Fact]
    public void One_verified_item_gives_an_estimate_without_a_standard_error()
    {
        var (estimate, error) = Chain(0, 0, 0, 10, 1, 1, 100).EstimateSample();
        Assert.Equal(10, estimate);
        Assert.Null(error);
    }

    [Fact]
    public void An_empty_sample_is_no_data()
    {
        var bound = Chain(0, 0, 0, 0, 0, 0, 100).BoundLot(Level, Side.TwoSided);
        Assert.Equal((BoundStatus.NoData, 0L, 100L), (bound.Status, bound.Lower, bound.Upper));
    }

    [Fact]
    public void A_sample_larger_than_the_lot_and_more_verified_than_there_are_items_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Chain(20, 20, 18, 180, 0, 0, 199));
        Assert.Throws<ArgumentOutOfRangeException>(() => new VerifiedStratum(5, new Tally(0, 6)));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(59, 59)]
    [InlineData(61, 60)]
    [InlineData(600, 60)]
    [InlineData(601, 61)]
    [InlineData(5000, 500)]
    public void A_tenth_of_the_unflagged_but_sixty_at_least_is_looked_at(long unflagged, long wanted) =>
        Assert.Equal(wanted, VerificationSize.Unflagged(unflagged));

    [Fact]
    public void The_allocation_spends_the_budget_and_never_more_than_a_stratum_has()
    {
        for (var budget = 0; budget <= 260; budget++)
        {
            var (flagged, unflagged) = VerificationSize.Neyman(30, 220, new Rate(0.6), new Rate(0.02), budget);
            Assert.Equal(Math.Min(budget, 250), flagged + unflagged);
            Assert.InRange(flagged, 0, 30);
            Assert.InRange(unflagged, 0, 220);
        }
    }

    /// <summary>The grant-proposal example found in every account of Cohen 1960: 20, 5, 10, 15 give agreement 0.70 and kappa 0.40.</summary>
    [Fact]
    public void Kappa_takes_off_what_chance_agrees_on()
    {
        var readers = new ReaderAgreement(20, 5, 10, 15);
        Assert.Equal(0.4, readers.Kappa!.Value, 12);
        Assert.Equal(new Tally(35, 50), readers.Same);
        Assert.InRange(readers.LowerBound(Level).Lower.Value, 0.5, 0.7);
        Assert.Null(new ReaderAgreement(0, 0, 0, 30).Kappa);
    }

    /// <summary>
    /// Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72:323. The formula is a delta method, so the wanted errors were worked out by the delta method
    /// from numeric derivatives of kappa by the four shares, in another language: nothing is shared with the closed form.
    /// </summary>
    [Theory]
    [InlineData(20, 5, 10, 15, 0.126996062956)]
    [InlineData(40, 3, 7, 150, 0.043969951135)]
    [InlineData(9, 2, 1, 74, 0.091485742254)]
    [InlineData(1, 4, 5, 10, 0.202432714695)]
    [InlineData(45, 15, 25, 15, 0.098661537666)]
    public void The_standard_error_of_kappa_is_that_of_the_delta_method(long both, long first, long second, long neither, double error)
    {
        var readers = new ReaderAgreement(both, first, second, neither);
        var bounds = readers.KappaBounds(Level)!;
        Assert.Equal(error, bounds.StandardError, 9);
        Assert.Equal(Math.Min(1, readers.Kappa!.Value + (1.959963984540054 * error)), bounds.Upper, 8);
        Assert.Equal(readers.Kappa.Value - (1.959963984540054 * error), bounds.Lower, 8);
        Assert.Equal(Guarantee.Approximate, KappaInterval.Class);
    }

    [Fact]
    public void Kappa_has_no_interval_where_its_variance_says_that_nothing_can_differ()
    {
        Assert.Equal(1, new ReaderAgreement(5, 0, 0, 40).Kappa!.Value, 12);
        Assert.Null(new ReaderAgreement(5, 0, 0, 40).KappaBounds(Level));
        Assert.Null(new ReaderAgreement(0, 0, 0, 30).KappaBounds(Level));
        Assert.Null(new ReaderAgreement(0, 0, 0, 0).KappaBounds(Level));
        Assert.NotNull(new ReaderAgreement(5, 1, 0, 40).KappaBounds(Level));
    }

    private static VerificationChain Chain(long flagged, long verifiedFlagged, long badFlagged, long unflagged, long verifiedUnflagged, long badUnflagged, long lot) => new(
        new VerifiedStratum(flagged, new Tally(badFlagged, verifiedFlagged)),
        new VerifiedStratum(unflagged, new Tally(badUnflagged, verifiedUnflagged)),
        lot);
}
