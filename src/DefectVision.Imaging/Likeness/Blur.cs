namespace DefectVision.Imaging.Likeness;

/// <summary>A square picture seen through a Gaussian; beyond its edge lies its outermost place.</summary>
internal static class Blur
{
    private const double Reach = 4;

    /// <param name="picture">Rows from the top.</param>
    /// <param name="side">In pixels.</param>
    /// <param name="width">Standard deviation in pixels.</param>
    public static double[] Of(double[] picture, int side, double width)
    {
        var kernel = Kernel(width);
        var reach = kernel.Length / 2;
        var (across, blurred) = (new double[picture.Length], new double[picture.Length]);
        var padded = new double[side + (2 * reach)];
        for (var y = 0; y < side; y++)
        {
            var row = picture.AsSpan(y * side, side);
            padded.AsSpan(0, reach).Fill(row[0]);
            row.CopyTo(padded.AsSpan(reach));
            padded.AsSpan(reach + side).Fill(row[^1]);
            for (var at = 0; at < kernel.Length; at++)
            {
                Rows.Add(across.AsSpan(y * side, side), kernel[at], padded.AsSpan(at, side));
            }
        }

        for (var y = 0; y < side; y++)
        {
            for (var at = 0; at < kernel.Length; at++)
            {
                Rows.Add(blurred.AsSpan(y * side, side), kernel[at], across.AsSpan(Math.Clamp(y + at - reach, 0, side - 1) * side, side));
            }
        }

        return blurred;
    }

    private static double[] Kernel(double width)
    {
        var reach = (int)Math.Ceiling(Reach * width);
        var kernel = new double[(2 * reach) + 1];
        for (var at = -reach; at <= reach; at++)
        {
            kernel[at + reach] = Math.Exp(-at * at / (2 * width * width));
        }

        var sum = kernel.Sum();
        return [.. kernel.Select(weight => weight / sum)];
    }
}
