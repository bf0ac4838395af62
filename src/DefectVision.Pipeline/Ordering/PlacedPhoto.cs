using DefectVision.Imaging;

namespace DefectVision.Pipeline.Ordering;

/// <summary>How unlike the others a photo is.</summary>
/// <param name="Path">Which.</param>
/// <param name="Score">The mean of the highest hundredth of its map: higher is more unlike, without unit or upper end.</param>
/// <param name="Map">Where it is unlike them.</param>
public sealed record PlacedPhoto(string Path, double Score, HeatMap Map);
