using System.Text.Json;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Tests;

/// <summary>Rules: what others measured and tested stands in the summary under the shipped schema, with the decimals it came with; the log says where in a photo.</summary>
public sealed class ImportedTests
{
    private const string Lot = "PO-4711/LOT-A";

    [Fact]
    public void The_summary_with_imports_holds_to_the_schema()
    {
        using var written = new WrittenEvidence(Record());
        Assert.Empty(SchemaCheck.Shipped("summary-2.schema.json").Faults(written.Summary));
        var point = written.Summary.GetProperty("measurements").GetProperty("points")[0];
        Assert.Equal("0.10", point.GetProperty("deviation").GetRawText());
        Assert.Equal("pass", point.GetProperty("answer").GetString());
        Assert.Equal("lab/r.pdf", written.Summary.GetProperty("tests").GetProperty("documents")[0].GetProperty("path").GetString());
        Assert.Equal(1, written.Summary.GetProperty("third_party").GetProperty("only_theirs").GetArrayLength());
    }

    [Fact]
    public void Without_imports_their_places_are_null()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        Assert.All((string[])["measurements", "tests", "third_party"], field => Assert.Equal(JsonValueKind.Null, written.Summary.GetProperty(field).ValueKind));
    }

    [Fact]
    public void Every_lot_tells_its_defects_by_cause_and_by_class()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        var shares = written.Summary.GetProperty("lots").EnumerateArray().Single(lot => lot.GetProperty("name").GetString() == Shipments.ChineseLot).GetProperty("defect_shares");
        var causes = shares.GetProperty("by_cause").EnumerateArray().ToDictionary(share => share.GetProperty("cause").GetString() ?? "none", share => share.GetProperty("items").GetInt32());
        Assert.Equal(new Dictionary<string, int> { ["material"] = 0, ["process"] = 0, ["workmanship"] = 1, ["packaging"] = 0, ["none"] = 1 }, causes);
        Assert.Equal(["bent pin", "hole"], shares.GetProperty("by_class").EnumerateArray().Select(share => share.GetProperty("defect_class").GetString()));
        Assert.Contains("its own level", shares.GetProperty("condition").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_log_says_where_in_a_flagged_photo_and_nothing_where_no_place_stands_out_or_there_is_no_heat_map()
    {
        Assert.Equal("0.75,0.25", PlaceOf(Standing.Flagged, Shipments.FrontHeat));
        Assert.Equal("0.667,0.001", PlaceOf(Standing.Flagged, Shipments.FrontHeat with { Place = new SuspectPlace(2 / 3.0, 0.0014) }));
        Assert.Equal(",", PlaceOf(Standing.Flagged, Shipments.FrontHeat with { Place = null }));
        Assert.Equal(",", PlaceOf(Standing.Flagged, null));
    }

    [Fact]
    public void The_log_gives_no_place_of_a_confirmed_item_whose_photo_is_not_flagged() =>
        Assert.Equal(",", PlaceOf(Standing.TooCloseToCall, Shipments.FrontHeat));

    // The columns position_x and position_y of the row of one photo, of an item that a person confirmed.
    private static string PlaceOf(Standing standing, HeatReading? heat)
    {
        const string path = Shipments.ChineseLot + "/001_front.jpg";
        var record = Shipments.Rich().Record();
        var confirmed = ItemReview.Of([new Confirmation(Shipments.ChineseLot, "001", ReaderWord.Defective, "A", record.AsOf, "hole", Severity.Major)]);
        record = record with
        {
            Files = [.. record.Files.Select(file => file.Path == path ? file with { Finding = file.Finding! with { Standing = standing, Heat = heat } } : file)],
            Lots = [.. record.Lots.Select(judged => judged with { Lot = judged.Lot with { Items = [.. judged.Lot.Items.Select(item => item with { Review = confirmed })] } })],
        };
        using var written = new WrittenEvidence(record);
        var cells = written.Log.Split("\r\n").Single(row => row.Contains(path, StringComparison.Ordinal)).Split(',');
        return string.Join(',', cells[10..12]);
    }

    private static InspectionRecord Record() => Shipments.Rich().Record() with
    {
        Measured = new MeasurementList("measurements.csv", ShipmentRecord.Digest("m"), [
            new Measurement(Lot, "001", "length", 10.00m, 9.90m, 10.10m, "mm", 10.10m, "calliper 7"),
            new Measurement(Lot, "002", "length", null, null, 10.1m, null, null, null),
        ]),
        Tests = new TestList("tests.csv", ShipmentRecord.Digest("t"), [new TestResult(Lot, null, "lead", TestKind.Safety, null, null, null, false, null, null, new NamedDocument("lab/r.pdf", ShipmentRecord.Digest("r")))]),
        ThirdParty = new ThirdPartyReport("third-party.csv", ShipmentRecord.Digest("p"), [
            new ThirdPartyFinding(Lot, "001", true, "hole", Severity.Minor, "Inspectors Ltd", "Q-1", new DateOnly(2026, 11, 20), null),
            new ThirdPartyFinding(Lot, "999", false, null, null, null, null, null, null),
        ]),
    };
}
