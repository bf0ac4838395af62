using DefectVision.Statistics;

namespace DefectVision.Training.Heads;

/// <summary>The heads of a model, and what cross-fitting says of them.</summary>
/// <param name="Fitted">The score of every example by a head that had not seen its group.</param>
/// <param name="Classes">In the order of the logits.</param>
/// <param name="Told">Of each class the photos, as they are, whose class was told right; empty when there is only one.</param>
/// <param name="FewestClassProbability">Classes told with less were wrong more often than right, 0 to 1.</param>
internal sealed record ChosenHeads(
    IReadOnlyList<CrossFitted> Fitted,
    IReadOnlyList<string> Classes,
    IReadOnlyDictionary<string, Tally> Told,
    double FewestClassProbability);
