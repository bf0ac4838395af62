using DefectVision.History.Recall;
using DefectVision.Inspection;

namespace DefectVision.History.Tests;

/// <summary>Rule: a lot is found where everything fits that is asked of it; one that holds the part and has not shown the defect is found with no item.</summary>
public sealed class RecallQueryTests
{
    private static readonly IReadOnlyList<ShipmentEntry> All =
    [
        Make.Shipment(1, "Supplier Ltd", Lot("A", ["Button 18-L, lot 2217"], new DateOnly(2026, 1, 1), ("hole", Severity.Major), ("stain", Severity.Minor))) with { Product = "shirt", PacketRoot = new string('e', 64) },
        Make.Shipment(5, "Supplier Ltd", Lot("B", ["button 18L, lot 2218"], new DateOnly(2026, 1, 4), ("hole", Severity.Critical)), Lot("C", ["BUTTON 18 l, LOT 2217"], null)) with { Product = "shirt, long sleeve" },
        Make.Shipment(9, "Other Ltd", Lot("D", [], new DateOnly(2026, 1, 6), ("broken-yarn", Severity.Major))),
    ];

    [Fact]
    public void By_class_only_lots_that_show_it_are_found_the_newest_first()
    {
        Assert.Equal(["B 1", "A 1"], Found(new RecallQuery { Class = "Hole" }));
        Assert.Equal(["D 1"], Found(new RecallQuery { Class = "broken_yarn" }));
        Assert.Equal(["B 1"], Found(new RecallQuery { Class = "hole", Severity = Severity.Critical }));
        Assert.Equal(["D 1", "A 1"], Found(new RecallQuery { Severity = Severity.Major }));
        Assert.Empty(Found(new RecallQuery { Class = "crack" }));
    }

    [Fact]
    public void By_component_lots_that_have_not_shown_it_are_found_too()
    {
        Assert.Equal(["C 0", "A 1"], Found(new RecallQuery { Class = "hole", Component = "lot 2217" }));
        Assert.Equal(["B 1", "C 0", "A 2"], Found(new RecallQuery { Component = "button" }));
        Assert.Empty(Found(new RecallQuery { Component = "zip" }));
    }

    // Days count on both ends; a lot without a day of production is in no span.
    [Fact]
    public void By_days_supplier_product_and_code()
    {
        Assert.Equal(["B 1", "C 0"], Found(new RecallQuery { Since = new DateOnly(2026, 1, 3), Until = new DateOnly(2026, 1, 6) }));
        Assert.Equal(["D 1"], Found(new RecallQuery { Since = new DateOnly(2026, 1, 7) }));
        Assert.Equal(["B 1", "A 2"], Found(new RecallQuery { ProducedSince = new DateOnly(2026, 1, 1), ProducedUntil = new DateOnly(2026, 1, 4) }));
        Assert.Equal(["B 1", "C 0", "A 2"], Found(new RecallQuery { Supplier = " SUPPLIER  ltd" }));
        Assert.Equal(["B 1", "C 0"], Found(new RecallQuery { Product = "long sleeve" }));
        Assert.Equal(["D 1"], Found(new RecallQuery { Code = "l2026 D" }));
    }

    [Fact]
    public void Exhibits_are_those_of_the_class_and_what_an_earlier_version_counted_is_not_lost()
    {
        var lot = new RecallQuery { Class = "stain" }.In(All).Single();
        Assert.Equal(2, Assert.Single(lot.Exhibits).Number);
        Assert.Equal("/cases/PO-1/packet", lot.Packet);
        var old = Make.Shipment(2, "S", Make.Lot("E", 3, 20) with { Defects = [new DefectEntry("hole", null, null, 3)] });
        var counted = new RecallQuery { Class = "hole" }.In([old]).Single();
        Assert.Equal((0, 3L, null), (counted.Exhibits.Count, counted.Items, counted.Packet));
    }

    private static IEnumerable<string> Found(RecallQuery query) => query.In(All).Select(lot => FormattableString.Invariant($"{lot.Lot.Name} {lot.Items}"));

    private static LotEntry Lot(string name, string[] components, DateOnly? produced, params (string Class, Severity Severity)[] items) => Make.Lot(name, items.Length, 50) with
    {
        Components = components,
        Codes = [$"L2026-{name}"],
        Produced = produced,
        Exhibits = [.. items.Select((item, at) => new ExhibitEntry(at + 1, $"{at}", item.Class, item.Severity, null, null))],
        Defects = [.. items.Select(item => new DefectEntry(item.Class, item.Severity, null, 1))],
    };
}
