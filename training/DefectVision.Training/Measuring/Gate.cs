namespace DefectVision.Training.Measuring;

/// <summary>What a comparison says of the candidate.</summary>
public enum Gate
{
    /// <summary>It ranks better and no label falls behind: it passes.</summary>
    Better,

    /// <summary>The difference may be chance, or goes the other way.</summary>
    NotShownToBeBetter,

    /// <summary>On the photos of some label it is right less often.</summary>
    FallsBehind,
}
