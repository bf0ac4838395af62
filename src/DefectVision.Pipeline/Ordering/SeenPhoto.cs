using DefectVision.Imaging;

namespace DefectVision.Pipeline.Ordering;

/// <summary>A photo as the network saw it.</summary>
/// <param name="Places">Upright.</param>
/// <param name="Window">The part of the photo that they cover.</param>
/// <param name="Turned">Of the photo turned.</param>
internal sealed record SeenPhoto(float[] Places, Window Window, IReadOnlyList<float[]> Turned);
