namespace DefectVision.Garments.Surfaces;

/// <summary>A slowly varying height asked for at every eighth point only and drawn smoothly between (Catmull and Rom's cubic, which leaves no edges in the light).</summary>
internal sealed class CoarseField
{
    private const int Every = 8;
    private const int Columns = (Surface.Columns / Every) + 4;
    private const int Rows = (Surface.Rows / Every) + 4;
    private static readonly float[][] Weights = [.. Enumerable.Range(0, Every).Select(i => Cubic(i / (float)Every))];
    private readonly float[] _nodes = new float[Columns * Rows];

    public CoarseField(Placement placement, Func<Spot, float> height)
    {
        for (var r = 0; r < Rows; r++)
        {
            for (var c = 0; c < Columns; c++)
            {
                _nodes[(r * Columns) + c] = height(placement.ToGarment((c - 1) * Every, (r - 1) * Every));
            }
        }
    }

    public float At(int column, int row)
    {
        var across = Weights[column % Every];
        var down = Weights[row % Every];
        var first = (row / Every * Columns) + (column / Every);
        var sum = 0f;
        for (var k = 0; k < 4; k++)
        {
            var at = first + (k * Columns);
            sum += down[k] * ((across[0] * _nodes[at]) + (across[1] * _nodes[at + 1]) + (across[2] * _nodes[at + 2]) + (across[3] * _nodes[at + 3]));
        }

        return sum;
    }

    private static float[] Cubic(float t) =>
    [
        t * (-0.5f + (t * (1f - (0.5f * t)))),
        1f + (t * t * (-2.5f + (1.5f * t))),
        t * (0.5f + (t * (2f - (1.5f * t)))),
        t * t * (-0.5f + (0.5f * t)),
    ];
}
