using DefectVision.Statistics;
using DefectVision.Statistics.Comparison;

namespace DefectVision.Training.Measuring;

/// <summary>Two models on the photos of one label, each at its own operating point. Right is a defective photo that is flagged, by whatever name, and a good one that is not.</summary>
/// <param name="Label">"good" or a defect class.</param>
/// <param name="Champion">Photos that it judges rightly.</param>
/// <param name="Candidate">Photos that it judges rightly.</param>
/// <param name="Test">Champion first, photos on which one alone is right.</param>
public sealed record ClassComparison(string Label, Tally Champion, Tally Candidate, McNemarExact Test)
{
    /// <summary>See <see cref="Statistics.Comparison.FallingBehind"/> for the test and its reason.</summary>
    public bool FallsBehind => FallingBehind.Second(Test, Champion.Total);

    internal static ClassComparison Of(string label, IReadOnlyCollection<(bool Champion, bool Candidate)> right) => new(
        label,
        new Tally(right.Count(photo => photo.Champion), right.Count),
        new Tally(right.Count(photo => photo.Candidate), right.Count),
        new McNemarExact(right.Count(photo => photo.Champion && !photo.Candidate), right.Count(photo => photo.Candidate && !photo.Champion)));
}
