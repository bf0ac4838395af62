using DefectVision.Imaging;

namespace DefectVision.Pipeline.Ordering;

/// <summary>How unlike the others a photo is.</summary>
/// <param name="Path">Which.</param>
/// <param name="Score">The mean of the highest hundredth of its map: higher is more unlike, without unit or upper end.</param>
/// <param name="Map">Where it is unlike them.</param>
public sealed record PlacedPhoto(string Path, double Score, HeatMap Map)
{
    /// <summary>Photos of these goods are as like each other turned as upright: it was held against the others in turned looks, too.</summary>
    public bool IsTurned { get; init; }
}
