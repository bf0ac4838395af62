using SkiaSharp;

namespace DefectVision.Imaging.Tests;

/// <summary>Small photos made on the spot, each in a stated format.</summary>
internal static class Pictures
{
    /// <summary>Left half red, right half blue, with a green upper left quarter: every turn of it looks different.</summary>
    public static SKBitmap Flag(int width, int height)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                bitmap.SetPixel(x, y, x >= width / 2 ? SKColors.Blue : y < height / 2 ? SKColors.Lime : SKColors.Red);
            }
        }

        return bitmap;
    }

    /// <summary>A picture with something in every pixel, so that its file is long.</summary>
    public static SKBitmap Noise(int width, int height)
    {
        var bitmap = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        uint state = 12345;
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                state = (state * 1664525) + 1013904223;
                bitmap.SetPixel(x, y, new SKColor((byte)(state >> 24), (byte)(state >> 16), (byte)(state >> 8)));
            }
        }

        return bitmap;
    }

    public static byte[] Encode(SKBitmap bitmap, string format)
    {
        if (format == "bmp")
        {
            return Bmp(bitmap);
        }

        using var data = bitmap.Encode(
            format switch { "jpeg" => SKEncodedImageFormat.Jpeg, "png" => SKEncodedImageFormat.Png, _ => SKEncodedImageFormat.Webp },
            90);
        return data.ToArray();
    }

    /// <summary>The JPEG with an EXIF block that holds nothing but an orientation (EXIF 2.32, tag 0x0112).</summary>
    public static byte[] WithOrientation(byte[] jpeg, byte orientation)
    {
        byte[] exif =
        [
            0xFF, 0xE1, 0, 34, (byte)'E', (byte)'x', (byte)'i', (byte)'f', 0, 0, (byte)'M', (byte)'M', 0, 42, 0, 0, 0, 8,
            0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0,
        ];
        return [.. jpeg[..2], .. exif, .. jpeg[2..]];
    }

    private static byte[] Bmp(SKBitmap bitmap)
    {
        var stride = ((bitmap.Width * 3) + 3) & ~3;
        var file = new byte[54 + (stride * bitmap.Height)];
        file[0] = (byte)'B';
        file[1] = (byte)'M';
        BitConverter.TryWriteBytes(file.AsSpan(2), file.Length);
        BitConverter.TryWriteBytes(file.AsSpan(10), 54);
        BitConverter.TryWriteBytes(file.AsSpan(14), 40);
        BitConverter.TryWriteBytes(file.AsSpan(18), bitmap.Width);
        BitConverter.TryWriteBytes(file.AsSpan(22), bitmap.Height);
        file[26] = 1;
        file[28] = 24;
        for (var y = 0; y < bitmap.Height; y++)
        {
            for (var x = 0; x < bitmap.Width; x++)
            {
                var colour = bitmap.GetPixel(x, bitmap.Height - 1 - y);
                var at = 54 + (y * stride) + (x * 3);
                (file[at], file[at + 1], file[at + 2]) = (colour.Blue, colour.Green, colour.Red);
            }
        }

        return file;
    }
}
