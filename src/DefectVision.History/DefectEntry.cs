using DefectVision.Inspection;

namespace DefectVision.History;

/// <summary>Nonconforming items of a lot that are alike.</summary>
/// <param name="Class">Null where nobody named one.</param>
/// <param name="Severity">The worst of the item.</param>
/// <param name="Cause">What it is associated with; null where nobody said.</param>
/// <param name="Items">How many.</param>
public sealed record DefectEntry(string? Class, Severity? Severity, Cause? Cause, long Items);
