namespace DefectVision.Statistics.Calibration;

/// <summary>What happens to an item on its score alone.</summary>
public enum Triage
{
    Pass,

    /// <summary>A person decides.</summary>
    Refer,

    Flag,
}
