using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Cloths;

/// <summary>A hole torn or cut into the cloth: an irregular opening into the dark, yarns pushed aside round it, frayed ends in it.</summary>
internal sealed class Opening : ClothFault
{
    private readonly Spot _middle;
    private readonly float _radius;
    private readonly float _stretch;
    private readonly Tint _yarn;
    private readonly uint _seed;
    private readonly Strand[] _ends;

    public Opening(Spot middle, float radius, Tint yarn, Chance chance)
    {
        _middle = middle;
        _radius = radius;
        _yarn = yarn;
        _stretch = chance.Between(0.75f, 1.35f);
        _seed = chance.Draw();
        _ends = [.. Enumerable.Range(0, 18 + chance.Below(10)).Select(_ => FrayedEnd(chance))];
    }

    public override Spot Displace(Spot spot)
    {
        var r = Distance(spot);
        if (r > 4f || r < 0.3f)
        {
            return spot;
        }

        var pushed = 1f - (0.42f / r * MathF.Exp(-MathF.Max(0f, r - 1f) * 1.6f));
        return _middle.Toward(spot, pushed);
    }

    public override ClothPoint Change(Spot spot, ClothPoint sound)
    {
        var r = Distance(spot);
        if (r > 2f)
        {
            return sound;
        }

        var torn = 0.10f * Unevenness.Over(_seed + 5, spot.U * 1.6f, spot.V * 1.6f);
        var open = Unevenness.Step(1.02f, 0.93f, r + torn);
        var rim = (r - 1.18f) / 0.22f;
        var raised = 0.28f * MathF.Exp(-rim * rim);
        var inside = _yarn * (0.16f + (0.05f * Unevenness.Over(_seed + 6, spot.U * 0.8f, spot.V * 0.8f)));
        return new ClothPoint(((sound.Height + raised) * (1f - open)) - (1.7f * open), sound.Reflectance.Toward(inside, open));
    }

    public override void LeaveYarn(Surface surface)
    {
        foreach (var end in _ends)
        {
            end.LayOn(surface, 0.5f);
        }
    }

    // 1 at the opening's edge.
    private float Distance(Spot spot)
    {
        var u = (spot.U - _middle.U) / _stretch;
        var v = (spot.V - _middle.V) * _stretch;
        var r = MathF.Sqrt((u * u) + (v * v)) + 1e-4f;
        return r / (_radius * (1f + (0.30f * Unevenness.Over(_seed, 1.3f * u / r, 1.3f * v / r))));
    }

    private Strand FrayedEnd(Chance chance)
    {
        var angle = chance.Between(0f, 2f * MathF.PI);
        var reach = _radius * chance.Between(0.95f, 1.15f);
        var start = new Spot(_middle.U + (reach * _stretch * MathF.Cos(angle)), _middle.V + (reach / _stretch * MathF.Sin(angle)));
        var inward = angle + MathF.PI + chance.About(0f, 0.9f);
        return Strand.Curl(start, inward, _radius * chance.Between(0.25f, 0.85f), chance.About(0f, 1.8f), chance.Between(0.13f, 0.24f), _yarn * chance.Between(0.95f, 1.35f));
    }
}
