namespace DefectVision.Imaging;

/// <summary>A small upright picture of a photo, for the eye.</summary>
public static class Thumbnail
{
    /// <param name="file">All bytes of the photo's file.</param>
    /// <param name="longSide">Longer side of the picture in pixels, at most.</param>
    /// <returns>Null when the photo cannot be read.</returns>
    public static RgbImage? Of(ReadOnlySpan<byte> file, int longSide)
    {
        using var reader = new PhotoReader(DecodeLimits.Default);
        return reader.ReadPicture(file, longSide).Picture;
    }
}
