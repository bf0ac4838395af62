namespace DefectVision.Imaging;

/// <summary>A small upright picture of a photo, for the eye.</summary>
public static class Thumbnail
{
    /// <param name="file">All bytes of the photo's file.</param>
    /// <param name="longSide">Longer side of the picture in pixels, at most.</param>
    /// <param name="quality">JPEG quality, 1 to 100.</param>
    /// <returns>A JPEG; null when the photo cannot be read.</returns>
    public static byte[]? Jpeg(ReadOnlySpan<byte> file, int longSide, int quality)
    {
        using var reader = new PhotoReader(DecodeLimits.Default);
        return reader.ReadPicture(file, longSide).Picture?.ToJpeg(quality);
    }
}
