namespace DefectVision.Imaging.Likeness;

/// <summary>How well a photo shows its subject. The numbers compare photos of one kind of goods with each other; alone they say little.</summary>
/// <param name="Sharpness">Mean step between a place and its surroundings (Laplacian) as a share of the photo's contrast, 0 and up.</param>
/// <param name="Brightness">Mean grey, 0 to 1.</param>
/// <param name="Burnt">Share of places that are white, 0 to 1.</param>
public readonly record struct Clarity(double Sharpness, double Brightness, double Burnt)
{
    private const int Digits = 4;
    private const float White = 250;

    /// <param name="grey">Rows from the top, 0 to 255.</param>
    /// <param name="side">In pixels.</param>
    internal static Clarity Of(ReadOnlySpan<float> grey, int side)
    {
        double sum = 0, squares = 0, steps = 0;
        var white = 0;
        for (var y = 1; y < side - 1; y++)
        {
            for (var x = 1; x < side - 1; x++)
            {
                var at = (y * side) + x;
                var value = grey[at];
                sum += value;
                squares += (double)value * value;
                white += value >= White ? 1 : 0;
                steps += Math.Abs((4 * value) - grey[at - 1] - grey[at + 1] - grey[at - side] - grey[at + side]);
            }
        }

        var count = (side - 2) * (side - 2);
        var mean = sum / count;
        var contrast = Math.Sqrt(Math.Max(0, (squares / count) - (mean * mean)));
        return new Clarity(Math.Round(contrast < 1 ? 0 : steps / count / contrast, Digits), Math.Round(mean / byte.MaxValue, Digits), Math.Round((double)white / count, Digits));
    }
}
