using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Tests.Reviewing;

/// <summary>Rules: more than half of the readers decide, the last word of each counts, else it stays open (verification protocol of the statistics page, 2.6).</summary>
public sealed class ItemReviewTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("a+", ReviewAnswer.Confirmed)]
    [InlineData("a-", ReviewAnswer.Overruled)]
    [InlineData("a+ b-", ReviewAnswer.Disputed)]
    [InlineData("a+ b- c+", ReviewAnswer.Confirmed)]
    [InlineData("a+ b- c-", ReviewAnswer.Overruled)]
    [InlineData("a+ a-", ReviewAnswer.Overruled)]
    [InlineData("a- b- a+ b+", ReviewAnswer.Confirmed)]
    [InlineData("a?", ReviewAnswer.Disputed)]
    [InlineData("a+ b?", ReviewAnswer.Disputed)]
    [InlineData("a- b?", ReviewAnswer.Disputed)]
    [InlineData("a+ b+ c?", ReviewAnswer.Confirmed)]
    [InlineData("a- b- c?", ReviewAnswer.Overruled)]
    [InlineData("a+ b- c?", ReviewAnswer.Disputed)]
    [InlineData("a+ b+ c- d?", ReviewAnswer.Disputed)]
    [InlineData("a? a+", ReviewAnswer.Confirmed)]
    [InlineData("a+ a?", ReviewAnswer.Disputed)]
    public void The_last_words_of_the_readers_are_counted(string readings, ReviewAnswer expected)
    {
        var said = readings.Split(' ').Select((word, at) => Says(word[..1], word[1] switch { '+' => ReaderWord.Defective, '-' => ReaderWord.Good, _ => ReaderWord.Unsure }, Noon.AddMinutes(at))).ToList();
        Assert.Equal(expected, ItemReview.Of(said)!.Answer);
    }

    [Fact]
    public void The_last_word_is_the_latest_one_wherever_it_stands_in_the_list() =>
        Assert.Equal(ReviewAnswer.Confirmed, ItemReview.Of([Says("a", ReaderWord.Defective, Noon.AddHours(1)), Says("a", ReaderWord.Good, Noon)])!.Answer);

    [Fact]
    public void Nobody_looked_is_no_review() => Assert.Null(ItemReview.Of([]));

    [Fact]
    public void Two_readers_are_compared_on_the_items_that_both_looked_at()
    {
        var list = new ConfirmedList("confirmed.csv", "", [
            Says("a", ReaderWord.Defective, Noon, "1"), Says("b", ReaderWord.Defective, Noon, "1"),
            Says("a", ReaderWord.Defective, Noon, "2"), Says("b", ReaderWord.Good, Noon, "2"),
            Says("a", ReaderWord.Good, Noon, "3"), Says("b", ReaderWord.Good, Noon, "3"),
            Says("a", ReaderWord.Defective, Noon, "4"), Says("c", ReaderWord.Defective, Noon, "5"),
        ]);
        var pair = Assert.Single(list.Pairs);
        Assert.Equal(("a", "b", 1L, 1L, 0L, 1L), (pair.First, pair.Second, pair.Agreement.BothNonconforming, pair.Agreement.OnlyFirst, pair.Agreement.OnlySecond, pair.Agreement.BothConforming));
    }

    /// <summary>Rule of 2.6: a possible defect counts as good.</summary>
    [Fact]
    public void Unsure_is_no_defect_where_two_readers_are_compared()
    {
        var list = new ConfirmedList("confirmed.csv", "", [Says("a", ReaderWord.Unsure, Noon), Says("b", ReaderWord.Good, Noon)]);
        Assert.Equal(1, Assert.Single(list.Pairs).Agreement.BothConforming);
    }

    [Theory]
    [InlineData("hole+ stain+", "hole stain")]
    [InlineData("hole+ stain+ hole+", "stain hole")]
    [InlineData("hole+ stain+ -", "")]
    [InlineData("hole+ stain+ - seam+", "seam")]
    [InlineData("hole+ ? stain+", "stain")]
    [InlineData("+ +", "")]
    [InlineData("hole+ + HOLE+", "HOLE")]
    public void Several_classes_of_one_reader_stand_next_to_each_other_until_he_takes_them_back(string lines, string classes)
    {
        var said = lines.Split(' ').Select((word, at) => Says("a", word[^1] switch { '+' => ReaderWord.Defective, '-' => ReaderWord.Good, _ => ReaderWord.Unsure }, Noon.AddMinutes(at)) with
        {
            DefectClass = word.Length > 1 ? word[..^1] : null,
        }).ToList();
        var answer = Assert.Single(ItemReview.Of(said)!.Readings);
        Assert.Equal(classes, string.Join(' ', answer.DefectClasses));
        Assert.Equal(said[^1].Time, answer.Time);
    }

    [Fact]
    public void A_bare_yes_replaces_a_bare_yes_only()
    {
        var answer = Assert.Single(ItemReview.Of([
            Says("a", ReaderWord.Defective, Noon) with { Severity = Severity.Critical }, Says("a", ReaderWord.Defective, Noon) with { DefectClass = "hole" },
            Says("a", ReaderWord.Defective, Noon) with { Severity = Severity.Minor }])!.Readings);
        Assert.Equal([("hole", null), (null, Severity.Minor)], answer.Lines.Select(line => (line.DefectClass, line.Severity)));
    }

    [Theory]
    [InlineData(" li wei")]
    [InlineData("LI WEI ")]
    [InlineData("Ｌｉ\u3000Ｗｅｉ")]
    public void One_reader_may_be_spelled_in_several_ways_and_is_shown_in_the_first(string other)
    {
        var list = new ConfirmedList("confirmed.csv", "", [Says("Li Wei", ReaderWord.Good, Noon), Says(other, ReaderWord.Defective, Noon.AddHours(1))]);
        Assert.Equal(["Li Wei"], list.Readers);
        Assert.Empty(list.Pairs);
        var review = ItemReview.Of(list.Readings)!;
        Assert.Equal((ReviewAnswer.Confirmed, "Li Wei"), (review.Answer, Assert.Single(review.Readings).Reader));
    }

    [Fact]
    public void Other_names_are_other_readers() =>
        Assert.Equal(2, ItemReview.Of([Says("Li Wei", ReaderWord.Good, Noon), Says("LiWei", ReaderWord.Good, Noon)])!.Readings.Count);

    [Fact]
    public void Only_a_flag_that_persons_reject_is_overruled()
    {
        var good = ItemReview.Of([Says("a", ReaderWord.Good, Noon)]);
        var tally = ReviewTally.Of([Make.Flagged("hole", 1) with { Review = good }, Make.Clear(1) with { Review = good }, Make.Undecided(1) with { Review = good }, Make.Flagged("hole", 2), Make.Clear(2)]);
        Assert.Equal(new ReviewTally(Confirmed: 0, Overruled: 1, FoundGood: 2, Disputed: 0, Awaiting: 1, Unseen: 2), tally);
    }

    private static Confirmation Says(string reader, ReaderWord word, DateTimeOffset time, string item = "1") => new("lot", item, word, reader, time, null, null);
}
