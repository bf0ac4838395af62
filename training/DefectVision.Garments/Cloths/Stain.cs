using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Cloths;

/// <summary>Something that soaked into the cloth: strongest at its rim where it dried last, uneven, with a drop or two beside it.</summary>
internal sealed class Stain
{
    private readonly Spot _middle;
    private readonly float _radius;
    private readonly float _strength;
    private readonly Tint _veil;
    private readonly bool _pale;
    private readonly float _turn;
    private readonly float _stretch;
    private readonly uint _seed;
    private readonly Spot _drop;

    /// <param name="veil">What the stain lets through of the cloth's colour; or, if it is pale, the colour of the residue that lies on it.</param>
    public Stain(Spot middle, float radius, float strength, Tint veil, bool pale, Chance chance)
    {
        _middle = middle;
        _radius = radius;
        _strength = strength;
        _veil = veil;
        _pale = pale;
        _turn = chance.Between(0f, MathF.PI);
        _stretch = chance.Between(1f, 1.4f);
        _seed = chance.Draw();
        _drop = middle.Polar(chance.Between(0f, 2f * MathF.PI), radius * chance.Between(1.5f, 2f));
    }

    public ClothPoint Soak(Spot spot, ClothPoint cloth)
    {
        var share = MathF.Max(Blot(spot, _middle, _radius), Blot(spot, _drop, _radius * 0.22f));
        if (share <= 0f)
        {
            return cloth;
        }

        // It settles between the yarns.
        share = MathF.Min(1f, share * _strength * (1f - (1.2f * cloth.Height)));
        var soaked = _pale ? cloth.Reflectance.Toward(_veil, share) : cloth.Reflectance * new Tint(1f, 1f, 1f).Toward(_veil, share);
        return cloth with { Reflectance = soaked };
    }

    private float Blot(Spot spot, Spot middle, float radius)
    {
        var (u, v) = (spot.U - middle.U, spot.V - middle.V);
        if (MathF.Abs(u) > radius * 2.4f || MathF.Abs(v) > radius * 2.4f)
        {
            return 0f;
        }

        var (cos, sin) = (MathF.Cos(_turn), MathF.Sin(_turn));
        var x = ((u * cos) + (v * sin)) / _stretch;
        var y = (v * cos) - (u * sin);
        var r = (MathF.Sqrt((x * x) + (y * y)) / radius) + (0.22f * Unevenness.Rough(_seed, spot.U * 0.28f, spot.V * 0.28f));
        var body = Unevenness.Step(1.02f, 0.80f, r);
        var rim = (r - 0.88f) / 0.10f;
        var patch = 0.70f + (0.18f * Unevenness.Rough(_seed + 1, spot.U * 0.5f, spot.V * 0.5f));
        return body * MathF.Min(1f, patch + (0.30f * MathF.Exp(-rim * rim)));
    }
}
