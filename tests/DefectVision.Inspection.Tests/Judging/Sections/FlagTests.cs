using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;

namespace DefectVision.Inspection.Tests.Judging.Sections;

/// <summary>
/// Rules: flags that nobody has read reject only where the bound corrected for the model's specificity exceeds the AQL (statistics page, 2.2), and not at all once a
/// person answered for any flag of the lot. 8 of 32 flagged: at least 11.46 % would be (Clopper and Pearson 1934, 97.5 %); 1 of 224 good photos: at most 2.46 %.
/// </summary>
public sealed class FlagTests
{
    private const int SampleOfG = 32;

    // (11.46 - 3 x 2.46) / (100 - 3 x 2.46) = 4.4 % is more than AQL 2.5; with four views it is 1.8 %.
    [Theory]
    [InlineData(1, Verdict.Reject)]
    [InlineData(2, Verdict.Reject)]
    [InlineData(3, Verdict.Reject)]
    [InlineData(4, Verdict.Hold)]
    [InlineData(60, Verdict.Hold)]
    public void Each_view_of_an_item_is_a_chance_of_a_false_alarm(int views, Verdict verdict)
    {
        var judged = Make.Judge(Make.WithViews(Make.Lot(280, SampleOfG, stains: 8), views));
        Assert.Equal((verdict, verdict == Verdict.Reject), (judged.Verdict, judged.IsRejectedByFlags));
        Assert.Equal(new SeverityCount(0, 8) { Flagged = 8 }, Make.Reading(judged, Severity.Major).Count);
    }

    [Fact]
    public void A_rejection_by_flags_says_that_nobody_has_read_them_and_what_was_allowed_for()
    {
        var judged = Make.Judge(Make.WithViews(Make.Lot(280, SampleOfG, stains: 8), 2));
        Assert.Equal(PlanAnswer.RejectsByFlags, Make.Reading(judged, Severity.Major).Answer);
        Assert.Equal(
            "8 of 32 items are flagged as major and nobody has read the flags; allowing for the model's false alarms, at least 6.8 % of the lot's items are defective (95 %, if the photos that the model was measured on represent this lot), more than AQL 2.5; this holds if the items photographed were drawn at random from the lot",
            judged.Reasons[0].InEnglish());
    }

    // Counts by item allow for all photos of an item at once, where the items measured had as many; otherwise each photo is a chance of a false alarm.
    [Theory]
    [InlineData(1, 2, false)]
    [InlineData(2, 2, true)]
    [InlineData(2, 3, false)]
    [InlineData(4, 3, true)]
    public void False_alarms_counted_by_item_decide_where_the_items_had_as_many_photos(int measured, int views, bool isByItem)
    {
        var items = new Tally(100, 100);
        var model = Make.Measured(new Tally(140, 150)) with { ItemSpecificity = items, ItemPhotos = measured };
        var expected = isByItem
            ? Statistics.Correction.SpecificityOnly.LowerBound(new Tally(8, SampleOfG), items, ConfidenceLevel.P95)
            : Statistics.Correction.SpecificityOnly.LowerBound(new Tally(8, SampleOfG), new Tally(140, 150), ConfidenceLevel.P95, views);
        Assert.Equal(expected.Lower.Value, model.AtLeastDefective(new Tally(8, SampleOfG), views, ConfidenceLevel.P95)!.Lower.Value);
        Assert.Equal(isByItem ? Verdict.Reject : Verdict.Hold, Make.Judge(Make.WithViews(Make.Lot(280, SampleOfG, stains: 8), views), model: model).Verdict);
    }

    // 32 of 32 flagged: no false-alarm rate that 30 good photos leave open explains it. With 29 nothing is concluded.
    [Theory]
    [InlineData(29, Verdict.Hold)]
    [InlineData(30, Verdict.Reject)]
    public void With_fewer_than_30_good_photos_flags_reject_nothing(int good, Verdict verdict) =>
        Assert.Equal(verdict, Make.Judge(Make.Lot(280, SampleOfG, stains: SampleOfG), model: Make.Measured(new Tally(good, good))).Verdict);

