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
        return Across(Across(picture, side, kernel), side, kernel);
    }

    // Along the rows, with rows and columns exchanged in the result: done twice, both are blurred and all stands as before.
    private static double[] Across(double[] picture, int side, double[] kernel)
    {
        var reach = kernel.Length / 2;
        var blurred = new double[picture.Length];
        for (var y = 0; y < side; y++)
        {
            for (var x = 0; x < side; x++)
            {
                var sum = 0.0;
                for (var at = -reach; at <= reach; at++)
                {
                    sum += kernel[at + reach] * picture[(y * side) + Math.Clamp(x + at, 0, side - 1)];
                }

                blurred[(x * side) + y] = sum;
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
