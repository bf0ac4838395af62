namespace DefectVision.Garments.Cloths;

/// <summary>Where yarns of a woven cloth are missing: warp or weft yarns from one number on, over a stretch in millimetres along them.</summary>
internal sealed record YarnBreak(bool Warp, int FirstYarn, int Yarns, float From, float To, float Shade)
{
    // The yarns of one break part at slightly different places.
    public bool Holds(int yarn, float along) =>
        yarn >= FirstYarn && yarn < FirstYarn + Yarns && along > From + (1.3f * (yarn - FirstYarn)) && along < To - (0.9f * (yarn - FirstYarn));
}
