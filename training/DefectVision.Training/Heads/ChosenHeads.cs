namespace DefectVision.Training.Heads;

/// <summary>The heads of a model, and what cross-fitting says of them.</summary>
/// <param name="Fitted">The score of every example by a head that had not seen its group.</param>
/// <param name="Look">How the head for defective looks; null when only good photos were there.</param>
/// <param name="Classes">What was told of the classes.</param>
internal sealed record ChosenHeads(IReadOnlyList<CrossFitted> Fitted, DefectiveLook? Look, ToldClasses Classes);
