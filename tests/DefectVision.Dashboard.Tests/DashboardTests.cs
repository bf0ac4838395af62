using System.Net;
using System.Text.RegularExpressions;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Fixtures;
using DefectVision.History;
using DefectVision.History.Scorecards;
using DefectVision.History.Tests;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Imported;

namespace DefectVision.Dashboard.Tests;

/// <summary>Rules: every page says what the history knows, in every language, with the numbers of the scorecard; it stands by itself, and no name of a supplier becomes markup.</summary>
public sealed partial class DashboardTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 9, 1);
    private static readonly IReadOnlyList<ShipmentEntry> Two = TwoYears.Shipments(1);

    private readonly TempFolder _temp = new();

    public static TheoryData<string> Languages => [.. Language.All.Select(language => language.Code)];

    public void Dispose() => _temp.Dispose();

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_sentence_is_said_in_every_language(string code)
    {
        foreach (var shipments in new[] { Two, [], [Bad], [Bad with { Supplier = null }], [Bad, Good, Bad with { Id = "3", Name = "PO-3", Folder = "/cases/PO-3", Lots = [Lot("A", 0, isLookedAt: false)] }] })
        {
            var words = new Words(Language.Parse(code)!);
            var view = new View(shipments, Scorecard.All(shipments), _temp.Root, words, Today) { Alternatives = [new Alternative("shirt", "Other Ltd", "VN", null, "sampled in May"), new Alternative("mug", "Foshan Ceramics", null, null, null), new Alternative("lens", "Nobody", null, null, null)] };
            Assert.NotEmpty(IndexPage.Of(view).ToList());
            Assert.All(view.Cards, card => Assert.NotEmpty(SupplierPage.Of(card, view).ToList()));
            Assert.Empty(words.Missing);
        }
    }

    [Fact]
    public void The_same_history_gives_the_same_bytes_and_pages_of_suppliers_that_are_gone_are_taken_away()
    {
        var pages = Write(Two);
        Assert.Equal(7, pages.Count);
        var before = pages.Select(File.ReadAllBytes).ToList();
        Assert.Equal(before, Write(Two).Select(File.ReadAllBytes));
        _temp.Put("out/notes.html", "mine");
        Assert.Equal(2, Write([.. Two.Where(shipment => shipment.Supplier == TwoYears.Drifting)]).Count);
        Assert.Equal(["index.html", "notes.html", View.PageOf(TwoYears.Drifting)], Directory.GetFiles(_temp.At("out")).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_page_asks_for_nothing_and_runs_nothing()
    {
        Assert.All(Write(Two), page =>
        {
            var html = File.ReadAllText(page);
            Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch("(src|href)=\"(https?:)?//", html);
            Assert.All(Drawings().Matches(html), drawing => Assert.Matches("role=\"img\"|aria-hidden|<title>|<desc>", drawing.Value));
        });
    }

    [Fact]
    public void Numbers_are_those_of_the_scorecard_and_every_lot_that_stood_out_is_named_on_both_pages()
    {
        var pages = Write(Two);
        var card = Scorecard.All(Two).Single(one => one.Supplier == TwoYears.Drifting);
        var (index, own) = (Text(pages[0]), Text(pages.Single(page => page.EndsWith(View.PageOf(card.Supplier), StringComparison.Ordinal))));
        Assert.NotEmpty(card.Alarms);
        Assert.All(card.Alarms, alarm => Assert.Contains($"{alarm.Lot.Shipment.Day:yyyy-MM-dd} {card.Supplier} {alarm.Lot.Shipment.Name} {alarm.Lot.Lot.Name} {alarm.Lot.Lot.Nonconforming} / 80 {FormattableString.Invariant(WarningWords.Of(alarm))}", index, StringComparison.Ordinal));
        Assert.Equal(card.Alarms.Count, WarningCells().Count(own));
        Assert.Contains($"{card.Alarms.Count} lots stood out on the days they were added", own, StringComparison.Ordinal);
        Assert.Contains($"{card.Found.Count} of 1,120 items decided on", own, StringComparison.Ordinal);
        Assert.Contains($"{card.Found.Count} / 1,120", index, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_text_whatever_it_holds_and_a_report_that_is_there_is_led_to()
    {
        _temp.Put("cases/PO 1 #2/report.html", "report");
        var pages = Write([Bad with { Supplier = "<script>alert(1)</script> & \"Söhne\"", Folder = _temp.At("cases/PO 1 #2") }, Good]);
        var html = string.Concat(pages.Select(File.ReadAllText));
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Söhne&quot;", html, StringComparison.Ordinal);
        Assert.Contains("href=\"../cases/PO%201%20%232/report.html\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("cases/PO-2/report.html", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_sources_stand_beside_those_who_deliver()
    {
        var pages = DashboardWriter.Write(Two, _temp.At("out"), Language.English, Today, [new Alternative("MUG", "foshan  ceramics", null, null, null), new Alternative("mug", "Jingdezhen Kiln", "CN", "Jiangxi", "sampled in May"), new Alternative("lens", "Optics Ltd", null, null, null)]);
        var text = Text(pages[0]);
        Assert.Contains("MUG Foshan Ceramics : 12 lots Jingdezhen Kiln (Jiangxi, CN); sampled in May", text, StringComparison.Ordinal);
        Assert.Contains("lens nobody whose lots were inspected Optics Ltd", text, StringComparison.Ordinal);
        Assert.Contains("On the list: 2; from one supplier alone or from nobody: 2.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Critical items", Text(Write(Two)[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void Photos_of_an_earlier_shipment_are_named_where_a_lot_is_said_to_be_better()
    {
        var bad = Bad with { Outcome = new OutcomeEntry(new DateOnly(2026, 8, 22), null, Remedy.Replacement, null, null, null, null) { Replacement = Good.Id } };
        var pages = Write([bad, Good]);
        Assert.All(pages, page => Assert.Contains("A/1.jpg : the same file as A/9.jpg A/2.jpg : the same shot as A/8.jpg", Text(page), StringComparison.Ordinal));
        Assert.Contains("PO-2 2 photos of earlier shipments A 0 / 50", Text(pages[0]), StringComparison.Ordinal);
    }

    // A list that holds the furthest and leaves out what is due tomorrow is of no use.
    [Fact]
    public void Of_many_deadlines_those_nearest_to_today_are_shown_in_order_of_their_days()
    {
        List<ShipmentEntry> many = [.. Enumerable.Range(-30, 90).Select(days => Bad with { Id = $"{days}", Name = $"PO{days}", Deadlines = [new DeadlineEntry(DeadlineEntry.Notice, null, Today.AddDays(days))] })];
        var table = Parts.Deadlines.Of(new View(many, [], _temp.Root, new Words(Language.English), Today)).OfType<Table>().Single();
        var days = table.Rows.Select(row => $"{row.Cells[0].Lines[0]}").ToList();
        Assert.Equal(40, days.Count);
        Assert.Equal(days.Order(StringComparer.Ordinal), days);
        Assert.Equal(Figures.Day(Today.AddDays(-20)), days[0]);
        Assert.Contains(Figures.Day(Today.AddDays(1)), days);
        Assert.Equal(Figures.Day(Today.AddDays(19)), days[^1]);
    }

    // A year overdue it is still open.
    [Fact]
    public void A_deadline_that_nobody_kept_stays()
    {
        var view = new View([Bad], Scorecard.All([Bad]), _temp.Root, new Words(Language.English), Today.AddYears(1));
        Assert.Contains("overdue", $"{Parts.Deadlines.Of(view).OfType<Table>().Single().Rows.First().Cells[1].Lines[0]}", StringComparison.Ordinal);
    }

    // Answered by the day it was due: that deadline is gone, and so is that of the notice; not told at all: both of the notice and of the period stand.
    [Fact]
    public void Deadlines_are_open_until_what_they_ask_for_is_told()
    {
        Assert.Equal(["First notice to the supplier", "End of the inspection period"], Asked(Bad));
        Assert.Equal(["Answer of the supplier due", "Escalation if there is no answer"], Asked(Bad with { Outcome = new OutcomeEntry(new DateOnly(2026, 8, 22), null, null, null, null, null, null) }));
        Assert.Empty(Asked(Bad with { Outcome = new OutcomeEntry(new DateOnly(2026, 8, 22), new DateOnly(2026, 8, 30), null, null, null, null, null) }));
        Assert.Empty(Asked(Good));

        List<string> Asked(ShipmentEntry shipment)
        {
            var table = Parts.Deadlines.Of(new View([shipment], Scorecard.All([shipment]), _temp.Root, new Words(Language.English), Today)).OfType<Table>().SingleOrDefault();
            return table is null ? [] : [.. table.Rows.Select(row => $"{row.Cells[2].Lines[0]}")];
        }
    }

    private static ShipmentEntry Bad => new("1", "PO-1", "/cases/PO-1", new string('a', 64), new DateTimeOffset(2026, 8, 20, 0, 0, 0, TimeSpan.Zero), Verdict.Reject)
    {
        Supplier = "Supplier Ltd",
        Factory = "Works 3",
        Country = "CN",
        Region = "Zhejiang",
        Product = "shirt",
        Currency = "USD",
        Asked = 100m,
        Lots = [Lot("A", 9) with { Due = new DateOnly(2026, 8, 1), Shipped = new DateOnly(2026, 8, 3), Value = 1000m, Defects = [new DefectEntry(null, null, null, 9)] }],
        Deadlines =
        [
            new DeadlineEntry(DeadlineEntry.Notice, "A", new DateOnly(2026, 8, 23)), new DeadlineEntry(DeadlineEntry.Answer, null, new DateOnly(2026, 9, 4)),
            new DeadlineEntry(DeadlineEntry.Escalation, null, new DateOnly(2026, 9, 7)), new DeadlineEntry(DeadlineEntry.Period, "A", new DateOnly(2026, 9, 20)),
        ],
        Outcome = null,
    };

    private static ShipmentEntry Good => Bad with
    {
        Id = "2",
        Name = "PO-2",
        Folder = "/cases/PO-2",
        Verdict = Verdict.Accept,
        Asked = null,
        Lots = [Lot("A", 0)],
        Reused = [new ReusedEntry("A/1.jpg", "PO-1", new DateOnly(2026, 8, 20), "A/9.jpg", true), new ReusedEntry("A/2.jpg", "PO-1", new DateOnly(2026, 8, 20), "A/8.jpg", false)],
        Outcome = new OutcomeEntry(null, null, Remedy.Credit, 0, null, null, null),
        Lesson = new LessonEntry("worn needle", null, "look at the log", null, null, null),
    };

    private static LotEntry Lot(string name, long nonconforming, bool isLookedAt = true) =>
        new(name, 500, 50, 0, 50, nonconforming, isLookedAt, nonconforming > 3 ? Verdict.Reject : Verdict.Accept);

    private IReadOnlyList<string> Write(IReadOnlyList<ShipmentEntry> shipments) => DashboardWriter.Write(shipments, _temp.At("out"), Language.English, Today);

    private static string Text(string page) => Blanks().Replace(WebUtility.HtmlDecode(Tags().Replace(File.ReadAllText(page), " ")), " ");

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex("<svg.*?</svg>", RegexOptions.Singleline)]
    private static partial Regex Drawings();

    [GeneratedRegex("(Accept|Hold|Reject) -?[0-9]+ (worse|better|moving)")]
    private static partial Regex WarningCells();
}
