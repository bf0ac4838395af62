using DefectVision.Inspection.Judging;

namespace DefectVision.Inspection.Tests.Judging;

/// <summary>Rule: items are the trials; an item is flagged when any of its photos is, and counts once, at its worst severity.</summary>
public sealed class ItemJudgeTests
{
    [Fact]
    public void One_flagged_photo_flags_the_item_whatever_the_others_say()
    {
        var item = Judge(Make.Photo(Standing.Clear), Make.Photo(Standing.TooCloseToCall), Make.Lost(PhotoOutcome.Truncated), Make.Photo(Standing.Flagged, "stain", 1));
        Assert.Equal((ItemStanding.Flagged, "stain", Severity.Major), (item.Standing, item.DefectClass, item.Severity));
    }

    [Fact]
    public void The_worst_severity_counts_before_the_highest_score()
    {
        var item = Judge(Make.Photo(Standing.Flagged, "thread", 9), Make.Photo(Standing.Flagged, "hole", 1), Make.Photo(Standing.Flagged, "stain", 5));
        Assert.Equal(("hole", Severity.Critical), (item.DefectClass, item.Severity));
    }

    [Fact]
    public void Of_equal_severity_the_highest_score_names_the_class()
    {
        var item = Judge(Make.Photo(Standing.Flagged, "stain", 1), Make.Photo(Standing.Flagged, "seam", 2));
        Assert.Equal("seam", item.DefectClass);
    }

    [Fact]
    public void A_flag_without_a_class_counts_as_major() =>
        Assert.Equal(Severity.Major, Judge(Make.Photo(Standing.Flagged)).Severity);

    [Fact]
    public void A_photo_too_close_to_call_leaves_the_item_undecided() =>
        Assert.Equal(ItemStanding.TooCloseToCall, Judge(Make.Photo(Standing.Clear), Make.Photo(Standing.TooCloseToCall), Make.Lost(PhotoOutcome.Unreadable)).Standing);

    // Statistics page, 1.5: an item without a readable photo stays in the sample undecided; one with another photo counts by that.
    [Theory]
    [InlineData(PhotoOutcome.Unreadable)]
    [InlineData(PhotoOutcome.Truncated)]
    [InlineData(PhotoOutcome.UnsupportedFormat)]
    [InlineData(PhotoOutcome.TooLarge)]
    public void A_photo_that_could_not_be_scored_says_nothing_and_the_item_counts_by_its_others(PhotoOutcome outcome)
    {
        Assert.Equal(ItemStanding.Clear, Judge(Make.Photo(Standing.Clear), Make.Lost(outcome)).Standing);
        var lost = Judge(Make.Lost(outcome), Make.Lost(outcome));
        Assert.Equal((ItemStanding.Incomplete, true, false), (lost.Standing, lost.IsUndecided, lost.HasReadablePhoto));
    }

    [Fact]
    public void A_photo_that_no_model_scored_leaves_the_item_undecided_until_a_person_looks()
    {
        var item = Make.NotScored(1);
        Assert.Equal((ItemStanding.NotScored, true, true), (item.Standing, item.IsUndecided, item.HasReadablePhoto));
        Assert.False(Make.Overruled(item).IsUndecided);
    }

    [Fact]
    public void An_item_that_is_named_and_has_no_photo_is_incomplete() => Assert.Equal(ItemStanding.Incomplete, Judge().Standing);

    [Fact]
    public void An_item_is_clear_when_every_photo_of_it_is()
    {
        var item = Judge(Make.Photo(Standing.Clear, score: -2), Make.Photo(Standing.Clear, score: -1));
        Assert.Equal((ItemStanding.Clear, null, null, -1.0), (item.Standing, item.DefectClass, item.Severity, item.Score));
    }

    private static Item Judge(params InspectedFile[] photos) => ItemJudge.Judge("item", photos, Make.Terms);
}
