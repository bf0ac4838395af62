using DefectVision.Statistics.Sampling;

namespace DefectVision.Inspection.Agreements;

/// <summary>What was agreed of a lot, and when it was made and shipped. What is absent was not said.</summary>
/// <param name="Size">Items in the lot.</param>
/// <param name="UnitPrice">Price of one item of this lot; null: as agreed for all.</param>
public sealed record AgreedLot(long? Size, decimal? UnitPrice = null)
{
    /// <summary>Cartons that the lot is packed in.</summary>
    public long? Cartons { get; init; }

    /// <summary>Normal, tightened or reduced inspection of this lot; null: as agreed for all.</summary>
    public InspectionSeverity? InspectionSeverity { get; init; }

    /// <summary>The pictures that were agreed of its items; what is null: as agreed for all.</summary>
    public AgreedViews Views { get; init; } = AgreedViews.None;

    /// <summary>Lot numbers and other codes that its labels carry, beside its name.</summary>
    public IReadOnlyList<string> Codes { get; init; } = [];

    /// <summary>Article numbers of what it holds.</summary>
    public IReadOnlyList<string> Skus { get; init; } = [];

    /// <summary>Trade item numbers of what it holds, 14 digits each.</summary>
    public IReadOnlyList<string> Gtins { get; init; } = [];

    /// <summary>Parts or materials in it, with their own lots: "button 18L, lot 2217". By them lots are found again.</summary>
    public IReadOnlyList<string> Components { get; init; } = [];

    public DateOnly? ProductionDate { get; init; }

    /// <summary>When it was to be shipped.</summary>
    public DateOnly? DueDate { get; init; }

    /// <summary>When it was shipped.</summary>
    public DateOnly? ShipmentDate { get; init; }

    /// <summary>When it arrived at the buyer's.</summary>
    public DateOnly? ArrivalDate { get; init; }
}
