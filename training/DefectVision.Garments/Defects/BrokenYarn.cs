using DefectVision.Garments.Cloths;
using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Defects;

internal sealed class BrokenYarn : Defect
{
    public override string Name => "broken-yarn";

    public override string Severity => "major";

    public override string Cause => "material";

    public override string Look => "woven: two or three yarns missing over 14 to 24 mm with loose ends; knitted: a ladder of 14 to 24 mm";

    public override void Spoil(Garment garment, Chance chance)
    {
        if (garment.Cloth is KnittedCloth knit)
        {
            var run = chance.Between(7f, 12f);
            var place = garment.PlainPlace(chance, 3f, new Spot(0f, run));
            garment.ClothFaults.Add(new Ladder(place, run, chance.Between(1.3f, 2.1f), knit, chance));
            return;
        }

        var woven = (WovenCloth)garment.Cloth;
        var warp = chance.Happens(0.5f);
        var half = chance.Between(7f, 12f);
        var middle = garment.PlainPlace(chance, 3f, warp ? new Spot(0f, half) : new Spot(half, 0f));
        woven.Break(garment.OnCloth(middle), warp, 2 + chance.Below(2), half, chance.Between(0.12f, 0.34f));
        garment.ClothFaults.Add(new LooseYarn([LooseEnd(-half), LooseEnd(half)]));

        Strand LooseEnd(float along)
        {
            var start = warp ? middle with { V = middle.V + along } : middle with { U = middle.U + along };
            return Strand.Curl(start, chance.Between(0f, 2f * MathF.PI), chance.Between(4f, 9f), chance.About(0f, 6f), 0.20f, woven.Colour * 1.25f);
        }
    }
}
