using DefectVision.Fixtures;
using DefectVision.History;
using DefectVision.History.Storing;
using DefectVision.Statistics;

namespace DefectVision.Cases.Tests;

/// <summary>Rule: what is kept of a case is what its report says of it.</summary>
public sealed class KeptTests : IDisposable
{
    private readonly Bench _bench = new();

    public void Dispose() => _bench.Dispose();

    // Items 1 and 3 are clear, 2 is confirmed, 4 is damaged: nobody can decide on it.
    [Fact]
    public void Items_that_nobody_decided_on_are_in_no_rate_and_the_claim_is_that_of_the_letters()
    {
        _bench.Put("shipment/confirmed.csv", Bench.Confirmed);
        _bench.Put("shipment/A/4_front.jpg", Photos.Truncated(4));
        var record = _bench.Begin().Record;
        var kept = Keep();
        var lot = Assert.Single(kept.Lots);
        Assert.Equal((4L, 3L, new Tally(1, 3)), (lot.Items, lot.Decided, lot.Found!.Value));
        Assert.Equal(record.Lots[0].Verdict, lot.Verdict);
        Assert.Equal(12.50m, kept.Asked);
        Assert.Equal(("Supplier Ltd", "PO-1", "USD"), (kept.Supplier, kept.PurchaseOrder, kept.Currency));
        Assert.Equal(new DefectEntry("stain", record.Lots[0].Lot.Items.Single(item => item.Name == "2").WorstSeverity, null, 1), Assert.Single(lot.Defects));
    }

    // The flag of item 2 is unread.
    [Fact]
    public void A_flag_that_nobody_has_read_is_no_defect_and_no_decision()
    {
        _bench.Begin();
        var lot = Assert.Single(Keep().Lots);
        Assert.Equal((1L, 3L, 0L, false), (lot.Flagged, lot.Decided, lot.Nonconforming, lot.IsLookedAt));
        Assert.Null(lot.Found);
        Assert.All(lot.Readings.Where(reading => reading.Severity == "major"), reading => Assert.Null(reading.IsAccepted));
    }

    private ShipmentEntry Keep()
    {
        var history = _bench.At("history.db");
        Casework.Keep([_bench.Case], history, new CaseContext(TimeProvider.System, _ => { }, null, CancellationToken.None));
        using var file = HistoryFile.Open(history, create: false);
        return Assert.Single(file.Shipments());
    }
}
