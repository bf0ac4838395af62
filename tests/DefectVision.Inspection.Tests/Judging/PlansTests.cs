using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Tests.Judging;

/// <summary>
/// Rules of the plans that contracts name. A lot of 280 at level II has letter G. Cells: ISO 2859-1:1999, Tables 2-A to 2-C, and MIL-STD-105E (1989), Tables II-A to II-C:
/// G at AQL 2.5 is 32/2/3 normal, 32/1/2 tightened, 13/1/2 reduced; reduced by MIL-STD-105E 13/1/3, and 13/1/4 at AQL 4.0.
/// </summary>
public sealed class PlansTests
{
    private const int Size = 280;

    [Theory]
    [InlineData(Iso2859.Edition, InspectionSeverity.Normal, 32, 2, 3)]
    [InlineData(Iso2859.Edition, InspectionSeverity.Tightened, 32, 1, 2)]
    [InlineData(Iso2859.Edition, InspectionSeverity.Reduced, 13, 1, 2)]
    [InlineData(MilStd105E.Edition, InspectionSeverity.Normal, 32, 2, 3)]
    [InlineData(MilStd105E.Edition, InspectionSeverity.Tightened, 32, 1, 2)]
    [InlineData(MilStd105E.Edition, InspectionSeverity.Reduced, 13, 1, 3)]
    public void The_table_of_the_agreed_severity_is_read_and_named(string standard, InspectionSeverity severity, int n, int acceptance, int rejection)
    {
        var reading = Major(Judge(n, 0, Agreed(standard, severity)));
        Assert.Equal((n, acceptance, rejection), (reading.SampleSize, reading.AcceptanceNumber, reading.RejectionNumber));
        Assert.Equal($"{standard}, level II, {severity.ToString().ToLowerInvariant()}, letter G, n {n}", reading.Plan!.InEnglish());
    }

    [Fact]
    public void The_severity_of_the_lot_and_the_level_of_a_section_choose_its_plan_together()
    {
        var agreement = Agreed(Iso2859.Edition, InspectionSeverity.Normal) with
        {
            Lots = new Dictionary<string, AgreedLot> { ["lot"] = new(Size) { InspectionSeverity = InspectionSeverity.Tightened } },
            Levels = new Dictionary<SectionKind, string> { [SectionKind.Measurements] = "S-4" },
        };
        var judged = Make.Judge(Make.Lot(Size, 32), agreement, Make.Measurements([.. Enumerable.Range(0, 13).Select(at => Make.Measurement($"clear-{at}", 9))]));
        Assert.Equal("ISO 2859-1:1999 / GB/T 2828.1-2012, level II, tightened, letter G, n 32", judged.Readings[0].Plan!.InEnglish());

        // S-4 gives letter E (Table 1); tightened at AQL 2.5 its arrow leads down to G (Table 2-B).
        Assert.Equal(
            "ISO 2859-1:1999 / GB/T 2828.1-2012, level S-4, tightened, letter G, n 32",
            Assert.Single(judged.Section(SectionKind.Measurements).Readings).Plan!.InEnglish());
    }

    // MIL-STD-105E reduced, 13/1/3: 2 lie between the numbers. ISO 2859-1 reduced, 13/1/2, leaves no gap.
    [Theory]
    [InlineData(MilStd105E.Edition, 1, Verdict.Accept, false)]
    [InlineData(MilStd105E.Edition, 2, Verdict.Accept, true)]
    [InlineData(MilStd105E.Edition, 3, Verdict.Reject, false)]
    [InlineData(Iso2859.Edition, 1, Verdict.Accept, false)]
    [InlineData(Iso2859.Edition, 2, Verdict.Reject, false)]
    public void Between_Ac_and_Re_of_a_reduced_plan_the_lot_is_accepted_and_inspection_returns_to_normal(string standard, int stains, Verdict verdict, bool returns)
    {
        var judged = Judge(13, stains, Agreed(standard, InspectionSeverity.Reduced));
        Assert.Equal((verdict, returns), (judged.Verdict, Major(judged).ReturnsToNormal));
        Assert.Equal(returns, Major(judged).Reason.InEnglish().EndsWith(
            "2 major, Ac 1, Re 3: more than Ac and fewer than Re, which reduced inspection by MIL-STD-105E / ANSI/ASQ Z1.4 accepts; inspection returns to normal for the next lot", StringComparison.Ordinal));
        Assert.Equal(
            returns ? 1 : 0,
            judged.Remarks.InEnglish().Count(said => said == "Inspection returns to normal for the next lot: the major defects are more than Ac 1 and fewer than Re 3 of reduced inspection."));
    }

