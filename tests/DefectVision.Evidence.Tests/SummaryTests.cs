using System.Text.Json;
using DefectVision.Inspection.Agreements;

namespace DefectVision.Evidence.Tests;

public sealed class SummaryTests
{
    private static readonly SchemaCheck Schema = SchemaCheck.Shipped("summary-2.schema.json");

    [Fact]
    public void The_summary_holds_to_the_shipped_schema()
    {
        using var agreed = new WrittenEvidence(Shipments.Rich().Record());
        using var bare = new WrittenEvidence(Shipments.Rich(Agreement.None, isCalibrated: false).Record());
        using var empty = new WrittenEvidence(new ShipmentRecord().Record());
        Assert.Empty(Schema.Faults(agreed.Summary));
        Assert.Empty(Schema.Faults(bare.Summary));
        Assert.Empty(Schema.Faults(empty.Summary));
    }

    [Fact]
    public void Found_is_the_sum_of_the_outcomes()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        var accounting = written.Summary.GetProperty("accounting").EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetInt32());
        Assert.Equal(accounting["found"], accounting.Where(field => field.Key != "found").Sum(field => field.Value));
        Assert.Equal(written.Results.Count, accounting["found"]);
    }

    [Fact]
    public void A_default_says_that_it_is_one()
    {
        using var written = new WrittenEvidence(Shipments.Rich().Record());
        var agreement = written.Summary.GetProperty("agreement");
        Assert.True(agreement.GetProperty("standard").GetProperty("default").GetBoolean());
        var limits = agreement.GetProperty("limits").EnumerateArray().ToDictionary(limit => limit.GetProperty("severity").GetString() ?? "");
        Assert.False(limits["major"].GetProperty("default").GetBoolean());
        Assert.Equal(1.5m, limits["major"].GetProperty("aql_percent").GetDecimal());
        Assert.True(limits["minor"].GetProperty("default").GetBoolean());
        Assert.Equal(4.0m, limits["minor"].GetProperty("aql_percent").GetDecimal());
        Assert.Equal(JsonValueKind.Null, limits["critical"].GetProperty("aql_percent").ValueKind);
    }

    [Fact]
    public void The_date_is_universal_time_however_it_was_told()
    {
        var record = Shipments.Rich().Record() with { AsOf = new DateTimeOffset(2026, 11, 24, 1, 2, 3, TimeSpan.FromHours(8)) };
        using var written = new WrittenEvidence(record);
        Assert.Equal("2026-11-23T17:02:03Z", written.Summary.GetProperty("as_of").GetString());
        Assert.Contains("2026-11-23 17:02 UTC", written.Visible, StringComparison.Ordinal);
    }

    [Fact]
    public void A_share_says_that_it_is_flagged_and_not_confirmed_and_a_lot_without_items_has_none()
    {
        var shipment = Shipments.Rich();
        shipment.Lot("EMPTY", 100, []);
        using var written = new WrittenEvidence(shipment.Record());
        var lots = written.Summary.GetProperty("lots").EnumerateArray().ToDictionary(lot => lot.GetProperty("name").GetString() ?? "");
        Assert.Equal(JsonValueKind.Null, lots["EMPTY"].GetProperty("flagged_share").ValueKind);
        Assert.Equal("flagged by the model, not confirmed", lots[Shipments.ChineseLot].GetProperty("flagged_share").GetProperty("statement").GetString());
        Assert.Empty(Schema.Faults(written.Summary));
    }

    [Fact]
    public void Without_any_lot_the_verdict_is_hold()
    {
        using var written = new WrittenEvidence(new ShipmentRecord().Record());
        Assert.Equal("hold", written.Summary.GetProperty("verdict").GetString());
        Assert.Contains("No lot was found", written.Visible, StringComparison.Ordinal);
    }
}
