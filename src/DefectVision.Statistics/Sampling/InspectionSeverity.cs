namespace DefectVision.Statistics.Sampling;

/// <summary>How severe inspection is at present; the switching rules say when it changes.</summary>
/// <remarks>Source: ISO 2859-1:1999, clause 9.3. Not the severity of a defect.</remarks>
public enum InspectionSeverity
{
    Normal,
    Tightened,
    Reduced,
}
