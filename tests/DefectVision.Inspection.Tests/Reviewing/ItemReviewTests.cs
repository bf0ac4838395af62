using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Tests.Reviewing;

/// <summary>Rules: the majority of readers decides, the last word of each counts, a tie is good until somebody decides (verification protocol of the statistics page, 2.6).</summary>
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
    public void The_last_words_of_the_readers_are_counted(string readings, ReviewAnswer expected)
    {
        var said = readings.Split(' ').Select((word, at) => Says(word[..1], word[1] == '+', Noon.AddMinutes(at))).ToList();
        Assert.Equal(expected, ItemReview.Of(said)!.Answer);
    }

    [Fact]
    public void The_last_word_is_the_latest_one_wherever_it_stands_in_the_list() =>
        Assert.Equal(ReviewAnswer.Confirmed, ItemReview.Of([Says("a", true, Noon.AddHours(1)), Says("a", false, Noon)])!.Answer);

    [Fact]
    public void Nobody_looked_is_no_review() => Assert.Null(ItemReview.Of([]));

    [Fact]
    public void Two_readers_are_compared_on_the_items_that_both_looked_at()
    {
        var list = new ConfirmedList("confirmed.csv", "", [
            Says("a", true, Noon, "1"), Says("b", true, Noon, "1"),
            Says("a", true, Noon, "2"), Says("b", false, Noon, "2"),
            Says("a", false, Noon, "3"), Says("b", false, Noon, "3"),
            Says("a", true, Noon, "4"), Says("c", true, Noon, "5"),
        ]);
        var pair = Assert.Single(list.Pairs);
        Assert.Equal(("a", "b", 1L, 1L, 0L, 1L), (pair.First, pair.Second, pair.Agreement.BothNonconforming, pair.Agreement.OnlyFirst, pair.Agreement.OnlySecond, pair.Agreement.BothConforming));
    }

    private static Confirmation Says(string reader, bool isDefective, DateTimeOffset time, string item = "1") => new("lot", item, isDefective, reader, time, null, null);
}
