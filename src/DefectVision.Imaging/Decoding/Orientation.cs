namespace DefectVision.Imaging.Decoding;

/// <summary>EXIF orientation 1 to 8 (EXIF 2.32, tag 0x0112) as an index map from the stored grid to the upright one.</summary>
internal static class Orientation
{
    /// <summary>True when the upright photo's width is the stored height.</summary>
    public static bool SwapsSides(int orientation) => orientation >= 5;

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
