using DefectVision.Garments.Photography;

namespace DefectVision.Garments.Surfaces;

/// <summary>What lies under the camera: for every point a height in millimetres, a reflectance and a gloss. Two points a pixel in each direction.</summary>
internal sealed class Surface
{
    public const int PointsPerPixel = 2;
    public const int Columns = Camera.Width * PointsPerPixel;
    public const int Rows = Camera.Height * PointsPerPixel;

    /// <summary>Millimetres of garment across the picture.</summary>
    public const float FieldWidth = 96f;

    public Surface(Placement placement) => Placement = placement;

    public Placement Placement { get; }

    public float[] Relief { get; } = new float[Columns * Rows];

    public Tint[] Reflectance { get; } = new Tint[Columns * Rows];

    public float[] Gloss { get; } = new float[Columns * Rows];

    /// <summary>The mean height round a spot: what a thread or a button laid there rests on.</summary>
    public float RestingHeight(Spot spot)
    {
        var (column, row) = Placement.ToSurface(spot);
        var sum = 0f;
        for (var dy = -6; dy <= 6; dy += 3)
        {
            for (var dx = -6; dx <= 6; dx += 3)
            {
                var c = Math.Clamp((int)column + dx, 0, Columns - 1);
                var r = Math.Clamp((int)row + dy, 0, Rows - 1);
                sum += Relief[(r * Columns) + c];
            }
        }

        return sum / 25f;
    }

    /// <summary>Visits every point within a distance of a spot, with its index and its place on the garment.</summary>
    public void Around(Spot spot, float distance, Action<int, Spot> visit)
    {
        var (column, row) = Placement.ToSurface(spot);
        var reach = (distance / Placement.Grain) + 1f;
        var lastRow = Math.Min(Rows - 1, (int)(row + reach));
        var lastColumn = Math.Min(Columns - 1, (int)(column + reach));
        for (var r = Math.Max(0, (int)(row - reach)); r <= lastRow; r++)
        {
            for (var c = Math.Max(0, (int)(column - reach)); c <= lastColumn; c++)
            {
                visit((r * Columns) + c, Placement.ToGarment(c, r));
            }
        }
    }
}
