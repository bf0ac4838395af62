using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Parts;

/// <summary>A slit along the placket, its edges bound with close stitches and barred at both ends.</summary>
internal sealed class Buttonhole
{
    private const float HalfLength = 7.4f;
    private readonly Spot _middle;
    private readonly Tint _thread;
    private readonly uint _seed;

    public Buttonhole(Spot middle, Tint thread, Chance chance)
    {
        _middle = new Spot(middle.U, middle.V + 0.8f);
        _thread = thread;
        _seed = chance.Draw();
    }

    public Spot Middle => _middle;

    public void SewOn(Surface surface)
    {
        surface.Around(_middle, HalfLength, (index, spot) =>
        {
            var across = MathF.Abs(spot.U - _middle.U - (0.2f * Unevenness.Along(_seed, 0, spot.V * 0.3f))) / 0.36f;
            if (across < 1f && MathF.Abs(spot.V - _middle.V) < HalfLength - 0.9f)
            {
                surface.Relief[index] -= 0.9f * (1f - (across * across));
                surface.Reflectance[index] *= 0.45f;
            }
        });

        for (var side = -1; side <= 1; side += 2)
        {
            for (var k = 0; k * 0.42f < 2f * HalfLength; k++)
            {
                var v = _middle.V - HalfLength + (k * 0.42f);
                var inner = _middle.U + (side * 0.28f);
                var outer = _middle.U + (side * (1.35f + (0.12f * Unevenness.At(_seed, k, side))));
                Bind(surface, new Spot(inner, v), new Spot(outer, v + 0.12f), k);
            }
        }

        for (var end = -1; end <= 1; end += 2)
        {
            for (var k = 0; k < 4; k++)
            {
                var v = _middle.V + (end * (HalfLength - (0.35f * k)));
                Bind(surface, new Spot(_middle.U - 1.5f, v), new Spot(_middle.U + 1.5f, v), k + 100);
            }
        }
    }

    private void Bind(Surface surface, Spot from, Spot to, int k) =>
        new Strand([from, from.Toward(to, 0.5f), to], 0.25f, _thread * (1f + (0.10f * Unevenness.At(_seed, k, 9)))).LayOn(surface, 0.15f);
}
