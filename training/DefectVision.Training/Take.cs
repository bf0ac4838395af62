using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>A labelled photo as the network is shown it.</summary>
/// <param name="Photo">Which.</param>
/// <param name="IsAltered">Compressed and lit in another way, see <see cref="Alteration"/>.</param>
/// <param name="Way">How it is turned, see <see cref="Turning"/>; 0: not at all.</param>
internal sealed record Take(LabelledPhoto Photo, bool IsAltered, int Way = 0);
