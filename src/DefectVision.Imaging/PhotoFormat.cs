namespace DefectVision.Imaging;

/// <summary>What the first bytes of a file say it is, whatever its name says.</summary>
public enum PhotoFormat
{
    /// <summary>No image format that we know.</summary>
    Unknown,
    Jpeg,
    Png,
    WebP,
    Bmp,

    /// <summary>Recognised from here on, and not read.</summary>
    Gif,
    Tiff,
    Heif,
    Avif,
    JpegXl,
    Jpeg2000,
    Photoshop,
    Svg,
}
