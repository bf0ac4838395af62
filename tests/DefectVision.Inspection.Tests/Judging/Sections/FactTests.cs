using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging.Sections;

/// <summary>
/// Rules of measurements and tests: each section counts its own items against its own plan, S-3 unless agreed. A lot of 10,000 at S-3 is read by letter F: n 20, AQL 2.5
/// Ac 1 Re 2, AQL 4.0 Ac 2 Re 3 (ISO 2859-1:1999, Tables 1 and 2-A); its workmanship at level II by letter L: n 200.
/// </summary>
public sealed class FactTests
{
    private static readonly Lot Lot = Make.Lot(10_000, 200);

    [Theory]
    [InlineData(TestKind.Safety, false, false, SectionAnswer.Fail)]
    [InlineData(TestKind.Laboratory, false, false, SectionAnswer.Fail)]
    [InlineData(TestKind.Functional, true, false, SectionAnswer.Fail)]
    [InlineData(TestKind.Functional, false, false, SectionAnswer.Pending)]
    [InlineData(TestKind.Safety, true, true, SectionAnswer.Pass)]
    [InlineData(TestKind.Functional, true, true, SectionAnswer.Pass)]
    public void A_failed_safety_laboratory_or_mandatory_test_fails_and_another_without_an_item_is_open(TestKind kind, bool isMandatory, bool isPassed, SectionAnswer answer)
    {
        var judged = Make.Judge(Lot, evidence: Make.Tests(Make.Test(kind, isPassed, isMandatory: isMandatory), Make.Test(TestKind.Functional, true)));
        Assert.Equal(answer, judged.Section(SectionKind.Tests).Answer);
        Assert.Equal(answer switch { SectionAnswer.Fail => Verdict.Reject, SectionAnswer.Pending => Verdict.Hold, _ => Verdict.Accept }, judged.Verdict);
    }

    [Fact]
    public void A_failed_test_is_named_with_what_was_found_and_required()
    {
        var judged = Make.Judge(Lot, evidence: Make.Tests(Make.Test(TestKind.Safety, false, "clear-3") with { Test = "lead", Found = "3.1 mg/kg", Required = "2 mg/kg", ReportNumber = "R-7" }));
        Assert.Equal("lead (safety) failed on item clear-3: 3.1 mg/kg, required 2 mg/kg (report R-7)", judged.Reasons[0].InEnglish());
    }

    // With 10 items tested the rejection number 2 rejects, 1 is open (9 more could fail), and 0 passes where nobody requires the section.
    [Theory]
    [InlineData(20, 0, false, SectionAnswer.Pass)]
    [InlineData(20, 1, false, SectionAnswer.Pass)]
    [InlineData(20, 2, false, SectionAnswer.Fail)]
    [InlineData(10, 2, false, SectionAnswer.Fail)]
    [InlineData(10, 1, false, SectionAnswer.Pending)]
    [InlineData(10, 0, false, SectionAnswer.Pass)]
    [InlineData(10, 0, true, SectionAnswer.Pending)]
    [InlineData(20, 0, true, SectionAnswer.Pass)]
    [InlineData(18, 0, true, SectionAnswer.Pending)]
    [InlineData(19, 0, true, SectionAnswer.Pass)]
    public void Failing_items_are_counted_against_the_plan_of_the_section(int looked, int failing, bool isRequired, SectionAnswer answer)
    {
        Assert.Equal(answer, Make.Judge(Lot, Requiring(SectionKind.Tests, isRequired), Tested(looked, failing)).Section(SectionKind.Tests).Answer);
        var judged = Make.Judge(Lot, Requiring(SectionKind.Measurements, isRequired), Measured(looked, failing));
        Assert.Equal(answer, judged.Section(SectionKind.Measurements).Answer);
        Assert.Equal(looked, judged.Section(SectionKind.Measurements).Items);
        Assert.Equal(answer switch { SectionAnswer.Fail => Verdict.Reject, SectionAnswer.Pending => Verdict.Hold, _ => Verdict.Accept }, judged.Verdict);
    }

