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

    /// <summary>From here on read on machines that <see cref="FormatSniffer.IsRead"/> says.</summary>
    Heif,
    Avif,
    Tiff,
    Gif,

    /// <summary>Recognised from here on, and not read: what a camera's sensor saw, before it was made a photo.</summary>
    Raw,
    JpegXl,
    Jpeg2000,
    Photoshop,
    Svg,
}
