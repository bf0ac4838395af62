namespace DefectVision.Imaging;

/// <summary>What a photo may be at most, checked on the header before memory is taken for its pixels.</summary>
/// <param name="MaxBytes">Size of the file.</param>
/// <param name="MaxSide">Longer side in pixels.</param>
/// <param name="MaxPixels">Of what is decoded, at four bytes a pixel: the whole photo, or the fraction that a large JPEG is decoded at. What the decoder of a format holds besides counts, too.</param>
/// <param name="MinSide">Shorter side in pixels; below it there is nothing to judge.</param>
public sealed record DecodeLimits(long MaxBytes, int MaxSide, long MaxPixels, int MinSide)
{
    /// <summary>Beyond this a single photo would take more than 2 GiB.</summary>
    public const long MostPixels = 500_000_000;

    /// <summary>128 MiB, 30,000 px a side, 84 megapixels (336 MB; a phone's JPEG of 200 fits, for it is decoded at an eighth), at least 16 px.</summary>
    public static DecodeLimits Default { get; } = new(128L << 20, 30_000, 84_000_000, 16);
}
