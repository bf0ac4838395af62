using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Cloths;

/// <summary>Warp and weft yarns passing over and under each other: plain weave (shift 1 of 2) or twill (warp over two, under one).</summary>
internal sealed class WovenCloth : Cloth
{
    private readonly uint _seed;
    private readonly Tint _warp;
    private readonly Tint _weft;
    private readonly int _repeat;
    private readonly float _float;
    private YarnBreak? _break;

    /// <param name="repeat">2 for plain weave, 3 for a 2/1 twill.</param>
    public WovenCloth(Tint warp, Tint weft, int repeat, Chance chance)
    {
        _seed = chance.Draw();
        _warp = warp;
        _weft = weft;
        _repeat = repeat;
        _float = repeat == 2 ? 0f : 0.25f;
        Pitch = chance.About(repeat == 2 ? 0.86f : 0.80f, 0.03f);
    }

    /// <summary>Millimetres from yarn to yarn.</summary>
    public float Pitch { get; }

    public override Tint Colour => _warp.Toward(_weft, _repeat == 2 ? 0.5f : 0.33f);

    /// <summary>Takes yarns out of the cloth round a place.</summary>
    /// <param name="shade">How much of the yarn's colour is seen through the gap: 0 is black.</param>
    public void Break(Spot middle, bool warp, int yarns, float halfLength, float shade)
    {
        var yarn = (int)MathF.Floor(warp ? WarpAt(middle.U, middle.V) : WeftAt(middle.U, middle.V));
        var along = warp ? middle.V : middle.U;
        _break = new YarnBreak(warp, yarn, yarns, along - halfLength, along + halfLength, shade);
    }

    public override ClothPoint At(float u, float v)
    {
        var x = WarpAt(u, v);
        var y = WeftAt(u, v);
        var i = (int)MathF.Floor(x);
        var j = (int)MathF.Floor(y);

        var warpSlub = Unevenness.Along(_seed + 2, i, v * 0.09f);
        var weftSlub = Unevenness.Along(_seed + 3, j, u * 0.07f);
        var warpHeight = _float + Round(x - i - 0.5f, 1.02f + (0.16f * warpSlub)) + (0.55f * Over(x, y, i, j, alongWarp: true));
        var weftHeight = Round(y - j - 0.5f, 1.02f + (0.20f * weftSlub)) - (0.55f * Over(x, y, i, j, alongWarp: false));
        if (_break is { } broken && broken.Holds(broken.Warp ? i : j, broken.Warp ? v : u))
        {
            return broken.Warp ? Bared(broken, _weft, y - j - 0.5f, j) : Bared(broken, _warp, x - i - 0.5f, i);
        }

        var warpOnTop = warpHeight > weftHeight;
        var height = MathF.Max(warpHeight, weftHeight);
        var tone = warpOnTop
            ? 1f + (0.07f * Unevenness.At(_seed + 4, i, 0)) + (0.07f * warpSlub)
            : 1f + (0.07f * Unevenness.At(_seed + 5, j, 0)) + (0.07f * weftSlub);
        var fibre = warpOnTop ? Unevenness.Over(_seed + 6, u * 6f, v * 1.3f) : Unevenness.Over(_seed + 6, u * 1.3f, v * 6f);
        var colour = (warpOnTop ? _warp : _weft) * (tone + (0.09f * fibre));
        return new ClothPoint(height * 0.10f, colour);
    }

    private float WarpAt(float u, float v) => (u / Pitch) + (0.35f * Unevenness.Over(_seed, u * 0.06f, v * 0.035f));

    private float WeftAt(float u, float v) => (v / Pitch) + (0.35f * Unevenness.Over(_seed + 1, u * 0.035f, v * 0.06f));

    private static float Round(float across, float thickness)
    {
        var a = 2f * across / thickness;
        return a * a >= 1f ? 0f : MathF.Sqrt(1f - (a * a));
    }

    // Where its partners are missing, a yarn lies slack and thin over the dark between the others; some are gone too.
    private ClothPoint Bared(YarnBreak broken, Tint colour, float across, int yarn)
    {
        var slack = Unevenness.At(_seed + 7, yarn, 1);
        var round = Round(across + (0.12f * slack), 0.74f + (0.18f * Unevenness.At(_seed + 7, yarn, 2)));
        return round > 0f && slack > -0.92f
            ? new ClothPoint((round * 0.12f) - 0.22f - (0.1f * slack), colour * (0.60f + (0.35f * round) + (0.12f * slack)))
            : new ClothPoint(-0.9f, colour * broken.Shade);
    }

    // 1 where the warp lies on top, -1 where the weft does, eased from crossing to crossing along the yarn asked for.
    private float Over(float x, float y, int i, int j, bool alongWarp)
    {
        var f = alongWarp ? y - j - 0.5f : x - i - 0.5f;
        var step = f < 0f ? -1 : 1;
        var here = Crossing(i, j);
        var next = alongWarp ? Crossing(i, j + step) : Crossing(i + step, j);
        return here + ((next - here) * MathF.Abs(f));
    }

    private float Crossing(int i, int j)
    {
        var k = (i + j) % _repeat;
        return (k < 0 ? k + _repeat : k) == 0 ? -1f : 1f;
    }
}
