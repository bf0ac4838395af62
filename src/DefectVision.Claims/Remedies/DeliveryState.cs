namespace DefectVision.Claims.Remedies;

/// <summary>How the goods stood to their delivery when they were inspected.</summary>
public enum DeliveryState
{
    Before,
    After,
}