    // 13 of 280 accept up to 2: with 28 defective 0.8706, with Ac alone 0.6196 (rational arithmetic of binomial coefficients).
    [Fact]
    public void The_curve_of_a_reduced_plan_counts_what_lies_between_the_numbers_as_accepted()
    {
        var plan = MilStd105E.SinglePlan(Size, InspectionLevel.II, Aql.Parse("2.5"), InspectionSeverity.Reduced);
        Assert.Equal(0.8705733254192135, plan.OperatingCharacteristic.AcceptanceOfLot(Size, 28).Value, 12);
        Assert.Equal((true, true, false, false), (plan.Accepts(2), plan.ReturnsToNormal(2), plan.Accepts(3), plan.ReturnsToNormal(1)));
        Assert.Equal(2, Major(Judge(13, 0, Agreed(MilStd105E.Edition, InspectionSeverity.Reduced))).AcceptsUpTo);
    }

    // One flag that nobody has read may be the second defect: accepted either way, and only then does inspection return to normal.
    [Fact]
    public void Whether_inspection_returns_to_normal_is_left_open_where_a_flag_is_unread()
    {
        var lot = Make.Lot(Size, 13, stains: 2);
        var reading = Major(Make.Judge(lot with { Items = [Make.Confirmed(lot.Items[0]), .. lot.Items.Skip(1)] }, Agreed(MilStd105E.Edition, InspectionSeverity.Reduced)));
        Assert.Equal((PlanAnswer.Accepts, false), (reading.Answer, reading.ReturnsToNormal));
        Assert.EndsWith("should more than Ac turn out, inspection returns to normal for the next lot", reading.Reason.InEnglish(), StringComparison.Ordinal);
    }

    // Level III of 150 001 is letter Q (Table 1); tightened at AQL 0.025 it leads down to letter S, 3150/1/2, which no other AQL has (ISO 2859-1:1999, Table 2-B).
    [Fact]
    public void Letter_S_is_left_to_the_one_AQL_that_has_it()
    {
        var agreement = Make.Agreement with
        {
            InspectionLevel = "III",
            InspectionSeverity = InspectionSeverity.Tightened,
            Limits = new Dictionary<Severity, SeverityLimit> { [Severity.Major] = new(0.025m), [Severity.Minor] = new(4.0m) },
        };
        var plans = Make.Judge(Make.Lot(150_001, 1), agreement).Readings.ToDictionary(reading => reading.Severity, reading => reading.SampleSize);
        Assert.Equal(3150, plans[Severity.Major]);
        Assert.True(plans[Severity.Minor] < 3150);
    }

