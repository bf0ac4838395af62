namespace DefectVision.Imaging.Decoding;

/// <summary>EXIF orientation 1 to 8 (EXIF 2.32, tag 0x0112) as an index map from the stored grid to the upright one.</summary>
internal static class Orientation
{
    /// <summary>True when the upright photo's width is the stored height.</summary>
    public static bool SwapsSides(int orientation) => orientation >= 5;

    /// <summary>The pixels of the stored grid that a window of the upright photo covers, to whole pixels.</summary>
    /// <param name="width">Of the stored grid.</param>
    /// <param name="height">Of the stored grid.</param>
    public static PixelArea Stored(int orientation, Window window, int width, int height)
    {
        double left = window.Left, top = window.Top, right = 1 - window.Left - window.Width, bottom = 1 - window.Top - window.Height;
        var (fromLeft, fromTop, fromRight, fromBottom) = orientation switch
        {
            2 => (right, top, left, bottom),
            3 => (right, bottom, left, top),
            4 => (left, bottom, right, top),
            5 => (top, left, bottom, right),
            6 => (top, right, bottom, left),
            7 => (bottom, right, top, left),
            8 => (bottom, left, top, right),
            _ => (left, top, right, bottom),
        };
        int x = Math.Min(Cells(fromLeft, width), width - 1), y = Math.Min(Cells(fromTop, height), height - 1);
        return new PixelArea(x, y, Math.Max(1, width - x - Cells(fromRight, width)), Math.Max(1, height - y - Cells(fromBottom, height)));

        static int Cells(double share, int side) => (int)Math.Round(Math.Max(0, share) * side);
    }

    /// <summary>Index in the upright plane of the stored pixel (x, y) of a grid of the given stored size.</summary>
    public static int UprightIndex(int orientation, int x, int y, int width, int height) => orientation switch
    {
        2 => (y * width) + (width - 1 - x),
        3 => ((height - 1 - y) * width) + (width - 1 - x),
        4 => ((height - 1 - y) * width) + x,
        5 => (x * height) + y,
        6 => (x * height) + (height - 1 - y),
        7 => ((width - 1 - x) * height) + (height - 1 - y),
        8 => ((width - 1 - x) * height) + y,
        _ => (y * width) + x,
    };
}
