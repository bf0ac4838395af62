using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Cloths;

/// <summary>The way cloth lies that was folded, packed and laid flat by hand: a soft swell, some folds, a crease or two.</summary>
internal sealed class Folds
{
    private readonly uint _seed;
    private readonly Fold[] _folds;
    private readonly bool _creaseUpright;
    private readonly float _crease;
    private readonly float _creaseSlope;

    public Folds(Chance chance)
    {
        _seed = chance.Draw();
        var soft = 2 + chance.Below(3);
        var sharp = 1 + chance.Below(2);
        _creaseUpright = chance.Happens(0.5f);
        _crease = chance.Between(-20f, 40f);
        _creaseSlope = chance.Between(-0.07f, 0.07f);
        _folds = new Fold[soft + sharp];
        for (var i = 0; i < _folds.Length; i++)
        {
            var crease = i >= soft;
            var width = crease ? chance.Between(0.9f, 1.6f) : chance.Between(4f, 9f);
            var steepness = crease ? chance.Between(0.10f, 0.20f) : chance.Between(0.10f, 0.20f);
            _folds[i] = new Fold(
                chance.Between(0f, MathF.PI),
                chance.Between(-36f, 36f),
                chance.Between(-30f, 30f),
                chance.Between(16f, 40f),
                width,
                width * steepness * (chance.Happens(0.6f) ? 1f : -1f),
                chance.Draw());
        }
    }

    /// <summary>Millimetres above the table's plane.</summary>
    public float At(float u, float v)
    {
        var height = 2.6f * Unevenness.Over(_seed, u * 0.03f, v * 0.03f);
        foreach (var fold in _folds)
        {
            height += fold.At(u, v);
        }

        // The crease that packing pressed in: two planes meeting at an edge that is almost sharp.
        var d = (_creaseUpright ? u : v) - _crease - (0.8f * Unevenness.Along(_seed + 1, 0, (_creaseUpright ? v : u) * 0.03f));
        return height + (_creaseSlope * MathF.Sqrt((d * d) + 0.5f));
    }

    /// <summary>One ridge: it runs at an angle, wanders, and dies away at both ends.</summary>
    private sealed class Fold(float angle, float across, float along, float length, float width, float height, uint seed)
    {
        private readonly float _cos = MathF.Cos(angle);
        private readonly float _sin = MathF.Sin(angle);

        public float At(float u, float v)
        {
            var run = (((u * _cos) + (v * _sin)) - along) / length;
            var fade = 1f - (run * run);
            if (fade <= 0f)
            {
                return 0f;
            }

            var d = (v * _cos) - (u * _sin) - across + (3f * Unevenness.Along(seed, 0, run * 2.5f));
            var x = d / (d < 0f ? width : width * 1.7f);
            return MathF.Abs(x) > 3f ? 0f : height * fade * fade * MathF.Exp(-x * x);
        }
    }
}
