using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Cloths;

/// <summary>An endless piece of cloth, one instance with its own yarns.</summary>
internal abstract class Cloth
{
    /// <summary>The cloth's colour seen from afar.</summary>
    public abstract Tint Colour { get; }

    public abstract ClothPoint At(float u, float v);
}
