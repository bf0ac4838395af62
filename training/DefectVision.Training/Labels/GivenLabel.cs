using DefectVision.Inspection.Reviewing;

namespace DefectVision.Training.Labels;

/// <summary>What is known of one photo from elsewhere than a labelled set, such as the answers of persons in an inspection.</summary>
/// <param name="Path">The file.</param>
/// <param name="ShownAs">How a person knows it.</param>
/// <param name="Sha256">Of the bytes that the label was given to, lower-case hex.</param>
/// <param name="IsGood">Otherwise it shows a defect.</param>
/// <param name="DefectClass">As it was written; null where nobody named one.</param>
/// <param name="Group">Photos of one group never stand on both sides of a split.</param>
public sealed record GivenLabel(string Path, string ShownAs, string Sha256, bool IsGood, string? DefectClass, string Group)
{
    /// <summary>The inspection that it comes from; null where it comes from none.</summary>
    public PhotoOrigin? Origin { get; init; }

    /// <summary>Where the defect was seen; empty where nobody said.</summary>
    public IReadOnlyList<PhotoRegion> Regions { get; init; } = [];
}
