namespace DefectVision.Statistics.Sampling;

/// <summary>Which table the next lot is inspected by, or none.</summary>
/// <remarks>Source: ISO 2859-1:1999, clause 9.3.</remarks>
public enum SwitchingState
{
    Normal,
    Tightened,
    Reduced,

    /// <summary>Five lots were not accepted under tightened inspection: no lot is inspected until the cause is removed.</summary>
    Discontinued,
}