    [Fact]
    public void The_samples_flags_under_a_model_of_29_good_photos_hold() =>
        Assert.Equal(Verdict.Hold, Make.Judge(Make.WithViews(Make.Lot(280, SampleOfG, stains: 8), 2), model: Make.Measured(new Tally(29, 29))).Verdict);

    [Theory]
    [InlineData(2, Verdict.Accept)]
    [InlineData(3, Verdict.Hold)]
    [InlineData(4, Verdict.Hold)]
    [InlineData(5, Verdict.Reject)]
    public void Flags_within_the_acceptance_number_accept_and_more_hold_until_the_bound_exceeds_the_aql(int stains, Verdict verdict)
    {
        var judged = Make.Judge(Make.Lot(280, SampleOfG, stains: stains));
        Assert.Equal(verdict, judged.Verdict);

        // Nobody looked at an item: the acceptance must say so.
        Assert.Equal((null, 32L), (judged.Tally.Review, judged.Tally.Scored));
    }

    // 1 to 3 flags of 32 may all be false alarms; from 4 on some are not, and not one critical item is allowed.
    [Theory]
    [InlineData(1, Verdict.Hold)]
    [InlineData(3, Verdict.Hold)]
    [InlineData(4, Verdict.Reject)]
    public void Critical_flags_reject_only_once_they_cannot_all_be_false_alarms(int holes, Verdict verdict)
    {
        var judged = Make.Judge(Make.Lot(280, SampleOfG, holes: holes));
        Assert.Equal(verdict, judged.Verdict);
        Assert.Equal(verdict == Verdict.Reject, judged.Reasons[0].InEnglish().Contains("and none is allowed; this holds if", StringComparison.Ordinal));
    }

    [Fact]
    public void Once_a_person_answered_for_any_flag_the_others_reject_nothing()
    {
        var lot = Make.Lot(280, SampleOfG, stains: 20);
        Assert.Equal(Verdict.Reject, Make.Judge(lot).Verdict);
        Assert.Equal(Verdict.Hold, Make.Judge(First(lot, Make.Overruled)).Verdict);
        Assert.Equal(Verdict.Hold, Make.Judge(First(lot, Make.Confirmed)).Verdict);
        Assert.Equal(Verdict.Hold, Make.Judge(First(lot, Make.Disputed)).Verdict);
        Assert.Equal(Verdict.Hold, Make.Judge(Make.Drawn(lot) with { NotDrawn = [Make.Overruled(Make.Flagged("stain", 50))] }).Verdict);
        Assert.Equal(PlanAnswer.Undecided, Make.Reading(Make.Judge(First(lot, Make.Overruled)), Severity.Major).Answer);
    }

    [Fact]
    public void An_answer_for_an_item_without_a_flag_is_no_answer_for_a_flag() =>
        Assert.Equal(Verdict.Reject, Make.Judge(Make.Replace(Make.Lot(280, SampleOfG, stains: 20), [Make.Overruled(Make.Clear(50))])).Verdict);

    [Fact]
    public void Without_a_model_there_is_nothing_to_allow_for_and_nothing_rejects() =>
        Assert.Equal(Verdict.Hold, LotJudge.Judge(Make.Lot(280, SampleOfG, stains: 20), Make.Terms, null, GivenEvidence.None).Verdict);

    [Fact]
    public void A_lot_that_a_test_fails_as_well_is_not_rejected_by_flags_alone()
    {
        var judged = Make.Judge(Make.Lot(280, SampleOfG, stains: 20), evidence: Make.Tests(Make.Test(TestKind.Safety, false)));
        Assert.Equal([SectionKind.Workmanship, SectionKind.Tests], judged.Deciding.Select(section => section.Kind));
        Assert.True(judged.Section(SectionKind.Workmanship).IsFailedByFlags);
        Assert.False(judged.IsRejectedByFlags);
    }

    private static Lot First(Lot lot, Func<Item, Item> change) => lot with { Items = [change(lot.Items[0]), .. lot.Items.Skip(1)] };
}
