using DefectVision.Statistics.Sampling;

namespace DefectVision.History.Scorecards;

/// <summary>
/// The lots of one supplier and product at one limit, and where they stand under the switching rules of ISO 2859-1:1999, 9.3: how the next lot is inspected. A lot counts where it was inspected as the
/// rules then wanted and its plan answered. Reduced inspection needs steady production and the word of the buyer, which no inspection tells: it is never proposed here.
/// </summary>
/// <param name="Product">As the last shipment names it; null where none was named.</param>
/// <param name="Severity">That the limit is on.</param>
/// <param name="Aql">Acceptance quality limit.</param>
/// <param name="Level">Of the inspection.</param>
/// <param name="Rules">After the last lot that counts.</param>
/// <param name="Counted">Lots that count, in order of their days.</param>
/// <param name="NotCounted">The others, each with the reason.</param>
public sealed record SamplingSeries(
    string? Product, string Severity, Aql Aql, InspectionLevel Level, SwitchingRules Rules, IReadOnlyList<SeriesLot> Counted, IReadOnlyList<(SeriesLot Lot, string Why)> NotCounted)
{
    private static readonly ReducedConditions NotReduced = new(SteadyProduction: false, AuthorityApproves: false);

    /// <summary>The lot after which inspection became what it is; null where it always was.</summary>
    public SeriesLot? Since => Counted.LastOrDefault(lot => lot.IsSwitch);

    /// <summary>How the next lot is inspected; null where no lot is until the cause is removed.</summary>
    public InspectionSeverity? Next => For(Rules.State);

    /// <summary>Every series of a supplier.</summary>
    /// <param name="shipments">Of the supplier, in order of their days.</param>
    public static IReadOnlyList<SamplingSeries> All(IReadOnlyList<ShipmentEntry> shipments) =>
    [
        .. shipments.SelectMany(shipment => shipment.Lots.SelectMany(lot => lot.Readings.Select(reading => new SeriesLot(shipment, lot, reading))))
            .GroupBy(lot => (Product: lot.Shipment.Product is { } product ? NameKey.Of(product) : null, lot.Reading.Severity, lot.Reading.Aql, lot.Reading.Level))
            .Select(Of)
            .OrderBy(series => series.Product is { } product ? NameKey.Of(product) : string.Empty, StringComparer.Ordinal).ThenBy(series => series.Severity, StringComparer.Ordinal).ThenBy(series => series.Aql.Percent).ThenBy(series => series.Level),
    ];

    private static SamplingSeries Of(IEnumerable<SeriesLot> lots)
    {
        var (rules, counted, others, last) = (SwitchingRules.Start, new List<SeriesLot>(), new List<(SeriesLot, string)>(), (SeriesLot?)null);
        foreach (var lot in lots)
        {
            last = lot;
            if (WhyNot(lot, rules.State) is { } why)
            {
                others.Add((lot, why));
                continue;
            }

            var reading = lot.Reading;
            var before = rules.State;
            rules = rules.After(reading.IsAccepted!.Value, SwitchingRules.EarnedBy(reading.Nonconforming, reading.AcceptanceNumber, Tighter(lot)), NotReduced);
            counted.Add(lot with { IsSwitch = rules.State != before });
        }

        return new SamplingSeries(last!.Shipment.Product, last.Reading.Severity, last.Reading.Aql, last.Reading.Level, rules, counted, others);
    }

    private static string? WhyNot(SeriesLot lot, SwitchingState state) =>
        lot.Reading.IsAccepted is null ? "neither accepted nor rejected at this limit"
        : For(state) is not { } wanted ? "inspection was discontinued"
        : lot.Reading.Inspection != wanted ? $"{Word(lot.Reading.Inspection)} inspection where {Word(wanted)} was due"
        : null;

    // Only asked for where Ac is 2 or more, which no plan at the smallest AQL has.
    private static int? Tighter(SeriesLot lot)
    {
        var at = Aql.Series.IndexOf(lot.Reading.Aql);
        return lot.Reading.AcceptanceNumber < 2 || at == 0 || lot.Lot.Size is not { } size ? null
            : Iso2859.PlanAtLetter(Iso2859.CodeLetter(size, lot.Reading.Level), Aql.Series[at - 1], lot.Reading.Inspection).AcceptanceNumber;
    }

    private static InspectionSeverity? For(SwitchingState state) => state switch
    {
        SwitchingState.Normal => InspectionSeverity.Normal,
        SwitchingState.Tightened => InspectionSeverity.Tightened,
        SwitchingState.Reduced => InspectionSeverity.Reduced,
        _ => null,
    };

    private static string Word(InspectionSeverity inspection) => inspection.ToString().ToLowerInvariant();
}
