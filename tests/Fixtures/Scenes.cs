using DefectVision.Imaging;

namespace DefectVision.Fixtures;

/// <summary>
/// Photos of goods of one kind: the same panel with the same buttons, each with its own cloth and its own folds. And what people do to photos. Written without the decoder's
/// library, so that a copy is one by its arithmetic.
/// </summary>
internal static class Scenes
{
    private const int Width = 240;
    private const int Height = 180;

    /// <summary>One piece; another number is another piece of the same kind, a little elsewhere under the camera.</summary>
    public static RgbImage Piece(int number)
    {
        var state = (uint)((number * 2654435761L) + 97);
        var cloth = Cloth(ref state);
        var (left, top) = (Next(ref state, 7) - 3, Next(ref state, 7) - 3);
        return Of(Width, Height, (x, y) =>
        {
            double value = 170 + cloth[(y * Width) + x];
            value -= x + left < 60 ? 25 : 0;
            for (var button = 0; button < 3; button++)
            {
                var (across, down) = (x + left - 30, y + top - 40 - (50 * button));
                value = (across * across) + (down * down) < 144 ? 70 : value;
            }

            return value;
        });
    }

    public static RgbImage Mirrored(RgbImage photo) => Of(photo.Width, photo.Height, (x, y) => Grey(photo, photo.Width - 1 - x, y));

    public static RgbImage UpsideDown(RgbImage photo) => Of(photo.Width, photo.Height, (x, y) => Grey(photo, photo.Width - 1 - x, photo.Height - 1 - y));

    public static RgbImage OnItsSide(RgbImage photo) => Of(photo.Height, photo.Width, (x, y) => Grey(photo, y, photo.Height - 1 - x));

    public static RgbImage Brighter(RgbImage photo) => Of(photo.Width, photo.Height, (x, y) => (Grey(photo, x, y) * 1.15) + 12);

    public static RgbImage Negative(RgbImage photo) => Of(photo.Width, photo.Height, (x, y) => 255 - Grey(photo, x, y));

    public static RgbImage Half(RgbImage photo) => Of(photo.Width / 2, photo.Height / 2, (x, y) =>
        (Grey(photo, 2 * x, 2 * y) + Grey(photo, (2 * x) + 1, 2 * y) + Grey(photo, 2 * x, (2 * y) + 1) + Grey(photo, (2 * x) + 1, (2 * y) + 1)) / 4);

    /// <param name="share">Of each side, taken off at the left and at the top.</param>
    public static RgbImage Cropped(RgbImage photo, double share)
    {
        var (left, top) = ((int)(share * photo.Width), (int)(share * photo.Height));
        return Of(photo.Width - left, photo.Height - top, (x, y) => Grey(photo, x + left, y + top));
    }

    /// <summary>Turned round its middle; where nothing was, there is black.</summary>
    public static RgbImage Turned(RgbImage photo, double degrees)
    {
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        var (midX, midY) = ((photo.Width - 1) / 2.0, (photo.Height - 1) / 2.0);
        return Of(photo.Width, photo.Height, (x, y) => Between(
            photo,
            midX + (cosine * (x - midX)) + (sine * (y - midY)),
            midY - (sine * (x - midX)) + (cosine * (y - midY))));
    }

    /// <summary>Seen through a lens out of focus: the average over a square.</summary>
    public static RgbImage Blurred(RgbImage photo, int reach) => Of(photo.Width, photo.Height, (x, y) =>
    {
        var sum = 0.0;
        for (var down = -reach; down <= reach; down++)
        {
            for (var across = -reach; across <= reach; across++)
            {
                sum += Grey(photo, Math.Clamp(x + across, 0, photo.Width - 1), Math.Clamp(y + down, 0, photo.Height - 1));
            }
        }

        return sum / (((2 * reach) + 1) * ((2 * reach) + 1));
    });

    public static RgbImage Dark(RgbImage photo) => Of(photo.Width, photo.Height, (x, y) => Grey(photo, x, y) / 5);

    public static RgbImage Burnt(RgbImage photo) => Of(photo.Width, photo.Height, (x, y) => Grey(photo, x, y) + 110);

    // Yarn of its own (noise of three widths), so that no two pieces share it.
    private static double[] Cloth(ref uint state)
    {
        var cloth = new double[Width * Height];
        foreach (var (step, strength) in new[] { (2, 10), (6, 8), (20, 10) })
        {
            var (columns, rows) = ((Width / step) + 2, (Height / step) + 2);
            var knots = new double[columns * rows];
            for (var at = 0; at < knots.Length; at++)
            {
                knots[at] = (Next(ref state, 2001) - 1000) / 1000.0 * strength;
            }

            for (var at = 0; at < cloth.Length; at++)
            {
                var (x, y) = ((double)(at % Width) / step, (double)(at / Width) / step);
                var (column, row) = ((int)x, (int)y);
                var (across, down) = (x - column, y - row);
                var knot = (row * columns) + column;
                cloth[at] += (((knots[knot] * (1 - across)) + (knots[knot + 1] * across)) * (1 - down))
                    + (((knots[knot + columns] * (1 - across)) + (knots[knot + columns + 1] * across)) * down);
            }
        }

        return cloth;
    }

    // Numerical Recipes, 7.1: a linear congruence, of which the upper bits are used.
    private static int Next(ref uint state, int below)
    {
        state = (state * 1664525) + 1013904223;
        return (int)(((ulong)state * (uint)below) >> 32);
    }

    private static RgbImage Of(int width, int height, Func<int, int, double> grey)
    {
        var picture = new RgbImage(width, height);
        for (var at = 0; at < width * height; at++)
        {
            picture.Bytes.AsSpan(3 * at, 3).Fill((byte)Math.Clamp(Math.Round(grey(at % width, at / width)), 0, 255));
        }

        return picture;
    }

    private static double Grey(RgbImage photo, int x, int y) => photo.Bytes[3 * ((y * photo.Width) + x)];

    private static double Between(RgbImage photo, double x, double y)
    {
        var (column, row) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (column < 0 || row < 0 || column >= photo.Width - 1 || row >= photo.Height - 1)
        {
            return 0;
        }

        var (across, down) = (x - column, y - row);
        return (((Grey(photo, column, row) * (1 - across)) + (Grey(photo, column + 1, row) * across)) * (1 - down))
            + (((Grey(photo, column, row + 1) * (1 - across)) + (Grey(photo, column + 1, row + 1) * across)) * down);
    }
}
