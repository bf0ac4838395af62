namespace DefectVision.Statistics.Sampling;

/// <summary>How sure the printed cell of the standard is: its tables were compared from public transcriptions, not read from the printed standard.</summary>
public enum TableConfidence
{
    /// <summary>All transcriptions and the generating rule agree.</summary>
    A,

    /// <summary>They do not all agree: verify against your copy of the standard.</summary>
    B,
}
