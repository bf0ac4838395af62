namespace DefectVision.Inspection;

/// <summary>What a defect class is associated with. Never a statement that it was caused so.</summary>
public enum Cause
{
    Material,
    Process,
    Workmanship,
    Packaging,
}
