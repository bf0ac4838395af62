using ImageMagick;

namespace DefectVision.Hostile.Making;

/// <summary>Whole photos of every kind of colour, depth, sampling and layout: none of them may be lost, and none ends a run.</summary>
internal static class Colours
{
    public static void Put(Shelf shelf, Photos photos)
    {
        var number = 0;
        foreach (var (name, format, alter) in Kinds())
        {
            shelf.Put("colour kind", $"colours/{name}", photos.Encoded(80 + number++, format, alter));
        }

        foreach (var (depth, colour) in new (byte, byte)[] { (1, 0), (2, 0), (4, 0), (16, 0), (8, 4), (16, 4), (16, 2), (16, 6), (8, 6), (8, 3), (7, 2), (32, 6) })
        {
            foreach (var isInterlaced in (bool[])[false, true])
            {
                shelf.Put("colour kind", FormattableString.Invariant($"colours/{depth} bits of type {colour}{(isInterlaced ? ", interlaced" : string.Empty)}.png"), PngFile.Of(64, 64, depth, colour, PngFile.PackedZeros(64 * 520), isInterlaced));
            }
        }
    }

    private static IEnumerable<(string Name, MagickFormat Format, Action<MagickImage> Alter)> Kinds()
    {
        foreach (var space in (ColorSpace[])[ColorSpace.Gray, ColorSpace.CMYK, ColorSpace.YCbCr, ColorSpace.Lab])
        {
            yield return ($"{space}.jpg", MagickFormat.Jpeg, image => image.ColorSpace = space);
            yield return ($"{space}.tif", MagickFormat.Tiff, image => image.ColorSpace = space);
        }

        foreach (var sampling in (string[])["1x1", "2x1", "1x2", "2x2", "4x1"])
        {
            yield return ($"sampled {sampling}.jpg", MagickFormat.Jpeg, image => image.Settings.SetDefine(MagickFormat.Jpeg, "sampling-factor", sampling));
        }

        yield return ("arithmetic.jpg", MagickFormat.Jpeg, image => image.Settings.SetDefine(MagickFormat.Jpeg, "arithmetic-coding", "true"));
        yield return ("quality 1.jpg", MagickFormat.Jpeg, image => image.Quality = 1);
        yield return ("quality 100.jpg", MagickFormat.Jpeg, image => image.Quality = 100);
        yield return ("wide colours.jpg", MagickFormat.Jpeg, image => image.TransformColorSpace(ColorProfiles.SRGB, ColorProfiles.AdobeRGB1998));
        foreach (var format in (MagickFormat[])[MagickFormat.Png, MagickFormat.WebP, MagickFormat.Tiff, MagickFormat.Gif, MagickFormat.Avif])
        {
            yield return ($"see-through.{Ending(format)}", format, image => image.Alpha(AlphaAction.Set));
            yield return ($"all see-through.{Ending(format)}", format, image => image.Evaluate(Channels.Alpha, EvaluateOperator.Set, 0));
            yield return ($"negative.{Ending(format)}", format, image => image.Negate());
        }

        foreach (var type in (ColorType[])[ColorType.Bilevel, ColorType.Grayscale, ColorType.Palette, ColorType.PaletteAlpha, ColorType.TrueColorAlpha])
        {
            yield return ($"{type}.png", MagickFormat.Png, image => image.ColorType = type);
            yield return ($"{type}.tif", MagickFormat.Tiff, image => image.ColorType = type);
        }

        foreach (var compression in (CompressionMethod[])[CompressionMethod.NoCompression, CompressionMethod.LZW, CompressionMethod.Zip, CompressionMethod.RLE, CompressionMethod.JPEG, CompressionMethod.Group4])
        {
            yield return ($"packed by {compression}.tif", MagickFormat.Tiff, image => image.Settings.Compression = compression);
        }
    }

    private static string Ending(MagickFormat format) => format == MagickFormat.Tiff ? "tif" : format.ToString().ToLowerInvariant();
}
