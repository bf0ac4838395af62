using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Statistics;
using DefectVision.Statistics.Sampling;

namespace DefectVision.History.Tests;

/// <summary>
/// Two made-up years of a buyer: six suppliers, 80 lots in 48 shipments, from a seed. What is true of each supplier is known, so that what the history says can be held against it.
/// Lots of 1,200 items, 80 inspected (letter J); the true rate of a lot varies about that of its supplier (lognormal, 0.2).
/// </summary>
internal static class TwoYears
{
    /// <summary>From which shipment on a supplier that drifts is worse.</summary>
    public const string Drifting = "Bao'an Plastics Co.";

    /// <summary>Better after its claim.</summary>
    public const string Improving = "Chittagong Knit Ltd";

    /// <summary>Late.</summary>
    public const string Late = "Dongguan Electric Works";

    private const int LotSize = 1200;
    private const int Sample = 80;
    private const double Spread = 0.2;
    private const int Days = 730;

    private static readonly DateOnly Start = new(2024, 11, 4);
    private static readonly Aql Major = Aql.Parse("2.5");

    /// <summary>Name, country, region, product, price, and the true rate by the part of the two years that has passed.</summary>
    private static readonly (string Name, string Country, string Region, string Product, decimal Price, string Class, Cause Cause, int Shipments, int Lots, Func<double, double> Rate)[] Suppliers =
    [
        ("Anhui Loom Group", "CN", "Anhui", "bed linen", 9.20m, "broken yarn", Cause.Material, 8, 14, _ => 0.015),
        (Drifting, "CN", "Guangdong", "lunch box", 2.35m, "flash", Cause.Process, 8, 14, part => part < 0.5 ? 0.01 : 0.01 + (0.12 * (part - 0.5))),
        (Improving, "BD", "Chattogram", "T-shirt", 3.80m, "hole", Cause.Workmanship, 8, 14, part => part < 0.4 ? 0.08 : 0.015),
        (Late, "CN", "Guangdong", "desk lamp", 11.50m, "scratch", Cause.Packaging, 8, 13, _ => 0.02),
        ("Ege Tekstil A.S.", "TR", "Izmir", "bath towel", 6.10m, "stain", Cause.Process, 8, 13, _ => 0.008),
        ("Foshan Ceramics", "CN", "Guangdong", "mug", 1.70m, "crack", Cause.Material, 8, 12, _ => 0.03),
    ];

    /// <summary>The part of the two years after which the rate of a supplier is another than before; null: it never is.</summary>
    public static double? ChangeOf(string supplier) => supplier switch { Drifting => 0.5, Improving => 0.4, _ => null };

    /// <summary>The part of the two years that has passed on a day.</summary>
    public static double PartOf(DateOnly day) => (double)(day.DayNumber - Start.DayNumber) / Days;

    /// <summary>The last day.</summary>
    public static DateOnly End => Start.AddDays(Days);

    /// <param name="seed">Of everything that chance decides.</param>
    public static IReadOnlyList<ShipmentEntry> Shipments(ulong seed) =>
        [.. Suppliers.SelectMany((supplier, number) => Of(supplier, number, seed)).OrderBy(shipment => shipment.Day).ThenBy(shipment => shipment.Name, StringComparer.Ordinal)];

    private static IEnumerable<ShipmentEntry> Of((string Name, string Country, string Region, string Product, decimal Price, string Class, Cause Cause, int Shipments, int Lots, Func<double, double> Rate) supplier, int number, ulong seed)
    {
        var chance = new PinnedGenerator(seed, (ulong)number);
        var lots = 0;
        for (var at = 0; at < supplier.Shipments; at++)
        {
            var day = Start.AddDays((int)((at + (0.5 * chance.NextDouble())) * Days / supplier.Shipments));
            var due = day.AddDays(10);
            var late = supplier.Name == Late ? Math.Max(0, 2 + chance.NextInt(10)) : chance.NextInt(12) == 0 ? 1 + chance.NextInt(3) : -chance.NextInt(4);
            var count = (supplier.Lots * (at + 1) / supplier.Shipments) - lots;
            lots += count;
            var made = Enumerable.Range(0, count).Select(lot => Lot(FormattableString.Invariant($"LOT-{(char)('A' + lot)}"), supplier.Rate(PartOf(day)), supplier.Class, supplier.Cause, supplier.Price, day, due, due.AddDays(late), chance)).ToList();
            yield return Shipment(supplier, number, at, day, made, chance);
        }
    }

