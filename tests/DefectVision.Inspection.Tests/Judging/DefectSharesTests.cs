using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;
using DefectVision.Statistics.Intervals;

namespace DefectVision.Inspection.Tests.Judging;

/// <summary>Rules: an item counts once, at its worst severity, under the cause that a reader names, else that of its class; the bounds are the exact ones of the lot.</summary>
public sealed class DefectSharesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Before_anybody_looked_flags_are_counted_by_the_cause_of_their_class()
    {
        var shares = Make.Judge(Make.Drawn(Make.Lot(500, 50, holes: 3, stains: 2, undecided: 1))).Shares;
        Assert.False(shares.IsByPersons);
        Assert.Equal([(Cause.Material, 3L), (Cause.Process, 0L), (Cause.Workmanship, 0L), (Cause.Packaging, 0L), (null, 2L)], shares.Causes.Select(share => ((Cause?)share.Cause, share.Share.Found)));
        Assert.Equal([("hole", 3L), ("stain", 2L)], shares.Classes.Select(share => (share.DefectClass!, share.Share.Found)));
        var material = shares.Causes[0].Share;
        Assert.Equal((4L, 50L), (material.AtMost, material.Items));
        Assert.Equal(Hypergeometric.Bound(3, 50, 500, ConfidenceLevel.P95, Side.Lower).Lower, material.LowerItems);
        Assert.Equal(Hypergeometric.Bound(4, 50, 500, ConfidenceLevel.P95, Side.Upper).Upper, material.UpperItems);
        Assert.Equal(('G', 'G'), (material.LowerClass, material.UpperClass));
    }

    [Fact]
    public void Without_a_random_draw_nothing_is_guaranteed() => Assert.Null(Make.Judge(Make.Lot(500, 50, holes: 3)).Shares.Causes[0].Share.LowerClass);

    [Fact]
    public void Afterwards_confirmed_items_count_and_what_nobody_looked_at_takes_the_guarantee_from_the_upper_bound()
    {
        var lot = Make.Lot(500, 50, holes: 3);
        var judged = Make.Judge(Make.Drawn(lot with { Items = [Said("x", Make.Photo(Standing.Flagged, "hole", 1), Says(cause: Cause.Packaging)), .. lot.Items.Skip(1)] }));
        var shares = judged.Shares;
        Assert.True(shares.IsByPersons);
        var causes = shares.Causes.ToDictionary(share => share.Cause?.ToString() ?? "", share => share.Share);
        Assert.Equal((1L, 1L), (causes["Packaging"].Found, causes["Packaging"].AtMost));
        Assert.Equal((0L, 2L), (causes["Material"].Found, causes["Material"].AtMost));
        Assert.Equal(('G', null), (causes["Packaging"].LowerClass, causes["Packaging"].UpperClass));
    }

    [Fact]
    public void Where_every_item_was_looked_at_the_upper_bound_is_guaranteed_too()
    {
        var items = Enumerable.Range(0, 20).Select(number => Said($"{number:00}", Make.Photo(Standing.Clear), Says(isDefective: number == 0))).ToList();
        Assert.Equal('G', Make.Judge(Make.Drawn(new Lot("lot", 500, ItemSource.Manifest, items))).Shares.Causes[0].Share.UpperClass);
    }

    [Fact]
    public void A_lot_without_items_has_no_shares() => Assert.Empty(Make.Judge(Make.Lot(500, 0)).Shares.Causes);

    [Fact]
    public void A_reader_who_names_no_cause_leaves_that_of_the_class()
    {
        Assert.Equal(Cause.Material, Said("x", Make.Photo(Standing.Flagged, "stain", 1), Says("a", "hole")).Cause);
        Assert.Equal(Cause.Process, Said("x", Make.Photo(Standing.Flagged, "hole", 1), Says("a", "hole", cause: Cause.Process)).Cause);
        Assert.Null(Said("x", Make.Photo(Standing.Flagged, "stain", 1), Says("a", "stain")).Cause);
    }

    private static Confirmation Says(string reader = "a", string? defectClass = null, Severity? severity = null, Cause? cause = null, bool isDefective = true) =>
        new("lot", "x", isDefective ? ReaderWord.Defective : ReaderWord.Good, reader, Noon, defectClass, severity, cause);

    private static Item Said(string name, InspectedFile photo, params Confirmation[] readings) => ItemJudge.Judge(name, [photo], Make.Terms, ItemReview.Of(readings));
}
