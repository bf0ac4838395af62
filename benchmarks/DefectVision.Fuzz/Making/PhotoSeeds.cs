using DefectVision.Imaging;
using ImageMagick;

namespace DefectVision.Fuzz.Making;

/// <summary>Small photos of a made-up scene in every format that is read, with what their files say beside the picture.</summary>
internal static class PhotoSeeds
{
    private const int Width = 40;
    private const int Height = 24;

    /// <summary>A JPEG.</summary>
    public static byte[] Small { get; } = Scene().ToJpeg(80);

    /// <summary>By file name.</summary>
    public static IEnumerable<(string Name, byte[] File)> All()
    {
        yield return ("baseline.jpg", Small);
        yield return ("progressive.jpg", Written(MagickFormat.Jpeg, image => image.Settings.Interlace = Interlace.Jpeg));
        yield return ("exif.jpg", Written(MagickFormat.Jpeg, Told));
        yield return ("grey.jpg", Written(MagickFormat.Jpeg, image => image.ColorType = ColorType.Grayscale));
        yield return ("profile.jpg", Written(MagickFormat.Jpeg, image => image.SetProfile(ColorProfiles.AdobeRGB1998)));
        yield return ("restarts.jpg", Written(MagickFormat.Jpeg, image => image.Settings.SetDefine("jpeg:restart-interval", "2")));
        yield return ("exif.png", Written(MagickFormat.Png, Told));
        yield return ("palette.png", Written(MagickFormat.Png8, image => image.ColorType = ColorType.Palette));
        yield return ("lossy.webp", Written(MagickFormat.WebP, Told));
        yield return ("lossless.webp", Written(MagickFormat.WebP, image => image.Settings.SetDefine("webp:lossless", "true")));
        yield return ("plain.bmp", Written(MagickFormat.Bmp3, _ => { }));
        yield return ("plain.gif", Written(MagickFormat.Gif, _ => { }));
        yield return ("plain.tiff", Written(MagickFormat.Tiff, Told));
        yield return ("plain.avif", Written(MagickFormat.Avif, Told));
    }

    private static byte[] Written(MagickFormat format, Action<MagickImage> change)
    {
        using var image = new MagickImage(Small);
        image.Settings.SetDefine("png:exclude-chunks", "date,tIME");
        change(image);
        return image.ToByteArray(format);
    }

    private static void Told(MagickImage image)
    {
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.Make, "Maker");
        exif.SetValue(ExifTag.Model, "Maker M-1");
        exif.SetValue(ExifTag.Orientation, (ushort)6);
        exif.SetValue(ExifTag.DateTimeOriginal, "2026:11:20 09:30:00");
        exif.SetValue(ExifTag.OffsetTimeOriginal, "+08:00");
        exif.SetValue(ExifTag.SerialNumber, "12345678");
        exif.SetValue(ExifTag.GPSLatitudeRef, "N");
        exif.SetValue(ExifTag.GPSLatitude, [new Rational(31), new Rational(13), new Rational(49)]);
        image.SetProfile(exif);
    }

    // A ground that grows brighter, with noise and a dark spot: no row of it is even.
    private static RgbImage Scene()
    {
        var picture = new RgbImage(Width, Height);
        uint state = 12345;
        for (var at = 0; at < picture.Bytes.Length; at++)
        {
            state = (state * 1664525) + 1013904223;
            var (x, y) = (at / 3 % Width, at / 3 / Width);
            picture.Bytes[at] = (byte)(((x - 20) * (x - 20)) + ((y - 12) * (y - 12)) < 30 ? 20 : 90 + (3 * x) + (int)(state >> 29));
        }

        return picture;
    }
}
