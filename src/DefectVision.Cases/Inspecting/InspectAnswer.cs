using DefectVision.Evidence;
using DefectVision.Inspection;

namespace DefectVision.Cases.Inspecting;

/// <summary>What an inspection gave.</summary>
/// <param name="Record">The inspection, whole.</param>
/// <param name="Written">The outputs.</param>
public sealed record InspectAnswer(InspectionRecord Record, WrittenOutputs Written);
