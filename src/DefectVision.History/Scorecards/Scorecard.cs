using DefectVision.Inspection;
using DefectVision.Statistics;
using DefectVision.Statistics.Charts;
using DefectVision.Statistics.Shrinkage;

namespace DefectVision.History.Scorecards;

/// <summary>What a buyer knows of one supplier.</summary>
/// <param name="Supplier">As the last shipment names it.</param>
/// <param name="Shipments">In order of their days.</param>
/// <param name="Lots">Those that somebody looked at, in the same order.</param>
/// <param name="Rate">Share of nonconforming items, drawn towards that of all suppliers; null where the lots of all suppliers are too few.</param>
/// <param name="AreLimitsProvisional">Fewer lots than charts want: their limits are provisional.</param>
/// <param name="SigmaZ">How much lots vary beyond chance (Laney); null for a single lot or without variation.</param>
public sealed record Scorecard(string Supplier, IReadOnlyList<ShipmentEntry> Shipments, IReadOnlyList<ChartedLot> Lots, SourceRate? Rate, bool AreLimitsProvisional, double? SigmaZ)
{
    /// <summary>Weight of the newest lot in the moving average (statistics page, 5.4).</summary>
    private const double NewestWeight = 0.2;

    /// <summary>Every lot, looked at or not.</summary>
    public IEnumerable<LotEntry> AllLots => Shipments.SelectMany(shipment => shipment.Lots);

    /// <summary>Lots by verdict.</summary>
    public int Count(Verdict verdict) => AllLots.Count(lot => lot.Verdict == verdict);

    /// <summary>Of the lots of which both days are known, those shipped by the day they were due.</summary>
    public Tally OnTime => new(AllLots.Count(lot => lot.DaysLate <= 0), AllLots.Count(lot => lot.DaysLate is not null));

    /// <summary>Nonconforming items over the lots that somebody looked at, as they were counted.</summary>
    public Tally Found => new(Lots.Sum(charted => charted.Lot.Nonconforming), Lots.Sum(charted => charted.Lot.Decided));

    /// <summary>What was asked and agreed, by currency.</summary>
    public IReadOnlyList<ClaimsTally> Claims => ClaimsTally.Of(Shipments);

    /// <summary>Days from notice to answer, of the claims of which both are known, the shortest first.</summary>
    public IReadOnlyList<int> DaysToAnswer => [.. Shipments.Select(shipment => shipment.Outcome?.DaysToAnswer).OfType<int>().Order()];

    /// <summary>The middle of <see cref="DaysToAnswer"/>; null where no answer is known.</summary>
    public double? MedianDaysToAnswer => DaysToAnswer is { Count: > 0 } days ? (days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2.0 : null;

    /// <summary>How the next lot of each product is inspected, by limit.</summary>
    public IReadOnlyList<SamplingSeries> Sampling => SamplingSeries.All(Shipments);

    /// <summary>Nonconforming items by class, the most first.</summary>
    public IReadOnlyList<(string? Class, long Items)> Classes =>
    [
        .. AllLots.SelectMany(lot => lot.Defects).GroupBy(defect => defect.Class).Select(defects => (defects.Key, defects.Sum(defect => defect.Items)))
            .OrderByDescending(entry => entry.Item2).ThenBy(entry => entry.Key, StringComparer.Ordinal),
    ];

    /// <summary>Nonconforming items by their worst severity, the worst first.</summary>
    public IReadOnlyList<(Severity? Severity, long Items)> Severities =>
    [
        .. AllLots.SelectMany(lot => lot.Defects).GroupBy(defect => defect.Severity).OrderByDescending(defects => defects.Key).Select(defects => (defects.Key, defects.Sum(defect => defect.Items))),
    ];

    /// <summary>Nonconforming items by what they are associated with, in the order of the causes; those of which nobody said last.</summary>
    public IReadOnlyList<(Cause? Cause, long Items)> Causes =>
    [
        .. AllLots.SelectMany(lot => lot.Defects).GroupBy(defect => defect.Cause).OrderBy(defects => defects.Key is null).ThenBy(defects => defects.Key).Select(defects => (defects.Key, defects.Sum(defect => defect.Items))),
    ];

    /// <summary>Of the claims that were answered, or whose answer is overdue, those answered by the day it was due.</summary>
    /// <param name="today">An answer that is due later is not overdue.</param>
    public Tally AnsweredInTime(DateOnly today)
    {
        var due = Shipments.Where(shipment => shipment.Outcome?.Notified is not null).Select(shipment => (Due: shipment.AnswerDue, shipment.Outcome!.Answered)).Where(answer => answer.Due is not null && (answer.Answered is not null || answer.Due < today)).ToList();
        return new Tally(due.Count(answer => answer.Answered <= answer.Due), due.Count);
    }

    /// <summary>What the chart said on the days that lots were added, in order of the days.</summary>
    public IReadOnlyList<LotAlarm> Alarms => field ??= LotAlarm.Of(Lots, NewestWeight);

    /// <summary>Lots that were replaced, each with the one that came in its place.</summary>
    public IReadOnlyList<BeforeAfter> Replaced => BeforeAfter.All(Shipments);

    /// <summary>What was bought, by currency.</summary>
    public IReadOnlyList<(string Currency, decimal Value)> Spend => RegionShare.SpendOf(Shipments);

    /// <summary>The scorecard of each supplier, in ordinal order of name. Shipments whose agreement names none are left out.</summary>
    /// <param name="shipments">All that is known, in order of their days.</param>
    public static IReadOnlyList<Scorecard> All(IReadOnlyList<ShipmentEntry> shipments)
    {
        ArgumentNullException.ThrowIfNull(shipments);
        var bySupplier = shipments.Where(shipment => shipment.Supplier is not null).GroupBy(shipment => NameKey.Of(shipment.Supplier!)).Select(group => group.ToList()).ToList();
        var all = bySupplier.SelectMany(own => LookedAt(own)).Select(entry => entry.Lot.Found!.Value).ToList();
        return [.. bySupplier.Select(own => Of(own, all)).OrderBy(card => card.Supplier, StringComparer.Ordinal)];
    }

    private static Scorecard Of(List<ShipmentEntry> own, List<Tally> all)
    {
        var lots = LookedAt(own).ToList();
        List<Tally> found = [.. lots.Select(entry => entry.Lot.Found!.Value)];
        var chart = found.Count == 0 ? null : ProportionChart.Of(found, NewestWeight);
        return new Scorecard(
            own[^1].Supplier!,
            own,
            [.. lots.Select((entry, at) => new ChartedLot(entry.Shipment, entry.Lot, chart is { Points.Count: > 0 } ? chart.Points[at] : null))],
            SourceRate.Of(found, all, ConfidenceLevel.P95),
            found.Count < ProportionChart.FewestLots,
            chart?.SigmaZ);
    }

    private static IEnumerable<(ShipmentEntry Shipment, LotEntry Lot)> LookedAt(IEnumerable<ShipmentEntry> shipments) =>
        shipments.SelectMany(shipment => shipment.Lots.Where(lot => lot.Found is not null).Select(lot => (shipment, lot)));
}
