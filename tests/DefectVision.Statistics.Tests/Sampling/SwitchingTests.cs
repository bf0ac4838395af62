using DefectVision.Statistics.Sampling;

namespace DefectVision.Statistics.Tests.Sampling;

/// <summary>ISO 2859-1:1999, clause 9.3, rule by rule.</summary>
public sealed class SwitchingTests
{
    private static readonly ReducedConditions Favourable = new(SteadyProduction: true, AuthorityApproves: true);

    [Theory]
    [InlineData("rr", SwitchingState.Tightened)]
    [InlineData("raaar", SwitchingState.Tightened)]
    [InlineData("raaaar", SwitchingState.Normal)]
    [InlineData("aaaar", SwitchingState.Normal)]
    public void Two_of_five_consecutive_lots_not_accepted_tighten_the_inspection(string lots, SwitchingState wanted) =>
        Assert.Equal(wanted, After(lots).State);

    [Theory]
    [InlineData("rraaaaa", SwitchingState.Normal)]
    [InlineData("rraaaa", SwitchingState.Tightened)]
    [InlineData("rraaaaraaaa", SwitchingState.Tightened)]
    public void Five_consecutive_accepted_lots_end_tightened_inspection(string lots, SwitchingState wanted) =>
        Assert.Equal(wanted, After(lots).State);

    [Theory]
    [InlineData("rrrararar", SwitchingState.Tightened)]
    [InlineData("rrrarararar", SwitchingState.Discontinued)]
    [InlineData("rrraaaaarrrrrr", SwitchingState.Tightened)]
    public void Five_lots_not_accepted_in_one_tightened_run_discontinue_inspection(string lots, SwitchingState wanted) =>
        Assert.Equal(wanted, After(lots).State);

    [Fact]
    public void Discontinued_inspection_waits_for_the_cause_to_be_removed_and_resumes_tightened()
    {
        var stopped = After("rrrrrrr");
        Assert.Equal(SwitchingState.Discontinued, stopped.After(true, ScoreStep.Two, Favourable).State);
        Assert.Equal(SwitchingState.Tightened, stopped.Resume().State);
        Assert.Throws<InvalidOperationException>(() => SwitchingRules.Start.Resume());
    }

    [Fact]
    public void A_score_of_thirty_opens_reduced_inspection_only_with_steady_production_and_approval()
    {
        Assert.Equal(SwitchingState.Reduced, After(new string('a', 15)).State);
        Assert.Equal(SwitchingState.Normal, After(new string('a', 14)).State);
        Assert.Equal(SwitchingState.Normal, After(new string('a', 20), new(true, false)).State);
        Assert.Equal(SwitchingState.Normal, After(new string('a', 20), new(false, true)).State);
    }

    [Fact]
    public void One_lot_not_accepted_or_unsteady_production_ends_reduced_inspection()
    {
        Assert.Equal(SwitchingState.Normal, After(new string('a', 15) + "r").State);
        Assert.Equal(SwitchingState.Normal, After(new string('a', 15)).After(true, ScoreStep.Two, new(false, true)).State);
    }

    [Theory]
    [InlineData(0, 0, null, ScoreStep.Two)]
    [InlineData(2, 1, null, ScoreStep.Reset)]
    [InlineData(1, 2, 1, ScoreStep.Three)]
    [InlineData(2, 2, 1, ScoreStep.Reset)]
    public void A_lot_earns_by_what_it_would_pass(int found, int acceptance, int? tighter, ScoreStep wanted) =>
        Assert.Equal(wanted, SwitchingRules.EarnedBy(found, acceptance, tighter));

    [Fact]
    public void Acceptance_numbers_of_two_and_more_need_the_next_tighter_one() =>
        Assert.Throws<ArgumentNullException>(() => SwitchingRules.EarnedBy(1, 2, null));

    private static SwitchingRules After(string lots) => After(lots, Favourable);

    private static SwitchingRules After(string lots, ReducedConditions conditions) =>
        lots.Aggregate(SwitchingRules.Start, (rules, lot) => rules.After(lot == 'a', lot == 'a' ? ScoreStep.Two : ScoreStep.Reset, conditions));
}