    // n 32, Ac 2, Re 5: at Ac accept, between hold, at Re reject; "between" says otherwise.
    [Theory]
    [InlineData(BetweenNumbers.Hold, 2, PlanAnswer.Accepts, SectionAnswer.Pass)]
    [InlineData(BetweenNumbers.Hold, 3, PlanAnswer.BetweenNumbers, SectionAnswer.Pending)]
    [InlineData(BetweenNumbers.Hold, 4, PlanAnswer.BetweenNumbers, SectionAnswer.Pending)]
    [InlineData(BetweenNumbers.Hold, 5, PlanAnswer.Rejects, SectionAnswer.Fail)]
    [InlineData(BetweenNumbers.Accept, 4, PlanAnswer.Accepts, SectionAnswer.Pass)]
    [InlineData(BetweenNumbers.Accept, 5, PlanAnswer.Rejects, SectionAnswer.Fail)]
    [InlineData(BetweenNumbers.Reject, 2, PlanAnswer.Accepts, SectionAnswer.Pass)]
    [InlineData(BetweenNumbers.Reject, 3, PlanAnswer.Rejects, SectionAnswer.Fail)]
    public void The_contracts_own_plan_decides_by_its_numbers_and_holds_between_them_unless_it_says_otherwise(BetweenNumbers between, int stains, PlanAnswer answer, SectionAnswer conclusion)
    {
        var reading = Major(Judge(32, stains, Own(new OwnPlan(32, 2, 5) { Between = between })));
        Assert.Equal((answer, conclusion), (reading.Answer, reading.Conclusion));
        Assert.Equal("the contract's own plan, n 32", reading.Plan!.InEnglish());
        Assert.False(reading.ReturnsToNormal);
    }

    [Theory]
    [InlineData(281, 280, "the contract's own plan, n 281: the whole lot")]
    [InlineData(280, 280, "the contract's own plan, n 280: the whole lot")]
    [InlineData(279, 279, "the contract's own plan, n 279")]
    public void A_plan_as_large_as_the_lot_is_the_whole_lot(int n, int items, string words)
    {
        var reading = Major(Judge(10, 0, Own(new OwnPlan(n, 2, 3))));
        Assert.Equal((items, words), (reading.SampleSize!.Value, reading.Plan!.InEnglish()));
    }

    [Fact]
    public void The_contracts_own_plan_needs_no_lot_size()
    {
        var reading = Major(Make.Judge(Make.Read(Make.Lot(null, 32, stains: 2)), Own(new OwnPlan(32, 2, 3))));
        Assert.Equal((PlanAnswer.Accepts, null), (reading.Answer, reading.Protection));

        // A limit without a plan of its own does not borrow another's: minor defects by AQL 4.0 need the size.
        var minor = Make.Reading(Make.Judge(Make.Read(Make.Lot(null, 32, threads: 1)), Own(new OwnPlan(32, 2, 3))), Severity.Minor);
        Assert.Null(minor.Plan);
    }

    // Of 60 items with x defective, 32 drawn at random hold at most 2 with: x=2 1; x=3 0.855; x=8 0.0891; x=9 0.0469 (rational arithmetic of binomial coefficients).
    [Theory]
    [InlineData(2, SectionAnswer.Pass)]
    [InlineData(3, SectionAnswer.Pending)]
    [InlineData(8, SectionAnswer.Pending)]
    [InlineData(9, SectionAnswer.Fail)]
    public void With_more_items_than_the_contracts_own_plan_what_it_would_say_of_a_draw_from_them_decides(int stains, SectionAnswer answer)
    {
        var reading = Major(Judge(60, stains, Own(new OwnPlan(32, 2, 3))));
        Assert.Equal((PlanAnswer.Information, answer), (reading.Answer, reading.Conclusion));
        Assert.StartsWith($"{stains} major of 60 items; the plan (Ac 2, Re 3) is for 32 items, fewer than these: of random draws of 32 from them ", reading.Reason.InEnglish(), StringComparison.Ordinal);
    }

