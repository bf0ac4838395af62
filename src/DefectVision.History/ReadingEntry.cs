using DefectVision.Statistics.Sampling;

namespace DefectVision.History;

/// <summary>What a sampling plan of ISO 2859-1 said of a lot at one limit.</summary>
/// <param name="Severity">That the limit is on, as machines read it: "major", "critical+major".</param>
/// <param name="Aql">Acceptance quality limit.</param>
/// <param name="Level">Of the inspection.</param>
/// <param name="Inspection">Normal, tightened or reduced.</param>
/// <param name="AcceptanceNumber">Ac.</param>
/// <param name="Nonconforming">Items found in the sample.</param>
/// <param name="IsAccepted">By the plan, or by the bounds where more items were inspected than its sample; null where neither has answered, and where only flags reject that nobody has read.</param>
public sealed record ReadingEntry(string Severity, Aql Aql, InspectionLevel Level, InspectionSeverity Inspection, int AcceptanceNumber, long Nonconforming, bool? IsAccepted);
