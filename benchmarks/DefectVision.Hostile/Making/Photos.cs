using ImageMagick;

namespace DefectVision.Hostile.Making;

/// <summary>Whole photos to make trouble of: those of the sample shipment, which this repository renders.</summary>
internal sealed class Photos
{
    private readonly byte[][] _originals;

    /// <param name="folder">Of JPEGs, at any depth.</param>
    public Photos(string folder)
    {
        ResourceLimits.Thread = 1;
        _originals = [.. Directory.GetFiles(folder, "*.jpg", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        Forms =
        [
            new("JPEG", ".jpg", Encoded(1, MagickFormat.Jpeg)),
            new("progressive JPEG", ".jpg", Encoded(2, MagickFormat.Jpeg, image => image.Settings.Interlace = Interlace.Plane)),
            new("PNG", ".png", Encoded(3, MagickFormat.Png)),
            new("interlaced PNG", ".png", Encoded(4, MagickFormat.Png, image => image.Settings.Interlace = Interlace.Png)),
            new("WebP", ".webp", Encoded(5, MagickFormat.WebP)),
            new("lossless WebP", ".webp", Encoded(6, MagickFormat.WebP, image => image.Settings.SetDefine(MagickFormat.WebP, "lossless", "true"))),
            new("BMP", ".bmp", Encoded(7, MagickFormat.Bmp3)),
            new("GIF", ".gif", Encoded(8, MagickFormat.Gif)),
            new("TIFF", ".tif", Encoded(9, MagickFormat.Tiff)),
            new("AVIF", ".avif", Encoded(10, MagickFormat.Avif)),
            new("HEIF", ".heic", AsHeif(Encoded(11, MagickFormat.Avif))),
        ];
    }

    /// <summary>A small photo in every format that is read, another one each.</summary>
    public IReadOnlyList<PhotoForm> Forms { get; }

    /// <summary>How many different photos there are.</summary>
    public int Count => _originals.Length;

    /// <summary>A photo as the sample has it; past the last they begin again.</summary>
    public byte[] Original(int number) => _originals[number % _originals.Length];

    /// <summary>A photo that no other number gives, as JPEG: past the last original the quality is another.</summary>
    public byte[] Fresh(int number) => Encoded(number, MagickFormat.Jpeg, image => image.Quality = (uint)(60 + (number / _originals.Length)), width: 240);

    /// <summary>A photo in another format.</summary>
    /// <param name="number">Of the photo.</param>
    /// <param name="format">Wanted.</param>
    /// <param name="alter">What is done to it before.</param>
    /// <param name="width">In pixels.</param>
    public byte[] Encoded(int number, MagickFormat format, Action<MagickImage>? alter = null, uint width = 160)
    {
        using var image = new MagickImage(Original(number)) { Quality = 80 };
        image.Resize(width, 0);
        alter?.Invoke(image);
        return image.ToByteArray(format);
    }

    // As phones keep photos, but coded as AV1 and not as HEVC: the library reads HEVC and writes none.
    private static byte[] AsHeif(byte[] avif)
    {
        var heif = (byte[])avif.Clone();
        "mif1"u8.CopyTo(heif.AsSpan(8));
        return heif;
    }
}
