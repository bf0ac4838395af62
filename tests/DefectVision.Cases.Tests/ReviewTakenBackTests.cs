using DefectVision.Cases.Reviewing;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Tests;

/// <summary>Rules of an answer that was taken back: what stood before it stands again, as if the review were opened anew.</summary>
public sealed class ReviewTakenBackTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    [Fact]
    public void The_answer_of_the_list_stands_again()
    {
        _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        _bench.Begin();
        using var desk = _bench.Review();
        var item = Named(desk, "2");
        Assert.Equal(ReaderWord.Defective, desk.Item("Li", item)!.Said);
        desk.Answer("Li", [new ReviewWord(item, ReaderWord.Good)]);
        Assert.Equal(ReaderWord.Good, desk.Item("Li", item)!.Said);
        desk.Undo("Li");
        Assert.Equal(ReaderWord.Defective, desk.Item("Li", item)!.Said);
        Assert.Equal(1, desk.Standing("Li").Answered);
    }

    [Fact]
    public void An_earlier_answer_stands_again_and_is_taken_back_next()
    {
        _bench.Begin();
        using var desk = _bench.Review();
        var item = Named(desk, "1");
        desk.Answer("Li", [new ReviewWord(item, ReaderWord.Good)]);
        desk.Answer("Li", [new ReviewWord(item, ReaderWord.Unsure)]);
        desk.Undo("Li");
        Assert.Equal(ReaderWord.Good, desk.Item("Li", item)!.Said);
        Assert.Equal(1, desk.Standing("Li").Answered);
        desk.Undo("Li");
        Assert.Null(desk.Item("Li", item)!.Said);
        Assert.Equal(0, desk.Standing("Li").Answered);
    }

    [Fact]
    public void Two_who_differed_no_longer_differ_and_nobody_is_asked_for_a_third_look()
    {
        _bench.Begin();
        using var desk = _bench.Review();
        var last = desk.Next("Li", 10)[^1].Id;
        desk.Answer("Li", [new ReviewWord(last, ReaderWord.Good)]);
        desk.Answer("Mo", [new ReviewWord(last, ReaderWord.Defective)]);
        Assert.Equal(last, desk.Next("No", 1)[0].Id);
        desk.Undo("Mo");
        Assert.NotEqual(last, desk.Next("No", 1)[0].Id);
    }

    [Fact]
    public void It_is_done_when_everything_asked_is_answered_and_no_longer_when_one_is_taken_back()
    {
        _bench.Begin();
        using var desk = _bench.Review();
        foreach (var item in desk.Next("Li", 10))
        {
            Assert.False(desk.IsDone("Li"));
            desk.Answer("Li", [new ReviewWord(item.Id, ReaderWord.Good)]);
        }

        Assert.True(desk.IsDone("Li"));
        Assert.False(desk.IsDone("Mo"));
        Assert.Empty(desk.Grid("Li", "A", isOpenOnly: true, 0, 10).Items);
        Assert.Equal(4, desk.Grid("Li", "A", isOpenOnly: false, 0, 10).All);
        desk.Undo("Li");
        Assert.False(desk.IsDone("Li"));
        Assert.Single(desk.Grid("Li", "A", isOpenOnly: true, 0, 10).Items);
    }

    private static string Named(ReviewDesk desk, string name) => desk.Grid("nobody", null, isOpenOnly: false, 0, 10).Items.Single(item => item.Name == name).Id;
}
