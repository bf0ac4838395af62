using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Report;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Tests;

/// <summary>Rules: "overruled" is a flag that persons reject, and nothing else; how readers agree is printed as class A, for their items are no random sample (statistics page, 2.6).</summary>
public sealed class ReviewWordingTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(ItemStanding.Flagged, "Li-", "overruled by Li", "overruled")]
    [InlineData(ItemStanding.Clear, "Li-", "found good by Li", "found good")]
    [InlineData(ItemStanding.TooCloseToCall, "Li-", "found good by Li", "found good")]
    [InlineData(ItemStanding.Flagged, "Li- Wu- Xu+", "overruled by Li, Wu", "overruled")]
    [InlineData(ItemStanding.Clear, "Li+", "confirmed by Li", "confirmed")]
    [InlineData(ItemStanding.Flagged, "Li+ Wu-", "disputed among Li, Wu", "disputed")]
    [InlineData(ItemStanding.Flagged, "Li?", "not decided: Li is unsure", "unsure")]
    [InlineData(ItemStanding.Flagged, "Li+ Wu+ Xu?", "confirmed by Li, Wu", "confirmed")]
    public void Only_a_flag_that_persons_reject_is_overruled(ItemStanding standing, string readers, string status, string answer)
    {
        var item = new Item("1", [], standing, null, null) { Review = ItemReview.Of([.. readers.Split(' ').Select(reader => Says(reader[..^1], reader[^1]))]) };
        Assert.Equal(status, FormattableString.Invariant(Phrases.StatusOf(item)));
        Assert.Equal(answer, FormattableString.Invariant(Phrases.AnswerOf(item)));
    }

    [Fact]
    public void Several_defects_of_a_reader_are_named_and_one_is_that_of_the_item()
    {
        Assert.Equal("confirmed: Li, 2026-11-24 12:00 UTC (hole, stain)", Readers(Says("Li", '+', "hole"), Says("Li", '+', "stain")));
        Assert.Equal("confirmed: Li, 2026-11-24 12:00 UTC; unsure: Wu, 2026-11-24 12:00 UTC", Readers(Says("Li", '+', "hole"), Says("Wu", '?')));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("zh")]
    public void How_readers_agree_is_of_class_A_and_unanswered_lines_are_counted(string language)
    {
        var words = new Words(Language.Parse(language)!);
        var record = Shipments.Rich().Record() with
        {
            Confirmed = new ConfirmedList("confirmed.csv", new string('a', 64), [Says("Li", '+'), Says("Wu", '+'), Says("Li", '-', item: "2"), Says("Wu", '?', item: "2")]) { Unanswered = 3 },
        };
        var said = string.Join('\n', ReviewSection.Of(record, words).Select(Text));
        Assert.Empty(words.Missing);
        if (language == "en")
        {
            Assert.Contains("Li and Wu gave the same answer on 2 of 2 items", said, StringComparison.Ordinal);
            Assert.Contains("class A: the items that readers look at are no random sample", said, StringComparison.Ordinal);
            Assert.Contains("Cohen's kappa 1.00 (class A)", said, StringComparison.Ordinal);
            Assert.DoesNotContain("class G", said, StringComparison.Ordinal);
            Assert.Contains("Lines without an answer: 3.", said, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_word_on_an_item_has_its_Chinese()
    {
        var words = new Words(Language.Parse("zh")!);
        foreach (var standing in new[] { ItemStanding.Flagged, ItemStanding.Clear })
        {
            foreach (var readers in new[] { "+", "-", "?", "+-" })
            {
                var item = new Item("1", [], standing, null, null) { Review = ItemReview.Of([.. readers.Select((word, at) => Says($"{at}", word)), Says("0", readers[0], "hole"), Says("0", readers[0], "stain")]) };
                words.Say(Phrases.StatusOf(item));
                words.Say(Phrases.AnswerOf(item));
                words.Say(Phrases.Readers(item.Review));
            }
        }

        foreach (var note in AnswerTimes.Notes(new ConfirmedList("c.csv", "", [Says("Li", '+')]), Noon.AddDays(-1), [])
            .Concat(AnswerTimes.Notes(new ConfirmedList("c.csv", "", [Says("Li", '+')]), Noon.AddDays(1), [Late()])))
        {
            words.Say(note);
        }

        Assert.Empty(words.Missing);
    }

    private static InspectedFile Late() => new ShipmentRecord().Scored(new("lot", "1", ""), "lot/1.jpg", 0) with { Facts = new PhotoFacts("jpeg", 1, 1, 1, "2027-01-01T00:00:00") };

    private static string Text(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text.ToString(),
        Bullets bullets => string.Join('\n', bullets.Lines.Select(line => line.ToString())),
        _ => "",
    };

    private static string Readers(params Confirmation[] lines) => FormattableString.Invariant(Phrases.Readers(ItemReview.Of(lines)));

    private static Confirmation Says(string reader, char word, string? defectClass = null, string item = "1") =>
        new("lot", item, word switch { '+' => ReaderWord.Defective, '-' => ReaderWord.Good, _ => ReaderWord.Unsure }, reader, Noon, defectClass, null);
}
