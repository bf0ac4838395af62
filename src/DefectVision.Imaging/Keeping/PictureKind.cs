namespace DefectVision.Imaging.Keeping;

/// <summary>What a small picture shows of its photo.</summary>
public enum PictureKind
{
    /// <summary>All of it.</summary>
    Thumbnail,

    /// <summary>All of it, pale, with the heat map on it.</summary>
    HeatMap,

    /// <summary>The surroundings of its hottest place.</summary>
    CloseUp,
}
