using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Cloths;

/// <summary>The ends of a broken yarn of a woven cloth, sprung out of the cloth.</summary>
internal sealed class LooseYarn : ClothFault
{
    private readonly Strand[] _ends;

    public LooseYarn(IEnumerable<Strand> ends) => _ends = [.. ends];

    public override Spot Displace(Spot spot) => spot;

    public override ClothPoint Change(Spot spot, ClothPoint sound) => sound;

    public override void LeaveYarn(Surface surface)
    {
        foreach (var end in _ends)
        {
            end.LayOn(surface, 0.5f);
        }
    }
}
