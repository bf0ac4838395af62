using System.Text.Json;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Tests;

/// <summary>
/// Rules: whatever the evidence, page one, the lot's section, the statements and the summary tell one story, and none of them says what is not so.
/// </summary>
public sealed class CasesTests
{
    public static TheoryData<string> All => [.. Cases.All.Keys];

    [Theory]
    [MemberData(nameof(All))]
    public void The_summary_holds_to_the_shipped_schema(string name)
    {
        using var written = Written(name);
        Assert.Empty(SchemaCheck.Shipped("summary-2.schema.json").Faults(written.Summary));
        var results = SchemaCheck.Shipped("results-1.schema.json");
        Assert.All(written.Results, line => Assert.Empty(results.Faults(line)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void What_the_verdict_rests_on_is_said_on_page_one_and_in_the_lots_section_as_in_the_summary(string name)
    {
        using var written = Written(name);
        var lot = Lot(written);
        var basis = lot.GetProperty("verdict_basis").GetString()!;
        var (pageOne, section) = (Part(written, null, "2. What was inspected"), Part(written, "4. Lots", "5. Measurements"));
        Assert.Contains(basis, pageOne, StringComparison.Ordinal);
        Assert.Contains(basis, section, StringComparison.Ordinal);
        Assert.Equal(basis, written.Summary.GetProperty("verdict_basis").GetString());
        Assert.All(lot.GetProperty("reasons").EnumerateArray(), reason => Assert.Contains(reason.GetString()!, section, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(nameof(Cases.FailedSafetyTest), "reject", "by tests", "fail")]
    [InlineData(nameof(Cases.OutOfTolerance), "reject", "by measurements", "fail")]
    [InlineData(nameof(Cases.ThirdPartyDiffers), "hold", "not decided: third party", "pending")]
    [InlineData(nameof(Cases.NoModel), "hold", "not decided: workmanship", "not_inspected")]
    [InlineData(nameof(Cases.NoModelAllLookedAt), "accept", "by persons, who looked at every item", "pass")]
    [InlineData(nameof(Cases.FlagsReject), "reject", "by model flags, not confirmed", "fail")]
    [InlineData(nameof(Cases.FlagsHold), "hold", "not decided: workmanship", "pending")]
    [InlineData(nameof(Cases.FlagsUnsure), "hold", "not decided: workmanship", "pending")]
    [InlineData(nameof(Cases.FlagsInTheDark), "hold", "not decided: workmanship", "pending")]
    [InlineData(nameof(Cases.ForeignModel), "hold", "not decided: workmanship", "pending")]
    [InlineData(nameof(Cases.Clean), "accept", "by model flags; 0 of 32 items looked at by a person", "pass")]
    [InlineData(nameof(Cases.Dispute), "hold", "not decided: workmanship", "pending")]
    [InlineData(nameof(Cases.DrawnAndMissing), "hold", "not decided: workmanship, quantity and photos", "pending")]
    [InlineData(nameof(Cases.ViewsMissing), "hold", "not decided: workmanship, quantity and photos", "pending")]
    [InlineData(nameof(Cases.Everything), "reject", "by measurements, by tests", "fail")]
    public void The_verdict_and_its_basis_follow_from_the_section_that_decides(string name, string verdict, string basis, string answer)
    {
        using var written = Written(name);
        var lot = Lot(written);
        Assert.Equal((verdict, basis), (lot.GetProperty("verdict").GetString(), lot.GetProperty("verdict_basis").GetString()));
        Assert.Contains(lot.GetProperty("sections").EnumerateArray(), section => section.GetProperty("answer").GetString() == answer);
    }

    [Fact]
    public void A_failed_test_is_named_with_its_date_on_page_one_in_the_statements_and_in_section_5()
    {
        using var written = Written(nameof(Cases.FailedSafetyTest));
        const string failed = "flammability (safety) failed: burns, required pass (report R-7)";
        Assert.Contains("Fail: flammability", Part(written, null, "2. What was inspected"), StringComparison.Ordinal);
        Assert.Contains(Lot(written).GetProperty("claim").GetProperty("statements").EnumerateArray(), statement => statement.GetProperty("words").GetString()!.StartsWith(failed, StringComparison.Ordinal));
        var measured = Part(written, "5. Measurements", "6. Remedy");
        Assert.Contains("These tests fail lot PO-1/LOT-A: flammability (safety), 2026-11-18; seam strength (functional), 2026-11-19.", measured, StringComparison.Ordinal);
        Assert.Contains("functional, mandatory", measured, StringComparison.Ordinal);
        Assert.Equal("2026-11-18", Lot(written).GetProperty("failed").GetProperty("since").GetString());
    }

    [Fact]
    public void What_a_measurement_shows_is_not_called_confirmed()
    {
        using var written = Written(nameof(Cases.OutOfTolerance));
        var section = Part(written, "4. Lots", "5. Measurements");
        Assert.Contains("Defective by measurement or test: 3 physical units", section, StringComparison.Ordinal);
        Assert.Contains("out of tolerance: chest, 2026-11-19", section, StringComparison.Ordinal);
        Assert.DoesNotContain("readers' word", section, StringComparison.Ordinal);
        Assert.Contains("Fail: 1 critical, 2 major", Part(written, null, "2. What was inspected"), StringComparison.Ordinal);
        Assert.Equal(["001", "002", "003"], Lot(written).GetProperty("claim").GetProperty("nonconforming_items").EnumerateArray().Select(item => item.GetString()));
    }

    [Fact]
    public void Without_a_model_nothing_is_said_of_flags()
    {
        using var written = Written(nameof(Cases.NoModel));
        Assert.Equal(JsonValueKind.Null, written.Summary.GetProperty("model").ValueKind);
        var said = Part(written, null, "Annex B. Glossary");
        Assert.DoesNotContain("would be flagged", said, StringComparison.Ordinal);
        Assert.DoesNotContain("What the model flags", said, StringComparison.Ordinal);
        Assert.DoesNotContain("flagged by the model", said, StringComparison.Ordinal);
        Assert.Contains("Nobody has looked at lot LOT-A: have persons look at the items, or train a model", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_model_the_log_holds_the_photos_of_confirmed_items()
    {
        using var written = Written(nameof(Cases.NoModelAllLookedAt));
        var row = Assert.Single(written.Log.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1));
        Assert.StartsWith("PO-1/LOT-A,002,front,hole,major,", row, StringComparison.Ordinal);
        Assert.EndsWith(",confirmed by Li,Li,1,", row, StringComparison.Ordinal);
    }

    [Fact]
    public void In_a_lot_that_persons_looked_at_nobody_says_that_none_did()
    {
        Assert.All((string[])[nameof(Cases.Dispute), nameof(Cases.DrawnAndMissing), nameof(Cases.NoModelAllLookedAt), nameof(Cases.ThirdPartyDiffers)], name =>
        {
            using var written = Written(name);
            Assert.DoesNotContain("No person has looked", written.Visible, StringComparison.Ordinal);
            Assert.DoesNotContain("no person has confirmed", written.Visible, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Items_that_could_still_turn_the_answer_are_counted_as_open_and_their_step_is_named()
    {
        using var dispute = Written(nameof(Cases.Dispute));
        using var drawn = Written(nameof(Cases.DrawnAndMissing));
        Assert.Contains("Have a further reader decide the disputed items: lot LOT-A.", Part(dispute, null, "2. What was inspected"), StringComparison.Ordinal);
        Assert.Contains("Photograph the items that were drawn and are missing: LOT-A (040, 041,", Part(drawn, null, "2. What was inspected"), StringComparison.Ordinal);
        Assert.Contains("32 (20) / 280", drawn.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public void A_view_that_was_agreed_and_is_missing_is_told_alike_wherever_it_is_told()
    {
        using var written = Written(nameof(Cases.ViewsMissing));
        var visible = string.Concat(Flat(written.Visible).Split('\n'));
        Assert.Contains("2 items lack a view that was agreed: 001 (back), 002 (back)", visible, StringComparison.Ordinal);
        Assert.Contains("1 item has photos of its packing, a label or a scale alone: 032", visible, StringComparison.Ordinal);
        Assert.Contains("No readable photo shows these views, which were agreed: back.", visible, StringComparison.Ordinal);
        Assert.Contains("Only photos of its packing, a label or a scale were found.", visible, StringComparison.Ordinal);
        Assert.Contains("Photograph the views that were agreed and are missing: LOT-A (2 items).", visible, StringComparison.Ordinal);
        Assert.DoesNotContain("No photo of it was found", visible, StringComparison.Ordinal);
        Assert.Equal(["001", "002"], written.Summary.GetProperty("lots")[0].GetProperty("lacking_views").EnumerateArray().Select(item => item.GetProperty("item").GetString()));
        Assert.Equal(3, written.Summary.GetProperty("lots")[0].GetProperty("undecided").GetInt32());
        Assert.Equal(["front", "back"], written.Summary.GetProperty("agreement").GetProperty("views").GetProperty("required").EnumerateArray().Select(view => view.GetString()));
        Assert.Equal(2, written.Text(EvidenceWriter.ToConfirmName).Split('\n').Count(line => line.Contains("lacks a view that was agreed (back)", StringComparison.Ordinal)));
        Assert.Contains("Views required of every item|front, back|agreed", written.Page.Descendants("tr").Select(row => Flat(string.Join('|', row.Elements().Select(cell => cell.Value)))));
    }

    [Fact]
    public void Terms_of_sections_are_printed_where_they_were_applied_and_defaults_are_named_as_such()
    {
        using var written = Written(nameof(Cases.Everything));
        var rows = written.Page.Descendants("tr").Select(row => Flat(string.Join('|', row.Elements().Select(cell => cell.Value)))).ToList();
        Assert.Contains("Sections without which no lot is accepted|workmanship, measurements|agreed", rows);
        Assert.Contains("Inspection level of measurements|S-4|agreed", rows);
        Assert.Contains("Inspection level of tests|S-3|default: nothing was agreed", rows);
        Assert.Contains("The same at the point chest|critical|agreed", rows);
        Assert.Contains("Where there are more|all defective items are claimed (threshold)|agreed", rows);
        Assert.Contains("Weeks of late delivery that count|each week begun|agreed", rows);
        using var bare = Written(nameof(Cases.Clean));
        Assert.DoesNotContain("Inspection level of measurements", bare.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public void The_inspection_itself_is_told_as_far_as_the_agreement_gives_it()
    {
        using var told = Written(nameof(Cases.OutOfTolerance));
        using var untold = Written(nameof(Cases.Clean));
        Assert.Contains("Ningbo", told.Visible, StringComparison.Ordinal);
        Assert.DoesNotContain("Who took the photos", told.Visible, StringComparison.Ordinal);
        Assert.Contains("Who took the photos, when, where and with what is not recorded.", untold.Visible, StringComparison.Ordinal);
        Assert.Equal("Li Na", told.Summary.GetProperty("agreement").GetProperty("inspection").GetProperty("inspector").GetString());
    }

    [Fact]
    public void Without_a_lot_the_verdict_says_what_it_rests_on()
    {
        var outside = new ShipmentRecord();
        outside.Lot("A", 2, [outside.Item("1", outside.Scored(new("A", "1", ""), "A/1.jpg", 0.1)), outside.Item("2", outside.Scored(new("A", "2", ""), "A/2.jpg", 0.1))]);
        outside.Odd("loose.jpg", PhotoOutcome.OutsideAnyLot, "Beside the lots.");
        using var beside = new WrittenEvidence(outside.Record());
        using var none = new WrittenEvidence(new ShipmentRecord().Record());
        Assert.Equal("not decided: files outside any lot", beside.Summary.GetProperty("verdict_basis").GetString());
        Assert.Equal("no lot was found", none.Summary.GetProperty("verdict_basis").GetString());
    }

    private static WrittenEvidence Written(string name) => new(Cases.All[name]().Record());

    private static JsonElement Lot(WrittenEvidence written) => Assert.Single(written.Summary.GetProperty("lots").EnumerateArray());

    // The words of the report from one heading to another.
    private static string Part(WrittenEvidence written, string? from, string to)
    {
        var said = Flat(string.Join('\n', written.Page.Descendants().Where(element => element.Name.LocalName is "p" or "td" or "th" or "li" or "h1" or "h2" or "h3" or "h4" or "h5" or "dt" or "dd").Select(element => element.Value)));
        var heading = said.LastIndexOf("\n" + to, StringComparison.Ordinal);
        return said[(from is null ? 0 : said.LastIndexOf("\n" + from, StringComparison.Ordinal))..(heading < 0 ? said.Length : heading)];
    }

    private static string Flat(string text) => text.Replace("\u00A0", " ", StringComparison.Ordinal);
}
