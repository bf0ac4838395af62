using ImageMagick;
using ImageMagick.Drawing;

namespace DefectVision.PhoneShipment;

/// <summary>A photo with its capture data, and what phones and messengers make of it.</summary>
internal sealed class PhonePhoto : IDisposable
{
    private const int ModulePixels = 5;
    private readonly MagickImage _image;

    private PhonePhoto(MagickImage image) => _image = image;

    /// <summary>The photo of a file as if a phone had taken it at a time in Ningbo.</summary>
    /// <param name="path">Of a clean photo.</param>
    /// <param name="make">Of the phone.</param>
    /// <param name="model">Of the phone.</param>
    /// <param name="time">As EXIF writes it.</param>
    public static PhonePhoto Taken(string path, string make, string model, string time)
    {
        ResourceLimits.Thread = 1;
        var image = new MagickImage(path);
        var exif = new ExifProfile();
        exif.SetValue(ExifTag.Make, make);
        exif.SetValue(ExifTag.Model, model);
        exif.SetValue(ExifTag.DateTimeOriginal, time);
        exif.SetValue(ExifTag.OffsetTimeOriginal, "+08:00");
        exif.SetValue(ExifTag.GPSLatitudeRef, "N");
        exif.SetValue(ExifTag.GPSLatitude, [new Rational(29), new Rational(52), new Rational(30)]);
        exif.SetValue(ExifTag.GPSLongitudeRef, "E");
        exif.SetValue(ExifTag.GPSLongitude, [new Rational(121), new Rational(33), new Rational(0)]);
        image.SetProfile(exif);
        return new PhonePhoto(image);
    }

    /// <summary>A carton's label with bars one above the other.</summary>
    public static byte[] Label(params bool[][] symbols)
    {
        using var image = new MagickImage(new MagickColor("#c8a878"), 1200, 900);
        new Drawables().FillColor(MagickColors.White).Rectangle(100, 100, 1100, 800).Draw(image);
        for (var at = 0; at < symbols.Length; at++)
        {
            var (left, top) = ((1200 - (ModulePixels * symbols[at].Length)) / 2, 160 + (320 * at));
            for (var module = 0; module < symbols[at].Length; module++)
            {
                if (symbols[at][module])
                {
                    var x = left + (ModulePixels * module);
                    new Drawables().FillColor(MagickColors.Black).Rectangle(x, top, x + ModulePixels - 1, top + 240).Draw(image);
                }
            }
        }

        return Encoded(image, MagickFormat.Jpeg, 92);
    }

    /// <summary>As the phone's app for editing leaves it.</summary>
    public byte[] Edited()
    {
        using var edited = new MagickImage(_image);
        edited.BrightnessContrast(new Percentage(5), new Percentage(5));
        return Encoded(edited, MagickFormat.Jpeg, 92);
    }

    /// <summary>The middle of it, larger.</summary>
    public byte[] CloseUp()
    {
        using var part = new MagickImage(_image);
        part.Crop(part.Width / 3, part.Height / 3, Gravity.Center);
        part.ResetPage();
        part.Resize(_image.Width, _image.Height);
        return Encoded(part, MagickFormat.Jpeg, 92);
    }

    public byte[] ToJpeg() => Encoded(_image, MagickFormat.Jpeg, 92);

    /// <summary>As iPhones keep photos, but coded as AV1 and not as HEVC: the library reads HEVC and writes none.</summary>
    public byte[] ToHeif() => Encoded(_image, MagickFormat.Avif, 80);

    /// <summary>A JPEG in Adobe RGB (1998), which holds more colours than sRGB, as phones write Display P3; the profile says which, unless somebody took it away.</summary>
    public byte[] ToWideColours(bool keepsProfile)
    {
        using var wide = new MagickImage(_image);
        wide.TransformColorSpace(ColorProfiles.SRGB, ColorProfiles.AdobeRGB1998);
        if (!keepsProfile)
        {
            wide.RemoveProfile("icc");
        }

        return Encoded(wide, MagickFormat.Jpeg, 92);
    }

    /// <summary>What a messenger sends on: three quarters of the size, coarser, without capture data.</summary>
    public byte[] Messaged()
    {
        using var small = new MagickImage(_image);
        small.Resize(new Percentage(75));
        small.Strip();
        return Encoded(small, MagickFormat.Jpeg, 70);
    }

    public void Dispose() => _image.Dispose();

    private static byte[] Encoded(MagickImage image, MagickFormat format, uint quality)
    {
        using var copy = new MagickImage(image) { Quality = quality };
        return copy.ToByteArray(format);
    }
}
