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
        Day = Make.Day("2026-11-01"),
    };

    private static string Text(CaseStory? story, string language) =>
        Printed.Lines(Printed.One(Claim.Of(Make.Record(Make.Agreement), ClaimFacts.None with { Story = story }, Holidays.Shipped()), "internal/post-mortem", language));

    [Fact]
    public void What_was_told_stands_in_it_and_what_was_not_is_a_blank()
    {
        var text = Text(Told, "en");
        foreach (var part in new[] { "18 September 2026", "25 September 2026, 7 days after the notice", "refund", "1 October 2026", "by telephone", "worn needle", "needle changed each shift", "A. Buyer, 1 November 2026" })
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

    // The notice is due on 20 September 2026, and the letter counts from that day: who is told before keeps it, who is told later has as many business days from then.
    [Theory]
    [InlineData("2026-09-18", DeadlineStart.NoticeLimit, "2026-09-20", "as the letter counts; the supplier was notified before")]
    [InlineData("2026-09-20", DeadlineStart.NoticeSent, "2026-09-20", "after the supplier was notified (20 September 2026)")]
    [InlineData("2026-09-24", DeadlineStart.NoticeSent, "2026-09-24", "after the supplier was notified (24 September 2026)")]
    public void The_answer_is_counted_from_the_later_of_the_day_he_was_told_and_that_of_the_letter(string notified, DeadlineStart start, string from, string says)
    {
        var story = Told with { Notified = Make.Day(notified) };
        var due = Claim.Of(Make.Record(Make.Agreement), ClaimFacts.None with { Story = story }, Holidays.Shipped()).Deadlines.Single(deadline => deadline.Kind == DeadlineKind.AnswerDue);
        Assert.Equal((Make.Day(from), start), (due.From!.Value, due.Start!.Value));
        Assert.DoesNotContain("the day it is sent is not known", Text(story, "en"), StringComparison.Ordinal);
        Assert.Contains(says, Text(story, "en"), StringComparison.Ordinal);
        Assert.Contains("the day it is sent is not known", Text(Told with { Notified = null }, "en"), StringComparison.Ordinal);
    }

    // Rule: a number has the same digits wherever it appears; the dashboard says 0.17 (two significant digits, rounded up).
    [Theory]
    [InlineData(0.1666, "0.17")]
    [InlineData(0.01234, "0.013")]
    [InlineData(0.00012, "0.00012")]
    [InlineData(0.00009, "0.0001 or less")]
    public void A_chance_has_the_digits_that_the_dashboard_gives_it(double chance, string printed)
    {
        var story = Told with { Replaced = [Told.Replaced[0] with { ByChance = new Probability(chance) }] };
        Assert.Contains($"have a chance of {printed}", Text(story, "en"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_letters_after_the_notice_name_the_day_on_which_it_was_given()
    {
        foreach (var letter in new[] { "remedy-request", "escalation" })
        {
            Assert.Contains("notice of 18 September 2026", Letter(Told, letter), StringComparison.Ordinal);
            Assert.Contains("[date of the first notice]", Letter(Told with { Notified = null }, letter), StringComparison.Ordinal);
        }

        static string Letter(CaseStory story, string name) =>
            Printed.Text(Printed.One(Claim.Of(Make.Record(Make.Agreement), ClaimFacts.None with { Story = story }, Holidays.Shipped()), name, "en"));
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
