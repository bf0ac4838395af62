using DefectVision.History.Scorecards;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;

namespace DefectVision.History.Recall;

/// <summary>
/// Which lots show a defect, or hold a part of which another lot showed one. A lot is found where everything fits that is asked of it: whose it is, what it holds, when it was made. Whether it shows
/// the defect is told apart: a lot that holds the part and has not shown the defect is what a recall looks for.
/// </summary>
public sealed record RecallQuery
{
    /// <summary>Defect class; hyphens, underscores, blanks and case are the same.</summary>
    public string? Class { get; init; }

    public Severity? Severity { get; init; }

    public Cause? Cause { get; init; }

    /// <summary>A part of the name of a component.</summary>
    public string? Component { get; init; }

    /// <summary>A part of a lot number, article number or trade item number, or of the lot's name.</summary>
    public string? Code { get; init; }

    public string? Supplier { get; init; }

    /// <summary>A part of the name of the product.</summary>
    public string? Product { get; init; }

    /// <summary>Inspected on this day or later.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Inspected on this day or earlier.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Made on this day or later; a lot of which nobody gave the day is not found.</summary>
    public DateOnly? ProducedSince { get; init; }

    /// <summary>Made on this day or earlier; a lot of which nobody gave the day is not found.</summary>
    public DateOnly? ProducedUntil { get; init; }

    /// <summary>A defect is asked for.</summary>
    public bool AsksForDefect => Class is not null || Severity is not null || Cause is not null;

    /// <summary>Something is asked of the lot itself: then lots that have not shown the defect are found, too.</summary>
    public bool AsksForLot => Component is not null || Code is not null || Product is not null || ProducedSince is not null || ProducedUntil is not null;

    /// <summary>The lots that fit, the newest first.</summary>
    /// <param name="shipments">All that is kept, in order of their days.</param>
    public IReadOnlyList<RecalledLot> In(IReadOnlyList<ShipmentEntry> shipments)
    {
        ArgumentNullException.ThrowIfNull(shipments);
        return
        [
            .. shipments.Reverse().Where(Fits).SelectMany(shipment => shipment.Lots.Where(Fits).Select(lot => Recalled(shipment, lot)))
                .Where(found => found.Items > 0 || AsksForLot || !AsksForDefect),
        ];
    }

    private RecalledLot Recalled(ShipmentEntry shipment, LotEntry lot)
    {
        List<ExhibitEntry> exhibits = [.. lot.Exhibits.Where(exhibit => Fits(exhibit.Class, exhibit.Severity, exhibit.Cause))];
        return new RecalledLot(shipment, lot, exhibits, Math.Max(exhibits.Count, lot.Defects.Where(defect => Fits(defect.Class, defect.Severity, defect.Cause)).Sum(defect => defect.Items)));
    }

    private bool Fits(ShipmentEntry shipment) =>
        (Supplier is null || (shipment.Supplier is { } supplier && NameKey.Of(supplier) == NameKey.Of(Supplier)))
        && Holds(shipment.Product, Product) && !(shipment.Day < Since) && !(shipment.Day > Until);

    private bool Fits(LotEntry lot) =>
        (Component is null || lot.Components.Any(part => Holds(part, Component)))
        && (Code is null || lot.Codes.Append(lot.Name).Any(code => Holds(code, Code)))
        && (ProducedSince is null || lot.Produced >= ProducedSince)
        && (ProducedUntil is null || lot.Produced <= ProducedUntil);

    private bool Fits(string? defect, Severity? severity, Cause? cause) =>
        (Class is null || (defect is not null && Key(defect) == Key(Class))) && (Severity is null || severity == Severity) && (Cause is null || cause == Cause);

    private static bool Holds(string? text, string? part) => part is null || (text is not null && Key(text).Contains(Key(part), StringComparison.Ordinal));

    private static string Key(string text) => string.Join(' ', UnicodeForm.Compatible(text).ToUpperInvariant().Split([' ', '-', '_', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
