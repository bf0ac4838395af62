using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging;

/// <summary>
/// Rules of the lot's verdict. Numbers of plans: ISO 2859-1:1999, Table 1 (lot 151 to 280, level II: letter G; 281 to 500: H) and
/// Table 2-A (letter G: n 32; AQL 2.5 Ac 2 Re 3; AQL 4.0 Ac 3 Re 4; letter H: n 50; AQL 2.5 Ac 3 Re 4).
/// </summary>
public sealed class LotJudgeTests
{
    private const int SampleOfG = 32;

    [Fact]
    public void A_lot_of_280_at_level_II_is_read_by_letter_G()
    {
        var judgement = Make.Judge(Make.Lot(280, SampleOfG));
        Assert.Equal((32L, 2, 3), Numbers(judgement, Severity.Major));
        Assert.Equal((32L, 3, 4), Numbers(judgement, Severity.Minor));
        Assert.Equal((32L, 0, 1), Numbers(judgement, Severity.Critical));
        Assert.Contains("letter G, n 32", Make.Reading(judgement, Severity.Major).Plan!.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_of_281_is_read_by_letter_H() =>
        Assert.Equal((50L, 3, 4), Numbers(Make.Judge(Make.Lot(281, 50)), Severity.Major));

    [Theory]
    [InlineData(0, 0, Verdict.Accept)]
    [InlineData(2, 0, Verdict.Accept)]
    [InlineData(3, 0, Verdict.Reject)]
    [InlineData(0, 3, Verdict.Accept)]
    [InlineData(0, 4, Verdict.Reject)]
    [InlineData(2, 3, Verdict.Accept)]
    [InlineData(3, 4, Verdict.Reject)]
    public void On_the_plans_own_sample_the_acceptance_number_is_the_last_that_passes(int stains, int threads, Verdict verdict) =>
        Assert.Equal(verdict, Make.Judge(Make.Read(Make.Lot(280, SampleOfG, stains: stains, threads: threads))).Verdict);

    [Theory]
    [InlineData(0, Verdict.Accept)]
    [InlineData(1, Verdict.Reject)]
    public void Not_one_critical_item_is_allowed(int holes, Verdict verdict) =>
        Assert.Equal(verdict, Make.Judge(Make.Read(Make.Lot(280, SampleOfG, holes: holes))).Verdict);

    [Theory]
    [InlineData(280)]
    [InlineData(null)]
    public void A_critical_item_rejects_whatever_the_number_of_items(int? size)
    {
        var judgement = Make.Judge(Make.Read(Make.Lot(size, 60, holes: 1)));
        Assert.Equal(Verdict.Reject, judgement.Verdict);
        Assert.Contains("none is allowed", judgement.Reasons[0].InEnglish(), StringComparison.Ordinal);
    }

    // An AQL of ISO 2859-1 counts each class of nonconformity by itself (clause 5): a critical item is no major one.
    [Fact]
    public void An_item_counts_in_its_own_class_alone()
    {
        var judgement = Make.Judge(Make.Read(Make.Lot(280, SampleOfG, holes: 1, stains: 2, threads: 3)));
        Assert.Equal(
            [new SeverityCount(3, 3), new SeverityCount(2, 2), new SeverityCount(1, 1)],
            new[] { Severity.Minor, Severity.Major, Severity.Critical }.Select(severity => judgement.Tally.BySeverity[severity]));
        Assert.Equal((32, 6, 0), (judgement.Tally.Items, judgement.Tally.Flagged, judgement.Tally.Undecided));
    }

    [Theory]
    [InlineData(31, "1 item is missing")]
    [InlineData(20, "12 items are missing")]
    public void Fewer_items_than_the_plan_asks_for_is_a_hold_that_says_how_many_are_missing(int items, string missing)
    {
        var judgement = Make.Judge(Make.Lot(280, items));
        Assert.Equal(Verdict.Hold, judgement.Verdict);
        Assert.StartsWith(missing, judgement.Reasons[0].InEnglish(), StringComparison.Ordinal);
        Assert.Contains("the plan asks for 32", judgement.Reasons[0].InEnglish(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, Verdict.Hold, PlanAnswer.TooFewItems)]
    [InlineData(3, Verdict.Reject, PlanAnswer.Rejects)]
    public void Fewer_items_that_reach_the_rejection_number_reject_and_say_so(int stains, Verdict verdict, PlanAnswer major)
    {
        var judgement = Make.Judge(Make.Read(Make.Lot(280, 20, stains: stains)));
        Assert.Equal((verdict, major), (judgement.Verdict, Make.Reading(judgement, Severity.Major).Answer));
        Assert.Equal(major == PlanAnswer.Rejects, judgement.Reasons.InEnglish().Any(reason => reason.EndsWith("(Ac 2, Re 3): the rejection number is reached already", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(280, 33)]
    [InlineData(280, 280)]
    public void With_more_items_than_its_sample_the_plan_is_information_only(int size, int items)
    {
        var judgement = Make.Judge(Make.Lot(size, items));
        Assert.Equal(PlanAnswer.Information, Make.Reading(judgement, Severity.Major).Answer);
        Assert.Contains("so the bounds decide", Make.Reading(judgement, Severity.Major).Reason.InEnglish(), StringComparison.Ordinal);
    }

    // All 280 photographed: AQL 2.5 permits 7 of 280; the bounds are the counts themselves.
    [Theory]
    [InlineData(8, Verdict.Reject)]
    [InlineData(7, Verdict.Accept)]
    public void Of_a_lot_that_was_photographed_whole_the_share_itself_is_compared_with_the_limit(int stains, Verdict verdict)
    {
        var judgement = Make.Judge(Make.Read(Make.Lot(280, 280, stains: stains)));
        Assert.Equal(verdict, judgement.Verdict);
        Assert.Equal((stains, stains), (judgement.FlaggedShare!.LowerItems, judgement.FlaggedShare.UpperItems));
    }

    // The same flags unread. Their upper bound is within what the plan (32, Ac 2) accepts one time in ten, 15.6 %; once read, 8 of 280 would be more than AQL 2.5.
    [Theory]
    [InlineData(280, 7, Verdict.Accept)]
    [InlineData(280, 8, Verdict.Hold)]
    [InlineData(14, 0, Verdict.Accept)]
    [InlineData(14, 1, Verdict.Hold)]
    public void Flags_that_would_reject_once_they_are_read_hold_an_otherwise_accepted_lot(int items, int stains, Verdict verdict)
    {
        var judgement = Make.Judge(Make.Lot(items, items, stains: stains));
        Assert.Equal(verdict, judgement.Verdict);
        Assert.Equal(verdict == Verdict.Hold, Make.Reading(judgement, Severity.Major).Reason.InEnglish().Contains("items that are not decided could still turn the answer", StringComparison.Ordinal));
        Assert.Equal(verdict == Verdict.Hold ? Verdict.Reject : Verdict.Accept, Make.Judge(Make.Read(Make.Lot(items, items, stains: stains))).Verdict);
    }

    // Exact lower bound (95 %) of 20 in 100 is 13.7 % (Clopper and Pearson 1934, Biometrika 26:404): far more than 2.5 %.
    [Fact]
    public void Of_unknown_size_a_lot_whose_lower_bound_is_beyond_the_limit_is_rejected()
    {
        var judgement = Make.Judge(Make.Read(Make.Lot(null, 100, stains: 20)));
        Assert.Equal(Verdict.Reject, judgement.Verdict);
        Assert.Contains("more than AQL 2.5", judgement.Reasons[0].InEnglish(), StringComparison.Ordinal);
        Assert.InRange(judgement.FlaggedShare!.LowerRate, 0.10, 0.1374);
    }

    // 0 of 30: the upper bound is 1 - 0.05^(1/30) = 9.5 % (rule of three), not within 2.5 %; the lower one is 0.
    [Fact]
    public void Of_unknown_size_a_clean_small_sample_shows_neither_and_is_held()
    {
        var judgement = Make.Judge(Make.Lot(null, 30));
        Assert.Equal(Verdict.Hold, judgement.Verdict);
        Assert.Null(Make.Reading(judgement, Severity.Major).SampleSize);
        Assert.Contains("the lot size is not given", Make.Reading(judgement, Severity.Major).Reason.InEnglish(), StringComparison.Ordinal);
        Assert.Contains(judgement.Remarks.InEnglish(), remark => remark.StartsWith("Lot size not given", StringComparison.Ordinal));
        Assert.Null(judgement.FlaggedShare!.LowerItems);
    }

    // 0 of 1000: upper bound 1 - 0.05^(1/1000) = 0.3 %, within every limit.
    [Fact]
    public void Of_unknown_size_a_clean_large_sample_is_accepted() =>
        Assert.Equal(Verdict.Accept, Make.Judge(Make.Lot(null, 1000)).Verdict);

    [Theory]
    [InlineData(2, 0, Verdict.Accept, PlanAnswer.Accepts)]
    [InlineData(2, 1, Verdict.Hold, PlanAnswer.Undecided)]
    [InlineData(3, 1, Verdict.Reject, PlanAnswer.Rejects)]
    public void Undecided_items_hold_a_lot_exactly_when_they_would_turn_its_answer(int stains, int undecided, Verdict verdict, PlanAnswer major)
    {
        // Critical is given an AQL here, so that an undecided item does not turn that answer first: letter G at 2.5 as well.
        var judgement = Make.Judge(Make.Read(Make.Lot(280, SampleOfG, stains: stains, undecided: undecided)), Make.Agreement with
        {
            Limits = new Dictionary<Severity, SeverityLimit> { [Severity.Critical] = new(2.5m) },
        });
        Assert.Equal((verdict, major), (judgement.Verdict, Make.Reading(judgement, Severity.Major).Answer));
    }

    [Fact]
    public void An_undecided_item_may_be_critical_and_holds_the_lot()
    {
        var judgement = Make.Judge(Make.Lot(280, SampleOfG, undecided: 1));
        Assert.Equal(Verdict.Hold, judgement.Verdict);
        Assert.Equal(PlanAnswer.Undecided, Make.Reading(judgement, Severity.Critical).Answer);
        Assert.Contains(judgement.Remarks.InEnglish(), remark => remark.StartsWith("1 item is undecided", StringComparison.Ordinal));
    }

    [Fact]
    public void The_reasons_of_a_rejection_begin_with_what_rejects()
    {
        var judgement = Make.Judge(Make.Read(Make.Lot(280, SampleOfG, threads: 4)));
        Assert.Equal(Verdict.Reject, judgement.Verdict);
        Assert.StartsWith("4 minor", judgement.Reasons[0].InEnglish(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, Verdict.Hold)]
    [InlineData(1, Verdict.Reject)]
    public void More_items_than_the_lot_has_is_a_hold_because_one_number_is_wrong_and_a_critical_item_rejects_all_the_same(int holes, Verdict verdict)
    {
        var judgement = Make.Judge(Make.Read(Make.Lot(31, 32, holes: holes)));
        Assert.Equal(verdict, judgement.Verdict);
        Assert.Equal(["found 32 items in a lot whose agreed size is 31: one of the two is wrong"], judgement.Section(SectionKind.QuantityAndPhotos).Reasons.InEnglish());
        Assert.Equal(verdict == Verdict.Hold, judgement.Reasons[0].InEnglish().StartsWith("found 32 items", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(280)]
    public void A_lot_without_an_item_is_held_and_has_no_rate(int? size)
    {
        var judgement = Make.Judge(Make.Lot(size, 0));
        Assert.Equal((Verdict.Hold, null), (judgement.Verdict, judgement.FlaggedShare));
        Assert.Equal("no photo of this lot could be read, and nobody looked at an item", judgement.Reasons[0].InEnglish());
        Assert.Equal(["no item of this lot was photographed"], judgement.Section(SectionKind.QuantityAndPhotos).Reasons.InEnglish());
    }

    // Table 2-A, letter A (lot 2 to 8, level II: n 2) at AQL 2.5: the arrow leads to letter C, n 5, Ac 0 Re 1; a lot of 4 is then inspected whole.
    [Fact]
    public void A_plan_that_asks_for_more_than_the_lot_holds_is_met_by_the_whole_lot()
    {
        var judgement = Make.Judge(Make.Lot(4, 4));
        Assert.Equal(Verdict.Accept, judgement.Verdict);
        Assert.Equal((4L, 0, 1), Numbers(judgement, Severity.Major));
        Assert.Contains("the whole lot", Make.Reading(judgement, Severity.Major).Plan!.InEnglish(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_of_one_item_is_outside_the_tables_and_says_so() =>
        Assert.Contains("outside the tables", Make.Reading(Make.Judge(Make.Lot(1, 1)), Severity.Major).Reason.InEnglish(), StringComparison.Ordinal);

    // ISO 2859-1:1999, Table 1: lot 280 at level I is letter E; Table 2-A: n 13, AQL 2.5 Ac 1 Re 2 lies at letter F (n 20) by the arrow.
    [Theory]
    [InlineData("I", 20, 1, 2)]
    [InlineData("III", 50, 3, 4)]
    public void The_agreed_level_gives_the_letter(string level, int n, int ac, int re) =>
        Assert.Equal((n, ac, re), Numbers(Make.Judge(Make.Lot(280, n), Make.Agreement with { InspectionLevel = level }), Severity.Major));

    [Fact]
    public void Photos_taken_for_items_are_said_to_be_so() =>
        Assert.Contains(
            Make.Judge(Make.Lot(280, SampleOfG) with { ItemSource = ItemSource.EachPhoto }).Remarks.InEnglish(),
            remark => remark.Contains("each photo was taken for an item", StringComparison.Ordinal));

    [Theory]
    [InlineData(new[] { Verdict.Accept, Verdict.Hold, Verdict.Reject }, Verdict.Reject)]
    [InlineData(new[] { Verdict.Accept, Verdict.Hold }, Verdict.Hold)]
    [InlineData(new[] { Verdict.Accept, Verdict.Accept }, Verdict.Accept)]
    [InlineData(new Verdict[0], Verdict.Hold)]
    public void The_worst_lot_is_the_shipments_answer_and_no_lot_is_none(Verdict[] lots, Verdict answer)
    {
        var record = new InspectionRecord("s", default, "", Make.Terms, null, [], [], [.. lots.Select(Judged)], [], []);
        Assert.Equal(lots, record.Lots.Select(lot => lot.Verdict));
        Assert.Equal(answer, record.Verdict);

        static LotJudgement Judged(Verdict verdict) => Make.Judge(verdict switch
        {
            Verdict.Reject => Make.Read(Make.Lot(280, SampleOfG, holes: 1)),
            Verdict.Hold => Make.Lot(280, SampleOfG - 1),
            _ => Make.Lot(280, SampleOfG),
        });
    }

    private static (long, int, int) Numbers(LotJudgement judgement, Severity severity)
    {
        var reading = Make.Reading(judgement, severity);
        return (reading.SampleSize!.Value, reading.AcceptanceNumber!.Value, reading.RejectionNumber!.Value);
    }
}
