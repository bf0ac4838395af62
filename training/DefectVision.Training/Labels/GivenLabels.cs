namespace DefectVision.Training.Labels;

/// <summary>Labels that are given photo by photo.</summary>
/// <param name="Name">Of the set that they make.</param>
/// <param name="How">Where they come from, in words, for the card.</param>
/// <param name="Labels">One a photo; one at least.</param>
public sealed record GivenLabels(string Name, string How, IReadOnlyList<GivenLabel> Labels);
