using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Tests.Judging;

/// <summary>
/// Rules: the first notice runs from the earliest dated evidence that makes the lot fail: an answer by its time, a measurement or a test by its day, a flag never.
/// What became known later, and what overrules it later, changes nothing. A lot of 280: n 32, major Re 3; measurements at S-3: n 5, Re 1.
/// </summary>
public sealed class FirstFailureTests
{
    private static readonly DateOnly Day = DateOnly.FromDateTime(Make.Noon.UtcDateTime);

    [Fact]
    public void The_answer_that_reaches_the_rejection_number_is_the_first_failure()
    {
        var first = Of(Make.Answers(Yes(0, 5), Yes(1, 1), Yes(2, 3), Yes(3, 9)));
        Assert.Equal(new FirstFailure(Make.Noon.AddHours(5), false, SectionKind.Workmanship), first);
        Assert.Null(Of(Make.Answers(Yes(0, 5), Yes(1, 1))));
    }

    [Fact]
    public void Of_several_sections_the_earliest_counts()
    {
        var answers = Make.Answers(Yes(0, 1), Yes(1, 2), Yes(2, 3)).Confirmed;
        var failed = Make.Tests(Make.Test(TestKind.Safety, false, date: Day.AddDays(1))) with { Confirmed = answers };
        Assert.Equal((SectionKind.Workmanship, Make.Noon.AddHours(3)), (Of(failed)!.Section, Of(failed)!.Moment));
        failed = Make.Tests(Make.Test(TestKind.Safety, false, date: Day)) with { Confirmed = answers };
        Assert.Equal(new FirstFailure(new DateTimeOffset(2026, 11, 24, 0, 0, 0, TimeSpan.Zero), true, SectionKind.Tests), Of(failed));
        var measured = Make.Measurements(Make.Measurement("stain-9", 11, date: Day.AddDays(-2)), Make.Measurement("stain-8", 9, date: Day.AddDays(-3))) with { Confirmed = answers };
        Assert.Equal(new FirstFailure(new DateTimeOffset(2026, 11, 22, 0, 0, 0, TimeSpan.Zero), true, SectionKind.Measurements), Of(measured));
    }

    [Fact]
    public void What_has_no_date_makes_no_moment()
    {
        Assert.Null(Of(Make.Tests(Make.Test(TestKind.Safety, false))));
        Assert.Null(Of(Make.Measurements(Make.Measurement("stain-9", 11))));
        Assert.Null(Of(Make.Measurements(Make.Measurement("stain-9", 9, date: Day))));
        Assert.Null(Of(Make.Tests(Make.Test(TestKind.Safety, true, date: Day))));
        Assert.Null(Of(Make.Tests(Make.Test(TestKind.Safety, false, date: Day) with { Lot = "other" })));
    }

    [Fact]
    public void A_confirmation_that_is_overruled_later_counts_at_its_time()
    {
        var evidence = Make.Answers(Yes(0, 1), Yes(1, 2), Yes(2, 3), No(2, 4), Yes(3, 5));
        Assert.Equal(Make.Noon.AddHours(3), Of(evidence)!.Moment);
        Assert.Equal(Make.Noon.AddHours(5), Of(Make.Answers(Yes(0, 1), Yes(1, 2), No(2, 3), Yes(3, 5)))!.Moment);
    }

    // 20 of 32 flagged reject by themselves; an answer for an item without a flag does not change that and is not what made the lot fail.
    [Fact]
    public void Flags_make_no_moment()
    {
        var evidence = Make.Answers(Make.Says("clear-0", true));
        Assert.Equal(Verdict.Reject, Judge(evidence).Verdict);
        Assert.Null(Of(evidence));
        Assert.Null(Of(GivenEvidence.None));
        var tested = Make.Tests(Make.Test(TestKind.Safety, false, date: Day));
        Assert.Equal(SectionKind.Tests, Of(tested)!.Section);
    }

    [Fact]
    public void Evidence_up_to_a_moment_holds_what_was_known_then_and_nothing_of_a_third_party()
    {
        var all = Make.Answers(Yes(0, 0), Yes(1, 1)) with
        {
            Measured = Make.Measurements(Make.Measurement("stain-1", 11, date: Day), Make.Measurement("stain-2", 11, date: Day.AddDays(1)), Make.Measurement("stain-3", 11)).Measured,
            Tests = Make.Tests(Make.Test(TestKind.Safety, false, date: Day), Make.Test(TestKind.Safety, false, date: Day.AddDays(1)), Make.Test(TestKind.Safety, false)).Tests,
            ThirdParty = Make.ThirdParty(new ThirdPartyFinding("lot", "stain-1", true, null, null, null, null, Day, null)).ThirdParty,
        };
        var known = all.UpTo(Make.Noon);
        Assert.Equal(["stain-0"], known.Confirmed!.Readings.Select(reading => reading.Item));
        Assert.Equal(["stain-1"], known.Measured!.Measurements.Select(measured => measured.Item));
        Assert.Single(known.Tests!.Results);
        Assert.Null(known.ThirdParty);
        Assert.Equal([Make.Noon.AddHours(-12), Make.Noon, Make.Noon.AddHours(1), Make.Noon.AddHours(12)], all.MomentsAgainst("lot"));
        Assert.Empty(all.MomentsAgainst("other"));
    }

    private static Confirmation Yes(int number, int hours) => Make.Says($"stain-{number}", true, time: Make.Noon.AddHours(hours));

    private static Confirmation No(int number, int hours) => Make.Says($"stain-{number}", false, time: Make.Noon.AddHours(hours));

    private static FirstFailure? Of(GivenEvidence evidence) => FirstFailure.Of(evidence, "lot", Judge);

    private static LotJudgement Judge(GivenEvidence evidence) => Make.Judge(Make.Lot(280, 32, stains: 20), evidence: evidence);
}
