using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Statistics.Sampling;

namespace DefectVision.History.Tests;

/// <summary>Shipments and lots for tests.</summary>
internal static class Make
{
    public static ShipmentEntry Shipment(int number, string? supplier, params LotEntry[] lots) => new(
        number.ToString("x32", CultureInfo.InvariantCulture), FormattableString.Invariant($"PO-{number}"), FormattableString.Invariant($"/cases/PO-{number}"), new string('a', 64),
        new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero).AddDays(number), Verdict.Hold)
    {
        Supplier = supplier,
        Lots = lots,
    };

    public static LotEntry Lot(string name, long nonconforming, long items, bool isLookedAt = true) =>
        new(name, 10 * items, items, 0, items, nonconforming, isLookedAt, nonconforming > 0 ? Verdict.Reject : Verdict.Accept);

    /// <summary>One with a value in every place.</summary>
    public static ShipmentEntry Full => Shipment(7, "Supplier Ltd") with
    {
        InspectedOn = new DateOnly(2026, 1, 5),
        Factory = "Fabrik \"Süd\", Halle 3",
        Country = "CN",
        Region = "浙江",
        PacketRoot = new string('e', 64),
        Reused = [new ReusedEntry("A/1.jpg", "PO-1", new DateOnly(2025, 12, 1), "B/7.jpg", true), new ReusedEntry("A/2.jpg", "PO-1", new DateOnly(2025, 12, 1), "B/8.jpg", false)],
        Deadlines = [new DeadlineEntry("first_notice", "A", new DateOnly(2026, 1, 8)), new DeadlineEntry("answer_due", null, new DateOnly(2026, 1, 20))],
        Buyer = "Buyer's Ltd",
        PurchaseOrder = "PO-7; DROP TABLE lot",
        Product = "衬衫",
        Currency = "USD",
        UnitPrice = 12.50m,
        Asked = 487.50m,
        ModelSha256 = new string('b', 64),
        Lots =
        [
            new LotEntry("A", null, 20, 3, 17, 2, true, Verdict.Reject)
            {
                Produced = new DateOnly(2025, 12, 1),
                Due = new DateOnly(2026, 1, 10),
                Shipped = new DateOnly(2026, 1, 12),
                Arrived = new DateOnly(2026, 2, 3),
                Value = 1250.00m,
                Bounds = new BoundsEntry(0.018, 0.325, true),
                Components = ["button 18L, lot 2217", "thread 40/2"],
                Codes = ["L2026-118A"],
                Exhibits =
                [
                    new ExhibitEntry(1, "017", "hole", Severity.Critical, Cause.Material, "A/017\n_front.jpg") { Place = new PlaceVector(new string('f', 64), [-127, 0, 5]) },
                    new ExhibitEntry(2, "018", null, null, null, null),
                ],
                Defects = [new DefectEntry(null, null, null, 1), new DefectEntry("hole", Severity.Critical, Cause.Material, 1)],
                Readings =
                [
                    new ReadingEntry("critical+major", Aql.Parse("0.10"), InspectionLevel.S2, InspectionSeverity.Tightened, 0, 2, false),
                    new ReadingEntry("minor", Aql.Parse("4.0"), InspectionLevel.II, InspectionSeverity.Normal, 2, 0, null),
                ],
                Sections = new SortedDictionary<SectionKind, SectionAnswer> { [SectionKind.Workmanship] = SectionAnswer.Fail, [SectionKind.Tests] = SectionAnswer.Pending },
            },
            Lot("批次-丙 C", 0, 8),
        ],
    };
}
