using DefectVision.Inspection;

namespace DefectVision.Cases.Reviewing;

/// <summary>A class of defect that a reader can choose.</summary>
/// <param name="Name">As the agreement or the model names it.</param>
/// <param name="Severity">By the agreement, or by default.</param>
/// <param name="Cause">By the agreement; null where it says none.</param>
public sealed record ReviewClass(string Name, Severity Severity, Cause? Cause);
