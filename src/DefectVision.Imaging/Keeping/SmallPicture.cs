namespace DefectVision.Imaging.Keeping;

/// <summary>How large a picture for the eye is at most: thousands of them are kept, and a report carries hundreds.</summary>
public static class SmallPicture
{
    /// <summary>Of its longer side, in pixels.</summary>
    public const int LongSide = 400;

    /// <summary>Of its file.</summary>
    public const int MostBytes = 64 * 1024;

    /// <summary>Longer side of a photo that a report shows over half a page, in pixels: about 240 a printed inch.</summary>
    public const int LargeSide = 800;

    /// <summary>Of the file of such a photo.</summary>
    public const int MostLargeBytes = 160 * 1024;

    // The first is good to look at and enough for nearly every photo; only noise needs the others.
    private static readonly int[] Qualities = [76, 50, 25, 10, 1];

    /// <summary>
    /// The picture as a JPEG of at most <see cref="MostBytes"/>, beyond <see cref="LongSide"/> of at most <see cref="MostLargeBytes"/>, at the best
    /// quality that keeps to it.
    /// </summary>
    /// <param name="picture">At most <see cref="LargeSide"/> a side.</param>
    public static byte[] ToJpeg(RgbImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(picture.Width, picture.Height), LargeSide);
        var most = Math.Max(picture.Width, picture.Height) > LongSide ? MostLargeBytes : MostBytes;
        byte[] jpeg = [];
        foreach (var quality in Qualities)
        {
            jpeg = picture.ToJpeg(quality);
            if (jpeg.Length <= most)
            {
                break;
            }
        }

        return jpeg;
    }
}
