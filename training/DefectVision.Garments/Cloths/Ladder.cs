using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Cloths;

/// <summary>A run in a knitted cloth: one column of stitches has come undone, its yarn lies across the gap like the rungs of a ladder.</summary>
internal sealed class Ladder : ClothFault
{
    private readonly Spot _middle;
    private readonly float _halfLength;
    private readonly float _halfWidth;
    private readonly float _course;
    private readonly Tint _yarn;
    private readonly float _shade;
    private readonly uint _seed;
    private readonly Strand _loop;

    public Ladder(Spot middle, float halfLength, float halfWidth, KnittedCloth cloth, Chance chance)
    {
        _middle = middle;
        _halfLength = halfLength;
        _halfWidth = halfWidth;
        _course = cloth.Course;
        _yarn = cloth.Colour;
        _seed = chance.Draw();
        _shade = chance.Between(0.14f, 0.36f);
        var end = new Spot(middle.U, middle.V + (halfLength * 0.92f));
        _loop = Strand.Curl(end, chance.Between(0.4f, 2.6f), chance.Between(3f, 6f), chance.About(0f, 5f), 0.21f, _yarn * 1.3f);
    }

    public override Spot Displace(Spot spot)
    {
        var width = WidthAt(spot.V);
        var d = spot.U - Line(spot.V);
        var aside = MathF.Max(0f, MathF.Abs(d) - width);
        return width <= 0f ? spot : spot with { U = spot.U - (MathF.Sign(d) * MathF.Min(MathF.Abs(d), width * MathF.Exp(-aside / 2.2f))) };
    }

    public override ClothPoint Change(Spot spot, ClothPoint sound)
    {
        var width = WidthAt(spot.V);
        var d = MathF.Abs(spot.U - Line(spot.V));
        if (width <= 0.05f || d > width + 1.5f)
        {
            return sound;
        }

        var open = Unevenness.Step(1.04f, 0.86f, d / width) * Unevenness.Step(0.25f, 0.6f, width);
        var sag = 0.35f * (1f - (d / width * (d / width)));
        var y = (spot.V / _course) + sag;
        var rung = (int)MathF.Floor(y);
        var across = (y - rung - 0.5f + (0.15f * Unevenness.At(_seed + 1, rung, 0))) / (0.22f + (0.06f * Unevenness.At(_seed + 2, rung, 0)));
        var onRung = across * across < 1f;
        var inside = onRung
            ? new ClothPoint((0.16f * MathF.Sqrt(1f - (across * across))) - 0.10f, _yarn * 1.12f)
            : new ClothPoint(-0.85f, _yarn * _shade);
        var edge = (d - width - 0.45f) / 0.4f;
        var raised = 0.16f * MathF.Exp(-edge * edge) * Unevenness.Step(0.25f, 0.6f, width);
        return new ClothPoint(((sound.Height + raised) * (1f - open)) + (inside.Height * open), sound.Reflectance.Toward(inside.Reflectance, open));
    }

    public override void LeaveYarn(Surface surface) => _loop.LayOn(surface, 0.9f);

    private float Line(float v) => _middle.U + (0.3f * Unevenness.Along(_seed, 0, v * 0.12f));

    // The run opens gradually from above and ends at a dropped stitch below.
    private float WidthAt(float v)
    {
        var share = (v - _middle.V) / _halfLength;
        return share is > -1f and < 1f ? _halfWidth * Unevenness.Step(-1f, -0.3f, share) * Unevenness.Step(1f, 0.86f, share) : 0f;
    }
}
