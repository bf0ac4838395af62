namespace DefectVision.Inspection;

/// <summary>The answer for a lot. Hold: not enough evidence, or a person must look.</summary>
public enum Verdict
{
    Accept,
    Reject,
    Hold,
}
