using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Parts;

/// <summary>A piece of cloth sewn onto the body of the garment: a folded edge, a breadth, and rows of topstitching that pucker it.</summary>
internal sealed class Panel
{
    private readonly Spot _corner;
    private readonly float _cos;
    private readonly float _sin;
    private readonly float _from;
    private readonly float _to;
    private readonly float _breadth;
    private readonly float _thickness;
    private readonly uint _seed;

    /// <param name="corner">A point of the panel's edge.</param>
    /// <param name="angle">The direction of the edge in radians; the panel lies to the right of one who walks along it (V points down).</param>
    /// <param name="from">Where the edge begins, in millimetres along it from the corner.</param>
    /// <param name="to">Where the edge ends.</param>
    /// <param name="breadth">How far the panel reaches from its edge, in millimetres.</param>
    /// <param name="rows">How far from the edge each row of stitches runs.</param>
    public Panel(Spot corner, float angle, float from, float to, float breadth, float thickness, IEnumerable<float> rows, Tint thread, Chance chance)
    {
        _corner = corner;
        _cos = MathF.Cos(angle);
        _sin = MathF.Sin(angle);
        _from = from;
        _to = to;
        _breadth = breadth;
        _thickness = thickness;
        _seed = chance.Draw();
        Rows = [.. rows.Select(offset => new Topstitching(this, offset, thread, chance))];
    }

    public IReadOnlyList<Topstitching> Rows { get; }

    /// <summary>The panel's edge is where the garment ends: beyond it lies the table.</summary>
    public bool IsHem { get; init; }

    public float From => _from;

    public float To => _to;

    public Spot SpotAt(float along, float across) =>
        new(_corner.U + (along * _cos) - (across * _sin), _corner.V + (along * _sin) + (across * _cos));

    public (float Along, float Across) Locate(Spot spot)
    {
        var u = spot.U - _corner.U;
        var v = spot.V - _corner.V;
        var along = (u * _cos) + (v * _sin);
        var across = (v * _cos) - (u * _sin);
        return (along, across + (0.25f * Unevenness.Along(_seed, 0, along * 0.09f)));
    }

    public bool Covers(float along, float across) => along > _from && along < _to && across > 0f && across < _breadth;

    /// <summary>Millimetres to the nearest edge or row of stitches of the panel.</summary>
    public float NearestLine(float across)
    {
        var nearest = MathF.Min(MathF.Abs(across), MathF.Abs(across - _breadth));
        foreach (var row in Rows)
        {
            nearest = MathF.Min(nearest, MathF.Abs(across - row.Offset));
        }

        return nearest;
    }

    /// <summary>Millimetres that the panel adds at a place.</summary>
    public float Relief(float along, float across)
    {
        if (along < _from || along > _to || across < -9f || across > _breadth + 9f)
        {
            return 0f;
        }

        var inside = Unevenness.Step(-0.25f, 0.25f, across) * Unevenness.Step(-0.25f, 0.25f, _breadth - across);
        inside *= Unevenness.Step(0f, 0.5f, along - _from) * Unevenness.Step(0f, 0.5f, _to - along);
        var height = _thickness * inside;
        height += inside * Roll(across) + (inside * Roll(_breadth - across));
        foreach (var row in Rows)
        {
            height += row.Pull(along, across);
        }

        return height;
    }

    // The fold of the edge is rounder and thicker than the panel behind it.
    private float Roll(float fromEdge)
    {
        var x = (fromEdge - 0.7f) / 0.9f;
        return MathF.Abs(x) > 3f ? 0f : 0.35f * _thickness * MathF.Exp(-x * x);
    }
}
