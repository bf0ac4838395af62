using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Cloths;

/// <summary>Something wrong with the cloth itself at one place: it draws the yarns aside, changes the points it holds, and may leave loose yarn.</summary>
internal abstract class ClothFault
{
    /// <summary>Which place of the sound cloth is seen at this place.</summary>
    public abstract Spot Displace(Spot spot);

    public abstract ClothPoint Change(Spot spot, ClothPoint sound);

    public abstract void LeaveYarn(Surface surface);
}
