using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Cloths;

/// <summary>Columns (wales) of V-shaped stitches: plain jersey, or piqué, whose tucked stitches draw the cloth into small pits.</summary>
internal sealed class KnittedCloth : Cloth
{
    private readonly uint _seed;
    private readonly Tint _yarn;
    private readonly float _pits;
    private readonly float _melange;

    /// <param name="pits">0 for jersey, 1 for piqué.</param>
    /// <param name="melange">How much fibres of different shade show, 0 to 1.</param>
    public KnittedCloth(Tint yarn, float pits, float melange, Chance chance)
    {
        _seed = chance.Draw();
        _yarn = yarn;
        _pits = pits;
        _melange = melange;
        Wale = chance.About(1.12f, 0.03f);
    }

    /// <summary>Millimetres from one column of stitches to the next.</summary>
    public float Wale { get; }

    /// <summary>Millimetres from one row of stitches to the next.</summary>
    public float Course => Wale * 0.8f;

    public override Tint Colour => _yarn;

    public override ClothPoint At(float u, float v)
    {
        var x = (u / Wale) + (0.30f * Unevenness.Over(_seed, u * 0.05f, v * 0.03f));
        var y = (v / Course) + (0.35f * Unevenness.Over(_seed + 1, u * 0.03f, v * 0.05f));
        var i = (int)MathF.Floor(x);
        var across = MathF.Abs(x - i - 0.5f) * 2f;
        y += (1.1f * across) + (0.16f * Unevenness.At(_seed + 2, i, (int)MathF.Floor(y)));
        var j = (int)MathF.Floor(y);
        var along = y - j;

        // Each leg of the V is a grain of rice: round across, swelling and sinking along.
        var leg = MathF.Sqrt(MathF.Max(0f, 4f * across * (1f - across)));
        var swell = 4f * along * (1f - along);
        var height = leg * (0.45f + (0.55f * swell));

        var tone = 1f + (0.05f * Unevenness.Along(_seed + 3, j, u * 0.05f)) + (0.05f * Unevenness.At(_seed + 4, i, j));
        tone += _melange > 0f ? _melange * Unevenness.Rough(_seed + 5, u * 0.9f, v * 2.4f) : 0f;
        tone += 0.06f * Unevenness.Over(_seed + 6, u * 4f, v * 4f);
        if (_pits > 0f)
        {
            var lattice = MathF.Cos(MathF.PI * x) * MathF.Cos(MathF.PI * v / (2f * Course));
            height += _pits * 1.1f * lattice;
            tone += _pits * 0.06f * lattice;
        }

        return new ClothPoint(height * 0.13f, _yarn * tone);
    }
}
