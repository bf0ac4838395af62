using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>A labelled photo as the network is shown it.</summary>
/// <param name="Photo">Which.</param>
/// <param name="IsAltered">Compressed and lit in another way, see <see cref="Alteration"/>.</param>
internal sealed record Take(LabelledPhoto Photo, bool IsAltered)
{
    public static IReadOnlyList<Take> AsTheyAre(IReadOnlyList<LabelledPhoto> photos) => [.. photos.Select(photo => new Take(photo, false))];

    /// <summary>Each photo as it is, and altered.</summary>
    public static IReadOnlyList<Take> Both(IReadOnlyList<LabelledPhoto> photos) => [.. photos.SelectMany(photo => new[] { new Take(photo, false), new Take(photo, true) })];
}
