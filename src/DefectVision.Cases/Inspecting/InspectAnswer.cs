using DefectVision.Inspection;

namespace DefectVision.Cases.Inspecting;

/// <summary>What an inspection gave.</summary>
/// <param name="Record">The inspection, whole.</param>
/// <param name="Written">Paths of the outputs.</param>
public sealed record InspectAnswer(InspectionRecord Record, IReadOnlyList<string> Written);
