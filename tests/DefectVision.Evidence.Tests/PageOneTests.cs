using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Report;

namespace DefectVision.Evidence.Tests;

/// <summary>
/// Rules: page one says in ten seconds which lot fails, by which defects, how many against how many allowed, and what to do by when; in the order of the reports
/// that the trade knows, and in its words.
/// </summary>
public sealed class PageOneTests
{
    [Fact]
    public void It_says_who_what_where_and_when_before_all_else()
    {
        using var written = new WrittenEvidence(Cases.OutOfTolerance().Record());
        string[] terms = ["Purchase order", "Product", "Supplier", "Factory", "Buyer", "Standard, level"];
        var said = written.Page.Descendants("dt").Select(term => term.Value).ToList();
        Assert.Equal(terms, said.Where(terms.Contains).Take(terms.Length));
        Assert.Contains("Ningbo", written.Page.Descendants("dd").Select(value => value.Value));
        Assert.Contains(written.Page.Descendants("div").Select(block => block.Value), text => text == "Inspector, date: Li Na");
    }

    [Fact]
    public void Found_stands_against_allowed_for_each_severity_and_class()
    {
        using var flagged = new WrittenEvidence(Cases.FlagsReject().Record());
        Assert.Contains(Rows(flagged), row => row.StartsWith("Major|", StringComparison.Ordinal) && row.Contains(" flagged / 2", StringComparison.Ordinal));
        using var looked = new WrittenEvidence(Cases.NoModelAllLookedAt().Record());
        Assert.Contains("Major|1 / 2", Rows(looked));
        Assert.Contains("– hole|1", Rows(looked));
        Assert.DoesNotContain("flagged", PageOne(looked), StringComparison.OrdinalIgnoreCase);
    }

    // The method pages hold what a method needs; page one is for whoever must decide.
    [Theory]
    [MemberData(nameof(CasesTests.All), MemberType = typeof(CasesTests))]
    public void It_holds_no_jargon(string name)
    {
        using var written = new WrittenEvidence(Cases.All[name]().Record());
        string[] jargon = ["class G", "class A", "p = ", ".csv", ".json", "--", "SHA-256", "hypergeometric", "specificity", "triage", "review band"];
        Assert.All(jargon, word => Assert.DoesNotContain(word, PageOne(written), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void With_more_than_five_lots_it_shows_totals_and_the_five_worst_and_the_rest_follows()
    {
        var record = Lots(7).Record();
        using var written = new WrittenEvidence(record);
        var tables = written.Page.Descendants("table").Select(table => table.Descendants("th").Select(cell => cell.Value).ToList()).Where(heads => heads[0] == "Lot" && heads.Count > 2).ToList();
        Assert.Equal(["Lot", "All 7 lots", "L6", "L5", "L4", "L3", "L2"], tables[0]);
        Assert.Equal(["Lot", "L1", "L0"], tables[1]);
        using var five = new WrittenEvidence(Lots(5).Record());
        Assert.DoesNotContain("All 5 lots", five.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public void The_chart_shows_what_persons_confirmed_once_they_looked()
    {
        var looked = Cases.NoModelAllLookedAt().Record().Lots[0];
        Assert.Equal((1L, true), (ChartedShare.Of(looked)!.Count, ChartedShare.Of(looked)!.IsShown));
        var flagged = Cases.FlagsReject().Record().Lots[0];
        Assert.Equal((flagged.Tally.Flagged, false), (ChartedShare.Of(flagged)!.Count, ChartedShare.Of(flagged)!.IsShown));
        Assert.Null(ChartedShare.Of(Cases.NoModel().Record().Lots[0]));
    }

    [Fact]
    public void A_lot_is_called_by_its_folder_where_no_other_is_called_so()
    {
        var record = Lots(2).Record();
        Assert.Equal("L0", LotNames.Short(record, "PO/L0"));
        var twins = new ShipmentRecord();
        twins.Lot("PO-1/A", null, []);
        twins.Lot("PO-2/A", null, []);
        Assert.Equal("PO-1/A", LotNames.Short(twins.Record(), "PO-1/A"));
    }

    private static ShipmentRecord Lots(int count)
    {
        var shipment = new ShipmentRecord();
        for (var lot = 0; lot < count; lot++)
        {
            var name = $"PO/L{lot}";
            shipment.Lot(name, 280, [.. Enumerable.Range(0, 32).Select(item => shipment.Item(
                $"{item}", shipment.Scored(new(name, $"{item}", ""), $"{name}/{item}.jpg", item < 3 * lot ? 9 : 0.1, item < 3 * lot ? "hole" : null)))]);
        }

        return shipment;
    }

    private static List<string> Rows(WrittenEvidence written) => [.. written.Page.Descendants("tr").Select(row => string.Join('|', row.Elements().Select(cell => cell.Value)))];

    private static string PageOne(WrittenEvidence written)
    {
        var text = string.Join('\n', written.Page.Descendants().Where(element => element.Name.LocalName is "h1" or "h2" or "p" or "td" or "li" or "dt" or "dd" or "figcaption").Select(element => element.Value));
        return text[..text.IndexOf("In this report: ", StringComparison.Ordinal)];
    }
}
