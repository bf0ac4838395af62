namespace DefectVision.Imaging.Likeness;

/// <summary>One of the eight ways to lay a square picture on itself: mirrored, upside down, on its side.</summary>
/// <param name="Mirrors">Left and right change places.</param>
/// <param name="Flips">Top and bottom change places.</param>
/// <param name="Swaps">Rows and columns change places, last.</param>
internal readonly record struct Turn(bool Mirrors, bool Flips, bool Swaps)
{
    /// <summary>All of them, the picture as it is first.</summary>
    public static IReadOnlyList<Turn> All { get; } =
        [.. from swaps in new[] { false, true } from flips in new[] { false, true } from mirrors in new[] { false, true } select new Turn(mirrors, flips, swaps)];

    /// <summary>The picture laid so.</summary>
    public double[] Of(double[] picture, int side)
    {
        if (this == default)
        {
            return picture;
        }

        var turned = new double[picture.Length];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var (fromX, fromY) = Swaps ? (y, x) : (x, y);
                turned[(y * side) + x] = picture[((Flips ? side - 1 - fromY : fromY) * side) + (Mirrors ? side - 1 - fromX : fromX)];
            }
        }

        return turned;
    }
}
