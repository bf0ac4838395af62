using DefectVision.Garments.Defects;
using DefectVision.Garments.Photography;
using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Deliveries;

/// <summary>A photo to be taken: which garment, which side, which defect if any, and where the file goes.</summary>
/// <param name="Path">Relative to the datasets folder, with forward slashes.</param>
/// <param name="Own">The name of the stream that everything that is this photo's own comes from.</param>
/// <param name="Bolt">The name of the stream that the garment's cloth comes from.</param>
internal sealed record PhotoOrder(string Path, string Own, string Bolt, GarmentStyle Style, View View, Defect? Defect)
{
    public const int JpegQuality = 76;

    public byte[] Take(ulong seed)
    {
        var chance = Chance.Of(seed, Own);
        var garment = new Garment(Style, View, Chance.Of(seed, Bolt), chance);
        Defect?.Spoil(garment, Chance.Of(seed, Own + "/defect"));
        var surface = garment.Lay(new Placement(chance));
        var light = new Light(chance).Shine(surface);
        return new Camera(chance).Take(light).ToJpeg(JpegQuality);
    }
}