    [Theory]
    [InlineData("S-3", 20, 2, SectionAnswer.Fail)]
    [InlineData("II", 200, 2, SectionAnswer.Pending)]
    public void The_agreed_level_of_a_section_gives_its_plan(string level, int sample, int failing, SectionAnswer answer)
    {
        var agreement = Make.Agreement with { Levels = new Dictionary<SectionKind, string> { [SectionKind.Measurements] = level, [SectionKind.Tests] = level } };
        var measured = Make.Judge(Lot, agreement, Measured(20, failing)).Section(SectionKind.Measurements);
        Assert.Equal((answer, sample), (measured.Answer, measured.Readings.Single().SampleSize));
        Assert.Contains($"level {level},", measured.Readings.Single().Plan!.InEnglish(), StringComparison.Ordinal);
        Assert.Equal(answer, Make.Judge(Lot, agreement, Tested(20, failing)).Section(SectionKind.Tests).Answer);
        Assert.Contains("level S-3 (default, not agreed)", Make.Judge(Lot, evidence: Tested(20, 0)).Section(SectionKind.Tests).Readings.Single().Plan!.InEnglish(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Severity.Minor, 2, SectionAnswer.Pass)]
    [InlineData(Severity.Minor, 3, SectionAnswer.Fail)]
    [InlineData(Severity.Major, 2, SectionAnswer.Fail)]
    [InlineData(Severity.Critical, 0, SectionAnswer.Pass)]
    [InlineData(Severity.Critical, 1, SectionAnswer.Fail)]
    public void A_failing_item_counts_at_the_agreed_severity(Severity severity, int failing, SectionAnswer answer)
    {
        var agreement = Make.Agreement with { Measurements = AgreedMeasurements.None with { Severity = severity }, TestSeverity = severity };
        Assert.Equal(answer, Make.Judge(Lot, agreement, Measured(20, failing)).Section(SectionKind.Measurements).Answer);
        Assert.Equal(answer, Make.Judge(Lot, agreement, Tested(20, failing)).Section(SectionKind.Tests).Answer);
    }

    [Fact]
    public void A_point_may_have_a_severity_of_its_own_and_an_item_counts_once_at_its_worst()
    {
        var agreement = Make.Agreement with
        {
            Measurements = new AgreedMeasurements(Severity.Minor, new Dictionary<string, Severity> { ["chest"] = Severity.Major }),
        };
        var evidence = Make.Measurements(
        [
            .. Enumerable.Range(0, 20).Select(number => Make.Measurement($"clear-{number}", 9)),
            Make.Measurement("clear-0", 11, "chest"),
            Make.Measurement("clear-0", 11, "waist"),
            Make.Measurement("clear-1", 11, "waist"),
        ]);
        var section = Make.Judge(Lot, agreement, evidence).Section(SectionKind.Measurements);
        Assert.Equal([(Severity.Major, 1L), (Severity.Minor, 1L)], section.Readings.Select(reading => (reading.Severity, reading.Count.AtLeast)));
        Assert.Equal((20L, SectionAnswer.Pass), (section.Items, section.Answer));
    }

    // ISO 2859-1:1999, Table 2-A: lot 280 at S-3 is letter D; at AQL 2.5 the arrow leads to letter C, n 5 Ac 0. The plan for minor defects (E, n 13) has nothing to say here.
    [Fact]
    public void Only_severities_that_the_section_can_find_ask_for_items()
    {
        var agreement = Requiring(SectionKind.Measurements);
        var lot = Make.Lot(280, 32);
        Assert.Equal(SectionAnswer.Pass, Make.Judge(lot, agreement, Measured(5, 0)).Section(SectionKind.Measurements).Answer);
        Assert.Equal(SectionAnswer.Pending, Make.Judge(lot, agreement, Measured(4, 0)).Section(SectionKind.Measurements).Answer);
        Assert.Equal(SectionAnswer.Fail, Make.Judge(lot, agreement, Measured(1, 1)).Section(SectionKind.Measurements).Answer);
    }

    [Theory]
    [InlineData(0, false, SectionAnswer.Pass)]
    [InlineData(0, true, SectionAnswer.Pending)]
    [InlineData(1, false, SectionAnswer.Pending)]
    [InlineData(10, false, SectionAnswer.Fail)]
    public void Without_a_lot_size_the_bounds_decide(int failing, bool isRequired, SectionAnswer answer)
    {
        Assert.Equal(answer, Make.Judge(Make.Lot(null, 200), Requiring(SectionKind.Measurements, isRequired), Measured(20, failing)).Section(SectionKind.Measurements).Answer);
    }

    [Fact]
    public void What_was_not_measured_says_nothing()
    {
        var section = Make.Judge(Lot, evidence: Make.Measurements(Make.Measurement("clear-0", null))).Section(SectionKind.Measurements);
        Assert.Equal((SectionAnswer.NotInspected, 0L), (section.Answer, section.Items));
        Assert.Equal(SectionAnswer.NotInspected, Make.Judge(Lot, evidence: Make.Measurements(Make.Measurement("clear-0", 11) with { Lot = "other" })).Section(SectionKind.Measurements).Answer);
        Assert.Equal(SectionAnswer.NotInspected, Make.Judge(Lot, evidence: Make.Tests(Make.Test(TestKind.Safety, false) with { Lot = "other" })).Section(SectionKind.Tests).Answer);
    }

    [Theory]
    [InlineData(null, SectionAnswer.Pass, SectionAnswer.NotInspected)]
    [InlineData(Severity.Critical, SectionAnswer.Fail, SectionAnswer.Fail)]
    public void A_failing_item_beside_the_draw_counts_only_where_none_is_allowed(Severity? severity, SectionAnswer measured, SectionAnswer tested)
    {
        var lot = Make.Drawn(Lot) with { NotDrawn = [Make.Clear(900), Make.Clear(901)] };
        var agreement = Make.Agreement with { Measurements = AgreedMeasurements.None with { Severity = severity }, TestSeverity = severity };
        var points = Make.Measurements([.. Enumerable.Range(0, 20).Select(number => Make.Measurement($"clear-{number}", 9)), Make.Measurement("clear-900", 11), Make.Measurement("clear-901", 11)]);
        Assert.Equal(measured, Make.Judge(lot, agreement, points).Section(SectionKind.Measurements).Answer);

        // Of the tests no drawn item was among those looked at: that is no pass.
        Assert.Equal(tested, Make.Judge(lot, agreement, Make.Tests(Make.Test(TestKind.Functional, false, "clear-900"))).Section(SectionKind.Tests).Answer);
    }

    [Fact]
    public void An_item_that_fails_in_several_sections_is_one_nonconforming_item_at_its_worst_severity()
    {
        var terms = new AgreedTerms(Make.Agreement with { TestSeverity = Severity.Minor });
        var evidence = GivenEvidence.None with
        {
            Confirmed = Make.Answers(Make.Says("clear-0", true, defectClass: "thread")).Confirmed,
            Measured = Make.Measurements(Make.Measurement("clear-0", 11)).Measured,
            Tests = Make.Tests(Make.Test(TestKind.Functional, false, "clear-0"), Make.Test(TestKind.Functional, false, "clear-1")).Tests,
        };
        var judged = LotJudge.Judge(Make.With(Lot, evidence, terms), terms, Make.Model, evidence);
        Assert.Equal([("clear-0", Severity.Major), ("clear-1", Severity.Minor)], judged.Nonconforming.Select(item => (item.Name, item.WorstSeverity!.Value)));
        Assert.Equal(1, judged.Tally.BySeverity[Severity.Minor].AtLeast);
        Assert.Equal(0, judged.Tally.BySeverity[Severity.Major].AtLeast);
    }

    private static Agreement Requiring(SectionKind section, bool isRequired = true) => Make.Agreement with { RequiredSections = isRequired ? [section] : [] };

    private static GivenEvidence Measured(int items, int failing) =>
        Make.Measurements([.. Enumerable.Range(0, items).Select(number => Make.Measurement($"clear-{number}", number < failing ? 11 : 9))]);

    private static GivenEvidence Tested(int items, int failing) =>
        Make.Tests([.. Enumerable.Range(0, items).Select(number => Make.Test(TestKind.Functional, number >= failing, $"clear-{number}"))]);
}
