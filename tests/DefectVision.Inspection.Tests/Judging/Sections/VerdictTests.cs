using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging.Sections;

/// <summary>Rules: any section that fails rejects, else any that is open holds, else the lot is accepted; workmanship is always required, the others by the agreement.</summary>
public sealed class VerdictTests
{
    private const int SampleOfG = 32;

    [Theory]
    [InlineData("pass pass pass pass pass", Verdict.Accept)]
    [InlineData("pass none none none none", Verdict.Accept)]
    [InlineData("pass none! none none none", Verdict.Hold)]
    [InlineData("pass none none! none none", Verdict.Hold)]
    [InlineData("pass none none none! none", Verdict.Hold)]
    [InlineData("pass none none none none!", Verdict.Hold)]
    [InlineData("none! pass pass pass pass", Verdict.Hold)]
    [InlineData("open! pass pass pass pass", Verdict.Hold)]
    [InlineData("pass open pass pass pass", Verdict.Hold)]
    [InlineData("pass pass pass open pass", Verdict.Hold)]
    [InlineData("pass pass pass pass open", Verdict.Hold)]
    [InlineData("fail open open open open", Verdict.Reject)]
    [InlineData("none! fail none none none", Verdict.Reject)]
    [InlineData("open! pass fail open none!", Verdict.Reject)]
    public void A_failure_goes_before_what_is_open_and_what_is_open_before_the_rest(string answers, Verdict verdict)
    {
        var sections = answers.Split(' ').Select((answer, at) => new LotSection((SectionKind)at, answer.EndsWith('!'), Answer(answer), [$"{(SectionKind)at}"])).ToList();
        var judged = Make.Judge(Make.Lot(280, SampleOfG)) with { Sections = sections };
        Assert.Equal(verdict, judged.Verdict);
        if (verdict != Verdict.Accept)
        {
            Assert.All(judged.Deciding, section => Assert.Equal(verdict == Verdict.Reject, section.Answer == SectionAnswer.Fail));
            Assert.Contains(judged.Reasons[0].InEnglish(), judged.Deciding.Select(section => section.Reasons[0].InEnglish()));
        }
    }

    [Fact]
    public void Every_lot_has_each_section_once_and_each_gives_a_reason()
    {
        var judged = Make.Judge(Make.Lot(280, SampleOfG));
        Assert.Equal(Enum.GetValues<SectionKind>(), judged.Sections.Select(section => section.Kind));
        Assert.All(judged.Sections, section => Assert.NotEmpty(section.Reasons));
        Assert.Equal([SectionKind.Workmanship], judged.Sections.Where(section => section.IsRequired).Select(section => section.Kind));
    }

    [Theory]
    [InlineData(SectionKind.Measurements)]
    [InlineData(SectionKind.Tests)]
    [InlineData(SectionKind.ThirdParty)]
    public void A_section_that_the_agreement_requires_and_nobody_inspected_holds_the_lot(SectionKind required)
    {
        Assert.Equal(Verdict.Accept, Make.Judge(Make.Lot(280, SampleOfG)).Verdict);
        var judged = Make.Judge(Make.Lot(280, SampleOfG), Make.Agreement with { RequiredSections = [required] });
        Assert.Equal((Verdict.Hold, SectionAnswer.NotInspected), (judged.Verdict, judged.Section(required).Answer));
        Assert.Equal([required], judged.Deciding.Select(section => section.Kind));
    }

    [Fact]
    public void Where_nobody_looked_and_nothing_was_scored_workmanship_is_not_inspected_and_the_lot_is_held()
    {
        var lot = new Lot("lot", 280, ItemSource.Manifest, [.. Enumerable.Range(0, SampleOfG).Select(Make.NotScored)]);
        var judged = LotJudge.Judge(lot, Make.Terms, null, GivenEvidence.None);
        Assert.Equal((Verdict.Hold, SectionAnswer.NotInspected), (judged.Verdict, judged.Section(SectionKind.Workmanship).Answer));
        Assert.Equal("nobody has looked at the items of this lot yet (32 photographed), and no model was named", judged.Reasons[0].InEnglish());
        Assert.Null(judged.FlaggedShare);

        var looked = LotJudge.Judge(Make.Each(lot, Make.Overruled), Make.Terms, null, GivenEvidence.None);
        Assert.Equal(Verdict.Accept, looked.Verdict);
        Assert.Equal(0, looked.Tally.Review!.Unseen);

        // One item that nobody looked at may still be critical.
        var almost = LotJudge.Judge(Make.Each(lot, item => item.Name == "photo-0" ? item : Make.Overruled(item)), Make.Terms, null, GivenEvidence.None);
        Assert.Equal((Verdict.Hold, SectionAnswer.Pending), (almost.Verdict, almost.Section(SectionKind.Workmanship).Answer));
    }

    [Fact]
    public void Evidence_is_a_persons_answer_a_measurement_or_a_test_and_never_a_flag_or_a_third_party()
    {
        var lot = Make.Lot(280, SampleOfG, stains: 1);
        Assert.False(Make.Judge(lot).HasEvidence);
        Assert.False(Make.Judge(lot, evidence: Make.ThirdParty(new ThirdPartyFinding("lot", "clear-0", true, null, null, null, null, null, null))).HasEvidence);
        Assert.True(Make.Judge(Make.Read(lot)).HasEvidence);
        Assert.True(Make.Judge(Make.Drawn(lot) with { NotDrawn = [Make.Confirmed(Make.Flagged("hole", 9))] }).HasEvidence);
        Assert.True(Make.Judge(lot, evidence: Make.Measurements(Make.Measurement("clear-0", 9))).HasEvidence);
        Assert.False(Make.Judge(lot, evidence: Make.Measurements(Make.Measurement("clear-0", null))).HasEvidence);
        Assert.True(Make.Judge(lot, evidence: Make.Tests(Make.Test(TestKind.Laboratory, false))).HasEvidence);
    }

    private static SectionAnswer Answer(string word) => word.TrimEnd('!') switch
    {
        "pass" => SectionAnswer.Pass,
        "fail" => SectionAnswer.Fail,
        "open" => SectionAnswer.Pending,
        _ => SectionAnswer.NotInspected,
    };
}
