using SkiaSharp;

namespace DefectVision.Imaging;

/// <summary>An 8-bit RGB picture in memory: rows from the top, pixels from the left, three interleaved bytes (red, green, blue) a pixel, sRGB.</summary>
public sealed class RgbImage
{
    /// <exception cref="ArgumentOutOfRangeException">A side is smaller than 1 pixel.</exception>
    public RgbImage(int width, int height)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        Width = width;
        Height = height;
        Bytes = new byte[checked(width * height * 3)];
    }

    public int Width { get; }

    public int Height { get; }

    /// <summary><c>Width * Height * 3</c> bytes; the caller may write them.</summary>
    public byte[] Bytes { get; }

    /// <summary>The picture as a baseline JPEG.</summary>
    /// <param name="quality">1 to 100.</param>
    public byte[] ToJpeg(int quality)
    {
        if (quality is not (>= 1 and <= 100))
        {
            throw new ArgumentOutOfRangeException(nameof(quality), quality, "found a JPEG quality outside 1 to 100");
        }

        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var target = bitmap.GetPixelSpan();
        for (int from = 0, to = 0; from < Bytes.Length; from += 3, to += 4)
        {
            target[to] = Bytes[from];
            target[to + 1] = Bytes[from + 1];
            target[to + 2] = Bytes[from + 2];
            target[to + 3] = byte.MaxValue;
        }

        using var data = bitmap.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }

    /// <summary>The picture as a JPEG of that quality shows it.</summary>
    /// <param name="quality">1 to 100.</param>
    public RgbImage Compressed(int quality)
    {
        using var bitmap = SKBitmap.Decode(ToJpeg(quality), new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        var compressed = new RgbImage(Width, Height);
        var source = bitmap.GetPixelSpan();
        for (int from = 0, to = 0; to < compressed.Bytes.Length; from += 4, to += 3)
        {
            source.Slice(from, 3).CopyTo(compressed.Bytes.AsSpan(to));
        }

        return compressed;
    }
}
