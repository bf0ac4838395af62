namespace DefectVision.Inspection.Agreements;

/// <summary>How the items that were photographed were chosen from the lot. Only the first two support a guaranteed bound (ISO 2859-1:1999, 8.1).</summary>
public enum SamplingFrame
{
    /// <summary>Every item of the lot.</summary>
    All,

    /// <summary>A simple random draw without replacement.</summary>
    Random,

    /// <summary>Every so many-th item.</summary>
    Systematic,

    /// <summary>As the inspector, or somebody else, saw fit.</summary>
    InspectorsChoice,
}
