namespace DefectVision.Statistics.Sampling;

/// <summary>How much is inspected for a given lot size: the special levels S-1..S-4 for small samples, the general levels I..III.</summary>
/// <remarks>Source: ISO 2859-1:1999, Table 1.</remarks>
public enum InspectionLevel
{
    S1,
    S2,
    S3,
    S4,
    I,
    II,
    III,
}
