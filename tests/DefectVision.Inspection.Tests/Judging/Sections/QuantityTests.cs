using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging.Sections;

/// <summary>Rules: more items than the lot is said to hold, and items missing or without a readable photo, make the section pending, never failed; a gap only where it could change the verdict.</summary>
public sealed class QuantityTests
{
    [Theory]
    [InlineData(32, SectionAnswer.Pass)]
    [InlineData(31, SectionAnswer.Pending)]
    public void A_lot_of_fewer_items_than_were_found_is_pending(long size, SectionAnswer answer) =>
        Assert.Equal(answer, Of(Make.Judge(Make.Lot(size, 32))).Answer);

    [Theory]
    [InlineData(33, SectionAnswer.Pass)]
    [InlineData(32, SectionAnswer.Pending)]
    public void Items_beside_the_draw_were_found_as_well(long size, SectionAnswer answer) =>
        Assert.Equal(answer, Of(Make.Judge(Make.Drawn(Make.Lot(size, 32)) with { NotDrawn = [Make.Clear(99)] })).Answer);

    [Fact]
    public void Missing_items_are_pending_while_the_workmanship_is_open_and_change_nothing_once_it_is_rejected()
    {
        var held = Of(Make.Judge(Make.Lot(280, 20)));
        Assert.Equal((SectionAnswer.Pending, 20L), (held.Answer, held.Items));
        Assert.Equal(["12 items are missing: 20 photographed, the plan asks for 32"], held.Reasons.InEnglish());
        var rejected = Of(Make.Judge(Make.Read(Make.Lot(280, 20, holes: 1))));
        Assert.Equal(SectionAnswer.Pass, rejected.Answer);
        Assert.Equal(["12 items are missing: 20 photographed, the plan asks for 32; this cannot change the verdict"], rejected.Reasons.InEnglish());
        Assert.Equal(SectionAnswer.Pass, Of(Make.Judge(Make.Lot(280, 20), evidence: Make.Tests(Make.Test(TestKind.Safety, false)))).Answer);
    }

    [Fact]
    public void Items_without_a_readable_photo_are_named_and_one_with_another_photo_is_not()
    {
        var lot = Make.Replace(Make.Lot(280, 32), [Make.Damaged(1), Make.Damaged(2)]);
        var judged = Make.Judge(lot);
        Assert.Equal((Verdict.Hold, SectionAnswer.Pending), (judged.Verdict, Of(judged).Answer));
        Assert.Equal(["2 items have no photo that could be read: damaged-1, damaged-2"], Of(judged).Reasons.InEnglish());
        var other = ItemJudge.Judge("other", [Make.Lost(PhotoOutcome.Truncated), Make.Photo(Standing.Clear)], Make.Terms);
        Assert.Equal(Verdict.Accept, Make.Judge(Make.Replace(Make.Lot(280, 32), [other])).Verdict);
    }

    [Fact]
    public void Where_a_person_answered_no_photo_is_missing()
    {
        var judged = Make.Judge(Make.Drawn(Make.Replace(Make.Lot(280, 32), [Make.Overruled(Make.Damaged(1)), Make.Overruled(Make.NeverPhotographed(2))])));
        Assert.Equal((Verdict.Accept, SectionAnswer.Pass), (judged.Verdict, Of(judged).Answer));
        Assert.Equal(["30 items photographed, each with a photo that could be read"], Of(judged).Reasons.InEnglish());
    }

    [Fact]
    public void A_drawn_item_that_was_never_photographed_is_missing_though_the_plan_asks_for_fewer()
    {
        var judged = Make.Judge(Make.Drawn(Make.Replace(Make.Lot(280, 40), [Make.NeverPhotographed(1)])));
        Assert.Equal(["1 item is missing: 39 photographed, 40 were drawn"], Of(judged).Reasons.InEnglish());
        Assert.Equal((Verdict.Hold, SectionAnswer.Pending), (judged.Verdict, Of(judged).Answer));
    }

    private static LotSection Of(LotJudgement judged) => judged.Section(SectionKind.QuantityAndPhotos);

    // One number, one sentence: the plan says why it does not apply, and no bound counts by a size that cannot be.
    [Fact]
    public void Where_more_items_were_found_than_the_lot_holds_nothing_rests_on_its_size()
    {
        var judged = Make.Judge(Make.Drawn(Make.Read(Make.Lot(20, 32, stains: 1))));
        Assert.Contains("32 items were found in a lot of 20, so no plan of the standard applies", Make.Reading(judged, Severity.Major).Reason.InEnglish(), StringComparison.Ordinal);
        Assert.Null(judged.FlaggedShare!.LowerItems);
        Assert.Null(judged.Sample.Class);
    }

    [Fact]
    public void What_leaves_items_undecided_is_named_and_what_leaves_none_is_not()
    {
        var twin = Make.Clear(1) with { IsSuspectedDuplicate = true };
        Assert.Equal("perhaps another item once more", Why(twin));
        Assert.Equal("without a readable photo", Why(Make.Damaged(1)));
        Assert.Equal("too close to call", Why(Make.Undecided(1)));
        Assert.Equal("too close to call, without a readable photo", Why(Make.Undecided(1), Make.Damaged(2), Make.Damaged(3)));

        static string Why(params Item[] items)
        {
            var remark = Assert.Single(Make.Judge(Make.Replace(Make.Lot(280, 32), items)).Remarks.InEnglish(), text => text.Contains("undecided (", StringComparison.Ordinal));
            return remark[(remark.IndexOf('(', StringComparison.Ordinal) + 1)..remark.IndexOf(')', StringComparison.Ordinal)];
        }
    }

    [Fact]
    public void An_item_with_nothing_but_another_ones_photo_is_not_missing()
    {
        var lot = Make.Drawn(Make.Lot(280, 32, stains: 3));
        var twin = lot.Items[^1] with { Photos = [], Standing = ItemStanding.Incomplete, IsSuspectedDuplicate = true };
        var reason = Assert.Single(Of(Make.Judge(lot with { Items = [.. lot.Items.SkipLast(1), twin] })).Reasons).InEnglish();
        Assert.StartsWith($"1 item has no photo of its own, only the same file as another item's: {twin.Name}", reason, StringComparison.Ordinal);
    }
}
