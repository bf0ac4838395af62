using DefectVision.Claims.Deadlines;
using DefectVision.Inspection.Agreements;
using DefectVision.Statistics;

namespace DefectVision.Claims.Tests;

/// <summary>Rules: the record of a case says what was told and leaves a blank for what was not; a notice that was sent starts the period of the answer.</summary>
public sealed class StoryTests
{
    private static readonly CaseStory Told = new(Make.Day("2026-09-18"), Make.Day("2026-09-25"), Remedy.Refund, 150.50m, Make.Day("2026-10-01"), null, "by telephone")
    {
        Replaced = [new ReplacedLot("LOT-A", new Tally(18, 200), "PO-2", "LOT-B", new Tally(1, 200), new Probability(0.00001)), new ReplacedLot("LOT-C", null, "PO-2", "LOT-D", new Tally(0, 9), null)],
        RootCause = "worn needle",
        Action = "needle changed each shift",
        Person = "A. Buyer",
    };

    private static string Text(CaseStory? story, string language) =>
        Printed.Lines(Printed.One(Claim.Of(Make.Record(Make.Agreement), ClaimFacts.None with { Story = story }, Holidays.Shipped()), "internal/post-mortem", language));

    [Fact]
    public void What_was_told_stands_in_it_and_what_was_not_is_a_blank()
    {
        var text = Text(Told, "en");
        foreach (var part in new[] { "18 September 2026", "25 September 2026, 7 days after the notice", "refund", "1 October 2026", "by telephone", "worn needle", "needle changed each shift", "A. Buyer" })
        {
            Assert.Contains(part, text, StringComparison.Ordinal);
        }

        Assert.Contains("LOT-A: 18 of 200 items nonconforming; in its place PO-2, LOT-B: 1 of 200. Samples this far apart, or further, have a chance of 0.0001 or less", text, StringComparison.Ordinal);
        Assert.Contains("LOT-C: in its place PO-2, LOT-D. Nobody has looked at the items of both", text, StringComparison.Ordinal);
        Assert.Matches(@"150\.50 USD of [0-9.]+ USD asked", text);
        Assert.Contains("[lesson]", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Received on", text, StringComparison.Ordinal);
        Assert.DoesNotContain("[outcome]", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_story_the_outcome_is_a_blank_and_in_Chinese_it_is_told_as_well()
    {
        Assert.Contains("[outcome]", Text(null, "en"), StringComparison.Ordinal);
        Assert.Contains("[outcome]", Text(CaseStory.None, "en"), StringComparison.Ordinal);
        Assert.Contains("2026年9月25日，通知后 7 天", Text(Told, "zh"), StringComparison.Ordinal);
    }

    // Seven days after the notice the supplier has answered; the day of the notice is known, and no sentence may say that it is not.
    [Fact]
    public void The_answer_is_counted_from_the_day_on_which_the_supplier_was_told()
    {
        Assert.DoesNotContain("the day it is sent is not known", Text(Told, "en"), StringComparison.Ordinal);
        Assert.Contains("after the supplier was notified (18 September 2026)", Text(Told, "en"), StringComparison.Ordinal);
        Assert.Contains("the day it is sent is not known", Text(Told with { Notified = null }, "en"), StringComparison.Ordinal);
        var claim = Claim.Of(Make.Record(Make.Agreement), ClaimFacts.None with { Story = Told }, Holidays.Shipped());
        var due = claim.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.AnswerDue);
        Assert.Equal((Make.Day("2026-09-18"), DeadlineStart.NoticeSent), (due.From!.Value, due.Start!.Value));
    }

    [Fact]
    public void The_documents_are_the_same_bytes_and_replace_those_before()
    {
        var folder = Directory.CreateTempSubdirectory("defectvision").FullName;
        try
        {
            var claim = Claim.Of(Make.Record(Make.Agreement), ClaimFacts.None with { Story = Told }, Holidays.Shipped());
            var files = ClaimPaper.WriteRecord(claim, folder);
            Assert.Equal(["post-mortem.en.docx", "post-mortem.en.html", "post-mortem.zh.docx", "post-mortem.zh.html"], files);
            var before = files.Select(name => File.ReadAllBytes(Path.Combine(folder, name))).ToList();
            ClaimPaper.WriteRecord(claim, folder);
            Assert.Equal(before, files.Select(name => File.ReadAllBytes(Path.Combine(folder, name))));
            Assert.Equal(4, Directory.GetFiles(folder).Length);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
