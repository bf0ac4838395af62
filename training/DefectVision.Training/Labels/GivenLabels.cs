namespace DefectVision.Training.Labels;

/// <summary>Labels that are given photo by photo.</summary>
/// <param name="Name">Of the set that they make.</param>
/// <param name="How">Where they come from, in words, for the card.</param>
/// <param name="Labels">One a photo; one at least.</param>
public sealed record GivenLabels(string Name, string How, IReadOnlyList<GivenLabel> Labels)
{
    /// <summary>Of every photo that could have been given a label, lower-case hex: one among them without a label has none any more.</summary>
    public IReadOnlySet<string> Looked { get; init; } = new HashSet<string>();
}
