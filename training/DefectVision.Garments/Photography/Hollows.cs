using DefectVision.Garments.Surfaces;

namespace DefectVision.Garments.Photography;

/// <summary>Mean heights round every point: where a point lies below the mean, it lies in a hollow and gets less light from the room.</summary>
internal static class Hollows
{
    /// <param name="radius">Points to each side; the mean is over a square, each point outside counting as its nearest one inside.</param>
    public static float[] Mean(float[] relief, int radius)
    {
        var rows = new float[relief.Length];
        for (var r = 0; r < Surface.Rows; r++)
        {
            Slide(relief, rows, r * Surface.Columns, 1, Surface.Columns, radius);
        }

        var both = new float[relief.Length];
        for (var c = 0; c < Surface.Columns; c++)
        {
            Slide(rows, both, c, Surface.Columns, Surface.Rows, radius);
        }

        return both;
    }

    private static void Slide(float[] from, float[] to, int start, int stride, int count, int radius)
    {
        var sum = 0.0;
        for (var i = -radius; i <= radius; i++)
        {
            sum += from[start + (Math.Clamp(i, 0, count - 1) * stride)];
        }

        for (var i = 0; i < count; i++)
        {
            to[start + (i * stride)] = (float)(sum / ((2 * radius) + 1));
            sum += from[start + (Math.Min(i + radius + 1, count - 1) * stride)] - from[start + (Math.Max(i - radius, 0) * stride)];
        }
    }
}
