using ZXing.Common;

namespace DefectVision.Imaging.Codes;

/// <summary>A straight line across a picture, as black and white.</summary>
internal static class ScanLine
{
    /// <summary>Points a pixel: narrow bars of little more than a pixel keep their width.</summary>
    private const int PointsPerPixel = 2;

    /// <summary>Points of which darkest and lightest are known together.</summary>
    private const int Block = 8;

    /// <summary>Blocks to each side that the threshold of a point rests on: wider than the widest bar, narrower than most shadows.</summary>
    private const int Reach = 6;

    /// <summary>Less between dark and light is no print.</summary>
    private const float LeastContrast = 20;

    /// <summary>The points of a line; black where darker than the middle between the darkest and the lightest round about.</summary>
    /// <param name="picture">Across which it is laid.</param>
    /// <param name="from">Where it begins, pixels.</param>
    /// <param name="along">Its direction, of length 1.</param>
    /// <param name="length">In pixels.</param>
    public static BitArray Of(Luminance picture, (double X, double Y) from, (double X, double Y) along, double length)
    {
        var points = new float[Math.Max(1, (int)(length * PointsPerPixel))];
        if (along is { X: 1 } or { Y: 1 })
        {
            Straight(picture, ((int)from.X, (int)from.Y), along.X == 1, points);
        }
        else
        {
            Aslant(picture, from, along, points);
        }

        return Split(points);
    }

    // Three lines beside each other, a pixel apart: less noise, and no harm to bars that stand nearly across.
    private static void Aslant(Luminance picture, (double X, double Y) from, (double X, double Y) along, float[] points)
    {
        for (var at = 0; at < points.Length; at++)
        {
            var (x, y) = (from.X + (along.X * at / PointsPerPixel), from.Y + (along.Y * at / PointsPerPixel));
            points[at] = (picture.At(x + along.Y, y - along.X) + picture.At(x, y) + picture.At(x - along.Y, y + along.X)) / 3;
        }
    }

    // The same along a row or a column, which takes a tenth of the time.
    private static void Straight(Luminance picture, (int X, int Y) from, bool isRow, float[] points)
    {
        var (most, step, apart) = isRow ? (picture.Height - 1, 1, picture.Width) : (picture.Width - 1, picture.Width, 1);
        var line = Math.Clamp(isRow ? from.Y : from.X, 1, Math.Max(1, most - 1));
        var start = (line * apart) + (step * (isRow ? from.X : from.Y));
        var count = Math.Min((points.Length + 1) / PointsPerPixel, isRow ? picture.Width - from.X : picture.Height - from.Y);
        for (var at = 0; at < count; at++)
        {
            var place = start + (at * step);
            points[PointsPerPixel * at] = (picture.Values[place - apart] + picture.Values[place] + picture.Values[place + apart]) / 3f;
        }

        for (var at = 1; at < points.Length; at += PointsPerPixel)
        {
            points[at] = at + 1 < PointsPerPixel * count ? (points[at - 1] + points[at + 1]) / 2 : points[at - 1];
        }
    }

    private static BitArray Split(float[] points)
    {
        var blocks = (points.Length + Block - 1) / Block;
        var (lowest, highest) = (new float[blocks], new float[blocks]);
        for (var block = 0; block < blocks; block++)
        {
            var part = points.AsSpan(block * Block, Math.Min(Block, points.Length - (block * Block)));
            (lowest[block], highest[block]) = (float.MaxValue, float.MinValue);
            foreach (var value in part)
            {
                lowest[block] = Math.Min(lowest[block], value);
                highest[block] = Math.Max(highest[block], value);
            }
        }

        var line = new BitArray(points.Length);
        for (var at = 0; at < points.Length; at++)
        {
            var (first, last) = (Math.Max(0, (at / Block) - Reach), Math.Min(blocks - 1, (at / Block) + Reach));
            float low = float.MaxValue, high = float.MinValue;
            for (var block = first; block <= last; block++)
            {
                low = Math.Min(low, lowest[block]);
                high = Math.Max(high, highest[block]);
            }

            if (high - low >= LeastContrast && points[at] < (low + high) / 2)
            {
                line[at] = true;
            }
        }

        return line;
    }
}
