using DefectVision.Garments.Cloths;
using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments;

/// <summary>The inspection table: light grey laminate, below the garment.</summary>
internal static class Table
{
    private static readonly Tint Laminate = new(0.52f, 0.53f, 0.53f);

    public static ClothPoint At(Spot spot) =>
        new(-1.6f, Laminate * (1f + (0.03f * Unevenness.Rough(4711u, spot.U * 0.8f, spot.V * 2.2f)) + (0.02f * Unevenness.Over(4712u, spot.U * 5f, spot.V * 5f))));
}
