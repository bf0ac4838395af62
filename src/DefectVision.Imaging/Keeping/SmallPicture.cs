namespace DefectVision.Imaging.Keeping;

/// <summary>How large a picture for the eye is at most: thousands of them are kept, and a report carries hundreds.</summary>
public static class SmallPicture
{
    /// <summary>Of its longer side, in pixels.</summary>
    public const int LongSide = 400;

    /// <summary>Of its file.</summary>
    public const int MostBytes = 64 * 1024;

    // The first is good to look at and enough for nearly every photo; only noise needs the others.
    private static readonly int[] Qualities = [76, 50, 25, 10, 1];

    /// <summary>The picture as a JPEG of at most <see cref="MostBytes"/>, at the best quality that keeps to it.</summary>
    /// <param name="picture">At most <see cref="LongSide"/> a side.</param>
    public static byte[] ToJpeg(RgbImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Math.Max(picture.Width, picture.Height), LongSide);
        byte[] jpeg = [];
        foreach (var quality in Qualities)
        {
            jpeg = picture.ToJpeg(quality);
            if (jpeg.Length <= MostBytes)
            {
                break;
            }
        }

        return jpeg;
    }
}
