using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Tests.Reviewing;

/// <summary>Rules: what a review says and what a list says are one set of answers, of one reader on one item the later one counts, and what was taken back counts for nothing.</summary>
public sealed class ReviewLogTests
{
    private static readonly DateTimeOffset Nine = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(-1, ReaderWord.Good)]
    [InlineData(1, ReaderWord.Defective)]
    public void Of_a_list_and_a_review_the_later_answer_of_a_reader_counts(int hoursOfList, ReaderWord expected)
    {
        var list = List(new Confirmation("A", "1", ReaderWord.Defective, "Li", Nine.AddHours(hoursOfList), "hole", null), new Confirmation("A", "1", ReaderWord.Defective, "Li", Nine.AddHours(hoursOfList), "stain", null));
        var joined = Log(Says(1, "li ", ReaderWord.Good)).Joined(list)!;
        var answer = Assert.Single(ItemReview.Of(joined.Readings)!.Readings);
        Assert.Equal(expected, answer.Word);
        Assert.Equal(expected == ReaderWord.Good ? 1 : 2, answer.Lines.Count);
        Assert.Equal(["li , A 1"], Log(Says(1, "li ", ReaderWord.Good)).InBoth(list));
        Assert.Empty(Log(Says(1, "Mo", ReaderWord.Good)).InBoth(list));
    }

    [Fact]
    public void An_answer_of_a_review_replaces_the_readers_earlier_one_whole()
    {
        var joined = Log(Says(1, "Li", ReaderWord.Defective, "hole"), Says(2, "Li", ReaderWord.Defective, "stain")).Joined(null)!;
        Assert.Equal(["stain"], Assert.Single(ItemReview.Of(joined.Readings)!.Readings).DefectClasses);
    }

    [Fact]
    public void What_was_taken_back_counts_for_nothing_and_stays_in_the_log()
    {
        var log = Log(
            Says(1, "Li", ReaderWord.Good),
            Says(2, "Li", ReaderWord.Defective),
            new ReviewEntry(3, Nine.AddMinutes(3), "Li", ReviewAct.Undo, "A", "1") { Undoes = 2 });
        Assert.Equal([1], log.Standing.Select(entry => entry.Number));
        Assert.Equal(3, log.Entries.Count);
        Assert.Equal(ReaderWord.Good, Assert.Single(log.Joined(null)!.Readings).Word);
    }

    [Fact]
    public void Nobody_said_anything_is_no_list_and_a_list_stays_what_it_is()
    {
        Assert.Null(Log().Joined(null));
        var list = List(new Confirmation("A", "1", ReaderWord.Good, "Li", Nine, null, null)) with { Unanswered = 3 };
        Assert.Equal(list.Readings, Log().Joined(list)!.Readings);
        Assert.Equal(3, Log().Joined(list)!.Unanswered);
        Assert.Equal(list.Readings, Log(Says(1, "Mo", ReaderWord.Good)).Joined(list)!.WithoutReviews()!.Readings);
        Assert.Null(Log(Says(1, "Mo", ReaderWord.Good)).Joined(null)!.WithoutReviews());
    }

    [Fact]
    public void A_reader_says_that_two_items_are_two()
    {
        var log = Log(new ReviewEntry(1, Nine, "Li", ReviewAct.Different, "A", "2"), new ReviewEntry(2, Nine, "Li", ReviewAct.Same, "A", "3"));
        Assert.Equal(("A", "2", "Li"), log.Joined(null)!.Different.Select(one => (one.Lot, one.Item, one.Reader)).Single());
    }

    private static ConfirmedList List(params IReadOnlyList<Confirmation> readings) => new("confirmed.csv", "", readings);

    private static ReviewLog Log(params IReadOnlyList<ReviewEntry> entries) => new("", new ReviewProtocol(1, null), entries);

    private static ReviewEntry Says(int number, string reader, ReaderWord word, string? defectClass = null) =>
        new(number, Nine.AddMinutes(number - 1), reader, ReviewAct.Answer, "A", "1") { Word = word, DefectClass = defectClass };
}
