namespace DefectVision.Imaging;

/// <summary>A network's input turned about its middle, as if the camera had been turned: bilinear between pixels; beyond an edge there is what is on it.</summary>
public static class Rotation
{
    /// <param name="planes">Planes of width x height, rows from the top.</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    /// <param name="degrees">Clockwise.</param>
    /// <param name="turned">As long as the planes.</param>
    public static void Turn(ReadOnlySpan<float> planes, int width, int height, double degrees, Span<float> turned)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        double middleX = (width - 1) / 2.0, middleY = (height - 1) / 2.0;
        var (area, count) = (width * height, planes.Length / (width * height));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                // Where this pixel was before.
                double across = x - middleX, down = y - middleY;
                var fromX = Math.Clamp(middleX + (cosine * across) + (sine * down), 0, width - 1);
                var fromY = Math.Clamp(middleY - (sine * across) + (cosine * down), 0, height - 1);
                var (left, top) = ((int)fromX, (int)fromY);
                var (right, bottom) = (Math.Min(left + 1, width - 1), Math.Min(top + 1, height - 1));
                var (shareX, shareY) = ((float)(fromX - left), (float)(fromY - top));
                for (var plane = 0; plane < count; plane++)
                {
                    var pixels = planes.Slice(plane * area, area);
                    var upper = pixels[(top * width) + left] + (shareX * (pixels[(top * width) + right] - pixels[(top * width) + left]));
                    var lower = pixels[(bottom * width) + left] + (shareX * (pixels[(bottom * width) + right] - pixels[(bottom * width) + left]));
                    turned[(plane * area) + (y * width) + x] = upper + (shareY * (lower - upper));
                }
            }
        }
    }
}