    // n by rational arithmetic: the smallest with C(N-D, n) / C(N, n) at most the risk. 280: D 7, n 78; 1000: D 25, n 87 (10 %) and 112 (5 %); without a size (1 - 0.025)^n, 91.
    [Theory]
    [InlineData(280L, 10, 78)]
    [InlineData(1000L, 10, 87)]
    [InlineData(1000L, 5, 112)]
    [InlineData(20L, 10, 18)]
    [InlineData(null, 10, 91)]
    public void With_c_0_the_sample_size_is_computed_from_limiting_quality_and_risk(long? size, int risk, int n)
    {
        var reading = Major(Make.Judge(Make.Read(Make.Lot(size, 10)), Limit(new SeverityLimit((decimal?)null) { Zero = new ZeroAcceptance(2.5m, risk) })));
        Assert.Equal((n, 0, 1), (reading.SampleSize!.Value, reading.AcceptanceNumber, reading.RejectionNumber));
        Assert.StartsWith($"c = 0, n {n}: the smallest sample with which ", reading.Plan!.InEnglish(), StringComparison.Ordinal);
        Assert.DoesNotContain("ISO", reading.Plan!.InEnglish(), StringComparison.Ordinal);
    }

    // Critical and major together at AQL 2.5: 32/2/3. One of each are 2, and so is one item with both, which counts once.
    [Theory]
    [InlineData(0, 2, Verdict.Accept)]
    [InlineData(1, 1, Verdict.Accept)]
    [InlineData(1, 2, Verdict.Reject)]
    [InlineData(3, 0, Verdict.Reject)]
    public void Severities_together_share_one_acceptance_number(int holes, int stains, Verdict verdict)
    {
        var judged = Make.Judge(Make.Read(Make.Lot(Size, 32, holes: holes, stains: stains)), Together(isCriticalAllowed: true));
        Assert.Equal(verdict, judged.Verdict);
        Assert.Equal(["critical or major", "minor"], judged.Readings.Select(reading => reading.Severity.ToString()));
        Assert.Equal($"{holes + stains} critical or major, Ac 2, Re 3", judged.Readings[0].Reason.InEnglish());
    }

    [Fact]
    public void Beside_them_critical_may_be_not_allowed_at_all()
    {
        var judged = Make.Judge(Make.Read(Make.Lot(Size, 32, holes: 1)), Together(isCriticalAllowed: false));
        Assert.Equal(Verdict.Reject, judged.Verdict);
        Assert.Equal(["critical", "critical or major", "minor"], judged.Readings.Select(reading => reading.Severity.ToString()));
        Assert.Equal([PlanAnswer.Rejects, PlanAnswer.Accepts, PlanAnswer.Accepts], judged.Readings.Select(reading => reading.Answer));
    }

    // Readers who are tied between critical and major leave it open which of the two it is, and not that it is one of them.
    [Fact]
    public void A_tie_within_the_severities_counted_together_is_settled()
    {
        var lot = Make.Replace(Make.Lot(Size, 32), Make.Tied("a", Severity.Major, Severity.Critical), Make.Tied("b", Severity.Minor, Severity.Major));
        var reading = Make.Judge(lot, Together(isCriticalAllowed: true)).Readings[0];
        Assert.Equal((1L, 2L), (reading.Count.AtLeast, reading.Count.AtMost));
    }

    private static LotJudgement Judge(int items, int stains, Agreement agreement) => Make.Judge(Make.Read(Make.Lot(Size, items, stains: stains)), agreement);

    private static PlanReading Major(LotJudgement judged) => Make.Reading(judged, Severity.Major);

    private static Agreement Agreed(string standard, InspectionSeverity severity) => Limit(new SeverityLimit(2.5m)) with { Standard = standard, InspectionSeverity = severity };

    private static Agreement Own(OwnPlan plan) => Limit(new SeverityLimit((decimal?)null) { Own = plan });

    private static Agreement Limit(SeverityLimit major) => Make.Agreement with { Limits = new Dictionary<Severity, SeverityLimit> { [Severity.Major] = major } };

    private static Agreement Together(bool isCriticalAllowed) => Make.Agreement with
    {
        Limits = isCriticalAllowed ? new Dictionary<Severity, SeverityLimit>() : new Dictionary<Severity, SeverityLimit> { [Severity.Critical] = SeverityLimit.NotAllowed },
        Combined = [new AgreedLimit(new SeverityRange(Severity.Critical, Severity.Major), new SeverityLimit(2.5m))],
    };
}
