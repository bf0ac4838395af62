using DefectVision.Garments.Cloths;
using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Defects;

internal sealed class StainMark : Defect
{
    private static readonly Tint Oil = new(0.46f, 0.37f, 0.22f);
    private static readonly Tint Rust = new(0.70f, 0.40f, 0.15f);
    private static readonly Tint Lime = new(0.44f, 0.39f, 0.27f);

    public override string Name => "stain";

    public override string Severity => "minor";

    public override string Cause => "process";

    public override string Look => "a soft-edged mark, 8 to 18 mm: oil or rust on light cloth, a pale residue on dark cloth";

    public override void Spoil(Garment garment, Chance chance)
    {
        var colour = garment.Cloth.Colour;
        var pale = (0.2126f * colour.R) + (0.7152f * colour.G) + (0.0722f * colour.B) < 0.20f;
        var veil = pale ? Lime : chance.Happens(0.5f) ? Oil : Rust;
        var strength = pale ? chance.Between(0.50f, 0.80f) : chance.Between(0.75f, 1.1f);
        garment.Stains.Add(new Stain(garment.PlainPlace(chance, 5f), chance.Between(4.2f, 6.5f), strength, veil, pale, chance));
    }
}
