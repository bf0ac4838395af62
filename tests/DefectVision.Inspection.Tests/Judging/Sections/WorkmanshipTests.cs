using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging.Sections;

/// <summary>
/// Rules of the workmanship by persons' answers. A lot of 280 at level II is read by letter G: n 32; AQL 2.5 Ac 2 Re 3; AQL 4.0 Ac 3 Re 4 (ISO 2859-1:1999, Tables 1
/// and 2-A). Items that are not decided stay in the sample, good in lower bounds and defective in upper ones (statistics page, 1.5).
/// </summary>
public sealed class WorkmanshipTests
{
    private const int SampleOfG = 32;

    /// <summary>Critical at AQL 2.5 as well, so that an item that is not decided does not turn that answer first.</summary>
    private static readonly Agreement SomeCritical = Make.Agreement with { Limits = new Dictionary<Severity, SeverityLimit> { [Severity.Critical] = new(2.5m) } };

    [Theory]
    [InlineData(2, 6, Verdict.Reject)]
    [InlineData(0, 6, Verdict.Reject)]
    [InlineData(0, 3, Verdict.Reject)]
    [InlineData(0, 2, Verdict.Hold)]
    [InlineData(1, 0, Verdict.Reject)]
    [InlineData(0, 0, Verdict.Hold)]
    public void Among_ten_of_the_plans_32_the_rejection_number_rejects_and_less_is_open(int holes, int stains, Verdict verdict) =>
        Assert.Equal(verdict, Make.Judge(Make.Read(Make.Lot(280, 10, holes: holes, stains: stains))).Verdict);

    // 60 of 280: with 3 found at least 5 of the lot, 1.8 %; with 4 at least 8, 2.9 % (hypergeometric, 95 %). The plan's Re 3 is for 32 items.
    [Theory]
    [InlineData(32, 3, SectionAnswer.Fail)]
    [InlineData(60, 3, SectionAnswer.Pass)]
    [InlineData(60, 4, SectionAnswer.Fail)]
    public void Above_the_plans_sample_the_bounds_decide_and_not_its_numbers(int items, int stains, SectionAnswer major) =>
        Assert.Equal(major, Make.Reading(Make.Judge(Make.Read(Make.Lot(280, items, stains: stains))), Severity.Major).Conclusion);

    [Theory]
    [InlineData(32, 2, Verdict.Accept, PlanAnswer.Accepts)]
    [InlineData(31, 1, Verdict.Accept, PlanAnswer.Accepts)]
    [InlineData(31, 2, Verdict.Hold, PlanAnswer.TooFewItems)]
    [InlineData(30, 0, Verdict.Accept, PlanAnswer.Accepts)]
    [InlineData(29, 0, Verdict.Hold, PlanAnswer.TooFewItems)]
    public void Missing_items_hold_a_lot_only_where_they_could_pass_the_acceptance_number(int items, int stains, Verdict verdict, PlanAnswer major)
    {
        var judged = Make.Judge(Make.Read(Make.Lot(280, items, stains: stains)), SomeCritical);
        Assert.Equal((verdict, major), (judged.Verdict, Make.Reading(judged, Severity.Major).Answer));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(33)]
    [InlineData(280)]
    public void A_critical_item_where_none_is_allowed_rejects_at_any_number_of_items(int items)
    {
        Assert.Equal(Verdict.Reject, Make.Judge(Make.Read(Make.Lot(280, items, holes: 1))).Verdict);
        Assert.NotEqual(Verdict.Reject, Make.Judge(Make.Read(Make.Lot(280, items))).Verdict);
    }

    [Fact]
    public void Beside_the_draw_a_critical_item_rejects_and_no_other_counts()
    {
        Assert.Equal(Verdict.Accept, Beside([.. Enumerable.Range(0, 9).Select(number => Make.Confirmed(Make.Flagged("stain", 50 + number)))]).Verdict);
        var judged = Beside(Make.Confirmed(Make.Flagged("hole", 50)));
        Assert.Equal(Verdict.Reject, judged.Verdict);
        Assert.Equal("1 critical among the items that were not drawn; none is allowed", judged.Reasons[0].InEnglish());
        Assert.Equal(new SeverityCount(0, 0), judged.Tally.BySeverity[Severity.Critical]);
        Assert.Equal(Verdict.Accept, Beside(SomeCritical, Make.Confirmed(Make.Flagged("hole", 50))).Verdict);
    }

    [Fact]
    public void Beside_the_draw_a_critical_flag_or_dispute_holds_until_a_person_decides_and_what_nobody_knows_does_not()
    {
        var flag = Make.Flagged("hole", 50);
        Assert.Equal("1 of the items that were not drawn may be critical; none is allowed", Beside(flag).Reasons[0].InEnglish());
        Assert.Equal(Verdict.Hold, Beside(flag).Verdict);
        Assert.Equal(Verdict.Hold, Beside(Make.Disputed(flag)).Verdict);
        Assert.Equal(Verdict.Accept, Beside(Make.Overruled(flag)).Verdict);
        Assert.Equal(Verdict.Accept, Beside(Make.Flagged("stain", 50), Make.Damaged(50), Make.Undecided(50)).Verdict);
    }

