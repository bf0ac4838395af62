using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging.Sections;

/// <summary>Rules: a third party's findings are never added to ours; a difference makes the section pending, which can turn an acceptance into a hold and never softens a rejection.</summary>
public sealed class ThirdPartyTests
{
    private static readonly Lot Lot = Make.Lot(280, 32);

    [Fact]
    public void A_report_that_agrees_passes_and_none_is_not_inspected()
    {
        Assert.Equal(SectionAnswer.NotInspected, Of(Make.Judge(Lot)).Answer);
        Assert.Equal(SectionAnswer.NotInspected, Of(Judge(Lot, Says("clear-0", true) with { Lot = "other" })).Answer);
        var judged = Judge(Lot, Says("clear-0", false), Says("clear-1", false));
        Assert.Equal((Verdict.Accept, SectionAnswer.Pass, 2L), (judged.Verdict, Of(judged).Answer, Of(judged).Items));
    }

    [Fact]
    public void What_they_call_defective_and_we_call_clear_or_found_good_holds_and_is_listed()
    {
        var judged = Judge(Make.Replace(Lot, [Make.Overruled(Make.Flagged("stain", 1))]), Says("clear-2", true), Says("stain-1", true), Says("clear-3", false));
        Assert.Equal((Verdict.Hold, SectionAnswer.Pending), (judged.Verdict, Of(judged).Answer));
        Assert.Equal(["the third party's report and ours differ on 2 items: clear-2, stain-1"], Of(judged).Reasons.InEnglish());
        Assert.Equal([SectionKind.ThirdParty], judged.Deciding.Select(section => section.Kind));
        Assert.Equal(0, judged.Tally.BySeverity.Values.Sum(count => count.AtMost));
    }

    [Fact]
    public void What_they_call_defective_and_we_have_not_decided_or_not_seen_holds()
    {
        Assert.Equal(Verdict.Hold, Judge(Lot, Says("not ours", true)).Verdict);
        Assert.Equal(Verdict.Accept, Judge(Lot, Says("not ours", false)).Verdict);
        var lot = Make.Drawn(Make.Replace(Lot, [Make.NeverPhotographed(1), Make.Undecided(1), Make.Damaged(1)]));
        Assert.Equal(
            ["the third party calls 3 items defective, and we have not decided or not seen: damaged-1, undecided-1, unseen-1"],
            Of(Judge(lot, Says("unseen-1", true), Says("undecided-1", true), Says("damaged-1", true))).Reasons.InEnglish());
        Assert.Equal(SectionAnswer.Pass, Of(Judge(lot, Says("unseen-1", false), Says("undecided-1", false), Says("damaged-1", false))).Answer);
    }

    [Fact]
    public void Ten_critical_items_of_theirs_hold_and_do_not_reject()
    {
        var judged = Judge(Lot, [.. Enumerable.Range(0, 10).Select(number => Says($"clear-{number}", true) with { Severity = Severity.Critical })]);
        Assert.Equal(Verdict.Hold, judged.Verdict);
        Assert.Equal(new SeverityCount(0, 0), judged.Tally.BySeverity[Severity.Critical]);
    }

    [Fact]
    public void A_good_report_does_not_soften_a_rejection()
    {
        var judged = Judge(Make.Read(Make.Lot(280, 32, stains: 3)), Says("stain-0", false), Says("stain-1", false), Says("stain-2", false));
        Assert.Equal((Verdict.Reject, SectionAnswer.Pending), (judged.Verdict, Of(judged).Answer));
        Assert.Equal([SectionKind.Workmanship], judged.Deciding.Select(section => section.Kind));
    }

    [Theory]
    [InlineData("STAIN", Severity.Major, SectionAnswer.Pass)]
    [InlineData("smear", Severity.Major, SectionAnswer.Pass)]
    [InlineData("smear", null, SectionAnswer.Pass)]
    [InlineData("stain", Severity.Minor, SectionAnswer.Pending)]
    [InlineData("stain", Severity.Critical, SectionAnswer.Pending)]
    public void Of_an_item_that_both_call_defective_another_severity_is_a_difference_and_another_name_is_none(string defectClass, Severity? severity, SectionAnswer answer)
    {
        var lot = Make.Replace(Lot, [Make.Confirmed(Make.Flagged("stain", 1))]);
        Assert.Equal(answer, Of(Judge(lot, Says("stain-1", true) with { DefectClass = defectClass, Severity = severity })).Answer);
    }

    // A flag that nobody has read is no word of ours: their milder word contradicts nothing, their worse one does.
    [Theory]
    [InlineData(false, null, SectionAnswer.Pass)]
    [InlineData(true, null, SectionAnswer.Pass)]
    [InlineData(true, Severity.Minor, SectionAnswer.Pass)]
    [InlineData(true, Severity.Critical, SectionAnswer.Pending)]
    public void An_unread_flag_is_contradicted_only_by_what_is_worse(bool isDefective, Severity? severity, SectionAnswer answer) =>
        Assert.Equal(answer, Of(Judge(Make.Lot(280, 32, stains: 1), Says("stain-0", isDefective) with { Severity = severity })).Answer);

    [Fact]
    public void What_a_gauge_shows_defective_they_may_call_so()
    {
        var evidence = Make.Measurements(Make.Measurement("clear-0", 11), Make.Measurement("clear-1", 9)) with
        {
            ThirdParty = Make.ThirdParty(Says("clear-0", true)).ThirdParty,
        };
        Assert.Equal(SectionAnswer.Pass, Of(Make.Judge(Lot, evidence: evidence)).Answer);
        Assert.Equal(SectionAnswer.Pending, Of(Make.Judge(Lot, evidence: evidence with { ThirdParty = Make.ThirdParty(Says("clear-1", true)).ThirdParty })).Answer);
    }

    private static LotSection Of(LotJudgement judged) => judged.Section(SectionKind.ThirdParty);

    private static LotJudgement Judge(Lot lot, params ThirdPartyFinding[] findings) => Make.Judge(lot, evidence: Make.ThirdParty(findings));

    private static ThirdPartyFinding Says(string item, bool isDefective) => new("lot", item, isDefective, null, null, null, null, null, null);
}
