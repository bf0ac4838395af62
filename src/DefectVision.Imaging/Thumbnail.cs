namespace DefectVision.Imaging;

/// <summary>A small upright picture of a photo, for the eye.</summary>
public static class Thumbnail
{
    /// <param name="path">The photo's file.</param>
    /// <param name="longSide">Longer side of the picture in pixels, at most.</param>
    /// <param name="quality">JPEG quality, 1 to 100.</param>
    /// <returns>A JPEG; null when the file is gone or can no longer be read.</returns>
    public static byte[]? Jpeg(string path, int longSide, int quality)
    {
        byte[] file;
        try
        {
            file = File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }

        using var reader = new PhotoReader(DecodeLimits.Default);
        return reader.ReadPicture(file, longSide).Picture?.ToJpeg(quality);
    }
}
