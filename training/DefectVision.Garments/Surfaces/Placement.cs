namespace DefectVision.Garments.Surfaces;

/// <summary>How the garment lies under the camera: turned, shifted and scaled a little, as hands lay it.</summary>
internal sealed class Placement
{
    private readonly float _cos;
    private readonly float _sin;
    private readonly float _shiftU;
    private readonly float _shiftV;

    public Placement(Chance chance)
    {
        var turn = chance.About(0f, 2f) * MathF.PI / 180f;
        _cos = MathF.Cos(turn);
        _sin = MathF.Sin(turn);
        _shiftU = chance.About(0f, 3f);
        _shiftV = chance.About(0f, 2.5f);
        Grain = Surface.FieldWidth / Surface.Columns * chance.About(1f, 0.05f);
    }

    /// <summary>Millimetres of garment from one point of the surface to the next.</summary>
    public float Grain { get; }

    public Spot ToGarment(float column, float row)
    {
        var x = (column - (Surface.Columns / 2f)) * Grain;
        var y = (row - (Surface.Rows / 2f)) * Grain;
        return new Spot((x * _cos) + (y * _sin) + _shiftU, (y * _cos) - (x * _sin) + _shiftV);
    }

    public (float Column, float Row) ToSurface(Spot spot)
    {
        var u = spot.U - _shiftU;
        var v = spot.V - _shiftV;
        return ((((u * _cos) - (v * _sin)) / Grain) + (Surface.Columns / 2f), (((u * _sin) + (v * _cos)) / Grain) + (Surface.Rows / 2f));
    }
}
