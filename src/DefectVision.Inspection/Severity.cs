namespace DefectVision.Inspection;

/// <summary>How much a defect counts, in rising order.</summary>
public enum Severity
{
    Minor,
    Major,
    Critical,
}
