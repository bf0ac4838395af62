namespace DefectVision.Imaging;

/// <summary>What a file's name promises. Its content has the last word.</summary>
public static class PhotoName
{
    private static readonly HashSet<string> Endings = new(StringComparer.OrdinalIgnoreCase)
    {
        ".jpg", ".jpeg", ".jpe", ".jfif", ".png", ".webp", ".bmp",
        ".gif", ".tif", ".tiff", ".heic", ".heif", ".avif", ".jxl", ".jp2", ".dng", ".cr2", ".cr3", ".nef", ".arw", ".orf", ".rw2", ".raf", ".pef", ".srw",
    };

    /// <summary>True for the endings that cameras and phones give to photos, read or not.</summary>
    public static bool PromisesPhoto(string name) => Endings.Contains(Path.GetExtension(name));
}
