using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Parts;

/// <summary>A four-hole shirt button in its buttonhole.</summary>
internal sealed class Button
{
    public const float Radius = 5.6f;
    private const float HoleDistance = 1.25f;
    private readonly Tint _colour;
    private readonly Tint _thread;
    private readonly uint _seed;
    private readonly float _turn;
    private readonly Spot _middle;

    public Button(Spot middle, Tint colour, Tint thread, Chance chance)
    {
        Hole = new Buttonhole(middle, thread, chance);
        _middle = new Spot(middle.U + chance.About(0f, 0.5f), middle.V + chance.About(0f, 0.7f));
        _colour = colour;
        _thread = thread;
        _seed = chance.Draw();
        _turn = chance.Between(0f, MathF.PI / 2f);
    }

    public Buttonhole Hole { get; }

    public Spot Middle => _middle;

    /// <summary>The button has come off: what stays is the buttonhole and the thread that held it.</summary>
    public bool Missing { get; set; }

    public void SewOn(Surface surface)
    {
        Hole.SewOn(surface);
        if (Missing)
        {
            LeaveThread(surface);
            return;
        }

        var bottom = surface.RestingHeight(_middle) + 0.5f;
        surface.Around(_middle, Radius, (index, spot) =>
        {
            var r = spot.DistanceTo(_middle) / Radius;
            if (r >= 1f)
            {
                return;
            }

            var (depth, inHole) = HoleDepth(spot);
            surface.Relief[index] = bottom + Profile(r) - depth;
            var swirl = Unevenness.Rough(_seed, spot.U * 0.35f, (spot.V * 0.35f) + (0.8f * Unevenness.Over(_seed + 1, spot.U * 0.2f, spot.V * 0.2f)));
            surface.Reflectance[index] = _colour * (inHole ? 0.25f : 1f + (0.10f * swirl));
            surface.Gloss[index] = inHole ? 0f : 1f;
        });

        foreach (var quarter in new[] { 0, 1 })
        {
            for (var pass = -1; pass <= 1; pass++)
            {
                var from = HoleAt(quarter, pass * 0.22f);
                var to = HoleAt(quarter + 2, -pass * 0.22f);
                new Strand([from, from.Toward(to, 0.33f), from.Toward(to, 0.67f), to], 0.24f, _thread * (1f + (0.06f * pass))).LayOn(surface, 0.45f);
            }
        }
    }

    private void LeaveThread(Surface surface)
    {
        for (var k = 0; k < 5; k++)
        {
            var start = _middle.Polar(k * 1.7f, 0.5f);
            var angle = 3.1f * Unevenness.At(_seed, k, 0);
            var bend = 3f * Unevenness.At(_seed, k, 1);
            Strand.Curl(start, angle, 2.8f + (1.6f * Unevenness.At(_seed, k, 2)), bend, 0.22f, _thread).LayOn(surface, 0.6f);
        }
    }

    // A raised rim round a shallow bowl.
    private static float Profile(float r)
    {
        var edge = MathF.Sqrt(MathF.Max(0f, 1f - MathF.Pow(r, 10f)));
        var rim = (r - 0.80f) / 0.13f;
        return (1.3f * edge) + (0.42f * MathF.Exp(-rim * rim)) - (0.25f * (1f - Unevenness.Step(0.3f, 0.75f, r)));
    }

    private (float Depth, bool InHole) HoleDepth(Spot spot)
    {
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var d = spot.DistanceTo(HoleAt(quarter, 0f)) / 0.72f;
            if (d < 1f)
            {
                return (1.1f * MathF.Sqrt(1f - (d * d)), d < 0.85f);
            }
        }

        return (0f, false);
    }

    private Spot HoleAt(int quarter, float aside)
    {
        var angle = _turn + (quarter * MathF.PI / 2f);
        return _middle.Polar(angle, HoleDistance * 1.15f).Polar(angle + (MathF.PI / 2f), aside);
    }
}
