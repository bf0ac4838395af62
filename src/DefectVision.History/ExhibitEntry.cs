using DefectVision.Inspection;

namespace DefectVision.History;

/// <summary>A nonconforming item, by the number under which report, letters and packet know it.</summary>
/// <param name="Number">Of the exhibit.</param>
/// <param name="Item">Its name in the lot.</param>
/// <param name="Class">Null where nobody named one.</param>
/// <param name="Severity">The worst.</param>
/// <param name="Cause">What it is associated with; null where nobody said.</param>
/// <param name="Photo">The photo that is shown large, by its path in the shipment; null where it has none.</param>
public sealed record ExhibitEntry(int Number, string Item, string? Class, Severity? Severity, Cause? Cause, string? Photo)
{
    /// <summary>What that photo shows at its most suspect place, to be compared with other photos; null where nobody looked.</summary>
    public PlaceVector? Place { get; init; }
}
