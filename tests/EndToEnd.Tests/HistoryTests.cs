using System.Text.Json;

namespace EndToEnd.Tests;

/// <summary>Rule: what inspections found is kept once, follows them when they change, and is told by supplier.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Inspections_are_kept_told_by_supplier_checked_and_written_as_lists()
    {
        _desk.Put("shipment/agreement.yaml", "supplier: Supplier Ltd\nclasses:\n  stain: { severity: major }\nlots:\n  A: { size: 5, due_date: 2026-03-01, shipment_date: 2026-03-04 }\n");
        _desk.PutLot("A", stained: true, sizeKnown: false);
        (await _desk.Inspect("--no-pdf")).Gave(1);
        Assert.Contains("history.db: no such file", (await _desk.Run("history", "supplier")).Gave(66).Error, StringComparison.Ordinal);
        Assert.Contains("added: shipment: 1 lot, Supplier Ltd", (await _desk.Run("history", "add", "inspections/shipment")).Gave(0).Out, StringComparison.Ordinal);
        Assert.Contains("kept already: shipment", (await _desk.Run("history", "add", "inspections/shipment")).Gave(0).Out, StringComparison.Ordinal);

        var card = (await _desk.Run("history", "supplier", "SUPPLIER  ltd", "--format", "json")).Gave(0).Json;
        Assert.Equal((1, 1, 5), (card.GetProperty("rejected").GetInt32(), card.GetProperty("found").GetProperty("count").GetInt32(), card.GetProperty("found").GetProperty("total").GetInt32()));
        Assert.Equal(3, card.GetProperty("lots")[0].GetProperty("days_late").GetInt32());
        Assert.Equal(JsonValueKind.Null, card.GetProperty("rate").ValueKind);
        Assert.Contains("wanted one of Supplier Ltd", (await _desk.Run("history", "supplier", "nobody")).Gave(66).Error, StringComparison.Ordinal);

        // A person answers for another item: what is kept is no longer what was found.
        (await _desk.Run("history", "check")).Gave(0);
        File.AppendAllText(_desk.At("shipment/confirmed.csv"), "A,3,yes,A. Reader,2026-09-16T09:00:00Z\n");
        (await _desk.Inspect("--no-pdf")).Gave(1);
        Assert.Contains("shipment: the inspection in", (await _desk.Run("history", "check")).Gave(65).Out, StringComparison.Ordinal);
        Assert.Contains("replaced: shipment", (await _desk.Run("history", "add", "inspections/shipment")).Gave(0).Out, StringComparison.Ordinal);
        (await _desk.Run("history", "check")).Gave(0);

        (await _desk.Run("history", "export", "lists")).Gave(0);
        Assert.Contains(",Supplier Ltd,,,,,,shipment,A,5,5,", _desk.Text("lists/lots.csv"), StringComparison.Ordinal);
        Assert.Contains(",stain,major,", _desk.Text("lists/defects.csv"), StringComparison.Ordinal);

        Directory.Move(_desk.At("inspections"), _desk.At("elsewhere"));
        Assert.Contains("history add takes it up where it is now", (await _desk.Run("history", "check")).Gave(65).Out, StringComparison.Ordinal);
        Assert.Contains("kept already", (await _desk.Run("history", "add", "elsewhere/shipment")).Gave(0).Out, StringComparison.Ordinal);
        (await _desk.Run("history", "check")).Gave(0);
    }

    [Fact]
    public async Task What_is_no_inspection_and_what_is_no_history_is_said()
    {
        _desk.Put("nothing/a.txt", "no inspection");
        (await _desk.Run("history", "add", "nothing")).Gave(65);
        Assert.False(File.Exists(_desk.At("history.db")));
        _desk.Put("other.db", "something else that is longer than the hundred bytes of the header which every database of this kind begins with");
        Assert.Contains("other.db: it is no history of inspections", (await _desk.Run("history", "check", "--history", "other.db")).Gave(65).Error, StringComparison.Ordinal);
    }
}
