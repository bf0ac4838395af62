using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Tests.Judging;

/// <summary>Which items are exhibits, in which order, and what is shown of them.</summary>
public sealed class ExhibitNumbersTests
{
    [Fact]
    public void Items_shown_defective_come_first_then_flagged_ones_and_disputed_ones_stand_apart_at_the_end()
    {
        var (disputed, flagged, confirmed) = (Answered("a", ReaderWord.Unsure), Make.Flagged("stain", 1), Answered("c", ReaderWord.Defective));
        var items = Exhibited.Items(Judged([disputed, flagged, confirmed]));
        Assert.Equal([confirmed, flagged, disputed], items);
        Assert.Equal([false, false, true], items.Select(Exhibited.StandsApart));
    }

    [Fact]
    public void What_is_good_by_the_word_of_persons_or_clear_is_no_exhibit() =>
        Assert.Empty(Exhibited.Items(Judged([Answered("a", ReaderWord.Good), Make.Clear(1), Make.Undecided(1)])));

    [Fact]
    public void The_large_photo_is_the_flagged_one_with_the_highest_score_and_otherwise_the_first_that_can_be_read()
    {
        InspectedFile Named(InspectedFile photo, string path) => photo with { Path = path };
        var (clear, weak, strong) = (Named(Make.Photo(Standing.Clear, score: 9), "a"), Named(Make.Photo(Standing.Flagged, "stain", 1), "b"), Named(Make.Photo(Standing.Flagged, "stain", 2), "c"));
        Assert.Equal(strong, Exhibited.Main(ItemJudge.Judge("1", [clear, weak, strong], Make.Terms)));
        Assert.Equal(clear, Exhibited.Main(ItemJudge.Judge("1", [Named(Make.Lost(PhotoOutcome.Truncated), "0"), clear], Make.Terms)));
        Assert.Null(Exhibited.Main(ItemJudge.Judge("1", [], Make.Terms)));
    }

    private static Item Answered(string name, ReaderWord word) => Make.Reviewed(
        ItemJudge.Judge(name, [Make.Photo(Standing.Flagged, "stain", 3)], Make.Terms),
        new Confirmation("lot", name, word, "Li", Make.Noon, null, null));

    private static LotJudgement Judged(IReadOnlyList<Item> items) => Make.Judge(Make.Lot(200, 0) with { Items = items });
}
