using DefectVision.Garments.Cloths;

namespace DefectVision.Garments.Defects;

internal sealed class Hole : Defect
{
    public override string Name => "hole";

    public override string Severity => "major";

    public override string Cause => "material";

    public override string Look => "an irregular opening with frayed ends, 6 to 11 mm across";

    public override void Spoil(Garment garment, Chance chance)
    {
        var radius = chance.Between(3f, 5.2f);
        garment.ClothFaults.Add(new Opening(garment.PlainPlace(chance, 6f), radius, garment.Cloth.Colour, chance));
    }
}