    [Fact]
    public void A_critical_item_beside_the_draw_rejects_though_nobody_looked_at_the_drawn_ones()
    {
        var drawn = Make.Drawn(new Lot("lot", 280, ItemSource.Manifest, [.. Enumerable.Range(0, SampleOfG).Select(Make.NotScored)]));
        Assert.Equal(SectionAnswer.NotInspected, Workmanship(drawn with { NotDrawn = [Make.Confirmed(Make.Flagged("stain", 50))] }));
        Assert.Equal(SectionAnswer.Fail, Workmanship(drawn with { NotDrawn = [Make.Confirmed(Make.Flagged("hole", 50))] }));

        static SectionAnswer Workmanship(Lot lot) => LotJudge.Judge(lot, Make.Terms, null, GivenEvidence.None).Section(SectionKind.Workmanship).Answer;
    }

    [Fact]
    public void Damaged_and_never_photographed_items_stay_in_the_sample_good_below_and_defective_above()
    {
        var lot = Make.Replace(Make.Read(Make.Lot(280, SampleOfG, stains: 1)), [Make.Damaged(1), Make.NeverPhotographed(1), Make.Undecided(1)]);
        var judged = Make.Judge(Make.Drawn(lot), SomeCritical);
        Assert.Equal((32L, 30L, 3L), (judged.Tally.Items, judged.Tally.Photographed, judged.Tally.Undecided));
        Assert.All(Enum.GetValues<Severity>(), severity =>
        {
            var count = judged.Tally.BySeverity[severity];
            Assert.Equal(3, count.AtMost - count.AtLeast);
        });
        Assert.Equal(new SeverityCount(1, 4), Make.Reading(judged, Severity.Major).Count);
    }

    [Theory]
    [InlineData(1, 1, Verdict.Accept)]
    [InlineData(1, 2, Verdict.Hold)]
    [InlineData(3, 5, Verdict.Reject)]
    public void A_dispute_matters_only_where_it_could_pass_the_acceptance_number(int stains, int disputed, Verdict verdict)
    {
        var lot = Make.Replace(Make.Read(Make.Lot(280, SampleOfG, stains: stains)), [.. Enumerable.Range(50, disputed).Select(number => Make.Disputed(Make.Flagged("stain", number)))]);
        Assert.Equal(verdict, Make.Judge(lot).Verdict);
    }

    [Theory]
    [InlineData(3, Verdict.Accept)]
    [InlineData(4, Verdict.Hold)]
    [InlineData(30, Verdict.Hold)]
    public void Once_a_person_answered_for_a_flag_the_unread_ones_hold_only_where_they_could_turn_the_verdict(int threads, Verdict verdict) =>
        Assert.Equal(verdict, Make.Judge(Make.Replace(Make.Lot(280, SampleOfG, threads: threads), [Make.Overruled(Make.Flagged("stain", 50))])).Verdict);

    // Ac 3, Re 4 for minor, Ac 2 for major, no critical.
    [Theory]
    [InlineData(0, Severity.Major, Verdict.Accept)]
    [InlineData(2, Severity.Major, Verdict.Accept)]
    [InlineData(3, Severity.Major, Verdict.Hold)]
    [InlineData(4, Severity.Major, Verdict.Reject)]
    [InlineData(2, Severity.Critical, Verdict.Hold)]
    [InlineData(3, Severity.Critical, Verdict.Reject)]
    public void Readers_tied_between_two_severities_hold_a_lot_only_where_it_matters_who_is_right(int threads, Severity worse, Verdict verdict)
    {
        var judged = Make.Judge(Make.Replace(Make.Read(Make.Lot(280, SampleOfG, threads: threads)), [Make.Tied("x", Severity.Minor, worse)]));
        Assert.Equal(verdict, judged.Verdict);
        Assert.Equal((threads, threads + 1), (judged.Tally.BySeverity[Severity.Minor].AtLeast, judged.Tally.BySeverity[Severity.Minor].AtMost));
        Assert.Equal((0, 1), (judged.Tally.BySeverity[worse].AtLeast, judged.Tally.BySeverity[worse].AtMost));
    }

    // With 2 minor and 1 major both ties may go to minor (4, Re 4) or apart (3 and 2, both within Ac); 3 minor and 2 major reject whichever way they go.
    [Theory]
    [InlineData(2, 1, Verdict.Hold)]
    [InlineData(3, 2, Verdict.Reject)]
    public void Several_ties_reject_only_where_every_way_to_settle_them_does(int threads, int stains, Verdict verdict)
    {
        var lot = Make.Read(Make.Lot(280, SampleOfG, threads: threads, stains: stains));
        Assert.Equal(verdict, Make.Judge(Make.Replace(lot, [Make.Tied("x", Severity.Minor, Severity.Major), Make.Tied("y", Severity.Minor, Severity.Major)])).Verdict);
    }

    [Fact]
    public void The_agreed_level_of_the_workmanship_goes_before_that_of_the_whole()
    {
        var agreement = Make.Agreement with { InspectionLevel = "I", Levels = new Dictionary<SectionKind, string> { [SectionKind.Workmanship] = "III" } };
        Assert.Equal(50, Make.Reading(Make.Judge(Make.Lot(280, 50), agreement), Severity.Major).SampleSize);
        Assert.Equal("III", new AgreedTerms(agreement).LevelNameOf(SectionKind.Workmanship));
        Assert.DoesNotContain(new AgreedTerms(agreement with { InspectionLevel = null }).Defaults.InEnglish(), line => line.StartsWith("Inspection level not agreed", StringComparison.Ordinal));
    }

    private static LotJudgement Beside(params Item[] beside) => Beside(Make.Agreement, beside);

    private static LotJudgement Beside(Agreement agreement, params Item[] beside) => Make.Judge(Make.Drawn(Make.Lot(280, SampleOfG)) with { NotDrawn = beside }, agreement);
}
