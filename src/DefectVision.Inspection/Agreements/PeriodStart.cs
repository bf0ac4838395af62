namespace DefectVision.Inspection.Agreements;

/// <summary>What an inspection period runs from.</summary>
public enum PeriodStart
{
    /// <summary>The goods' arrival at the buyer's.</summary>
    Arrival,

    /// <summary>The goods' shipment.</summary>
    Shipment,
}