    private static ShipmentEntry Shipment(
        (string Name, string Country, string Region, string Product, decimal Price, string Class, Cause Cause, int Shipments, int Lots, Func<double, double> Rate) supplier, int number, int at, DateOnly day, List<LotEntry> lots, PinnedGenerator chance)
    {
        var name = FormattableString.Invariant($"PO-{100 * (number + 1) + at}");
        var isRejected = lots.Exists(lot => lot.Verdict == Verdict.Reject);
        var asked = isRejected ? Math.Round(lots.Where(lot => lot.Verdict == Verdict.Reject).Sum(lot => lot.Nonconforming * LotSize / Sample) * supplier.Price * 0.6m, 2) : (decimal?)null;
        var (notified, answered) = (day.AddDays(2), day.AddDays(4 + chance.NextInt(12)));
        var isTold = isRejected && day < End.AddDays(-60);
        return new ShipmentEntry(
            ((1000 * number) + at).ToString("x32", CultureInfo.InvariantCulture), name, $"/cases/{name}", new string('a', 64), new DateTimeOffset(day, new TimeOnly(9, 0), TimeSpan.Zero),
            isRejected ? Verdict.Reject : Verdict.Accept)
        {
            InspectedOn = day,
            Supplier = supplier.Name,
            Country = supplier.Country,
            Region = supplier.Region,
            Buyer = "Nordlicht GmbH",
            PurchaseOrder = name,
            Product = supplier.Product,
            Currency = "USD",
            UnitPrice = supplier.Price,
            Asked = asked,
            Deadlines = isRejected
                ? [new DeadlineEntry(DeadlineEntry.Notice, null, day.AddDays(3)), new DeadlineEntry(DeadlineEntry.Answer, null, day.AddDays(17)), new DeadlineEntry(DeadlineEntry.Escalation, null, day.AddDays(18)), new DeadlineEntry(DeadlineEntry.Period, null, day.AddDays(50))]
                : [new DeadlineEntry(DeadlineEntry.Period, null, day.AddDays(50))],
            Outcome = isTold ? new OutcomeEntry(notified, answered, Remedy.Refund, Math.Round(asked!.Value * (0.4m + (chance.NextInt(50) / 100m)), 2), answered.AddDays(7), chance.NextInt(3) == 0 ? null : answered.AddDays(30), null) : null,
            Lots = lots,
        };
    }

    private static LotEntry Lot(string name, double rate, string defect, Cause cause, decimal price, DateOnly day, DateOnly due, DateOnly shipped, PinnedGenerator chance)
    {
        var own = rate * Math.Exp((Spread * Normal(chance)) - (Spread * Spread / 2));
        var nonconforming = Enumerable.Range(0, Sample).Count(_ => chance.NextDouble() < own);
        var plan = Iso2859.SinglePlan(LotSize, InspectionLevel.II, Major, InspectionSeverity.Normal);
        var isAccepted = nonconforming <= plan.AcceptanceNumber;
        return new LotEntry(name, LotSize, Sample, nonconforming, Sample, nonconforming, true, isAccepted ? Verdict.Accept : Verdict.Reject)
        {
            Produced = day.AddDays(-20),
            Due = due,
            Shipped = shipped,
            Value = LotSize * price,
            Defects = nonconforming == 0 ? [] : [new DefectEntry(defect, Severity.Major, cause, nonconforming)],
            Exhibits = [.. Enumerable.Range(1, nonconforming).Select(number => new ExhibitEntry((100 * (name[^1] - 'A')) + number, number.ToString("000", CultureInfo.InvariantCulture), defect, Severity.Major, cause, null))],
            Readings = [new ReadingEntry("major", Major, InspectionLevel.II, InspectionSeverity.Normal, plan.AcceptanceNumber, nonconforming, isAccepted)],
        };
    }

    // Box and Muller.
    private static double Normal(PinnedGenerator chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
