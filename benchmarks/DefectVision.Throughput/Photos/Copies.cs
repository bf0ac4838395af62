using System.Globalization;
using DefectVision.Imaging;
using DefectVision.Imaging.Likeness;
using DefectVision.Statistics;
using SkiaSharp;

namespace DefectVision.Throughput.Photos;

/// <summary>How many altered copies of photos are found to be the same shot, by kind of alteration, and how many pairs of different photos are.</summary>
internal static class Copies
{
    /// <summary>Photos of the folder that copies are made of.</summary>
    private const int Most = 60;

    private const int LongSide = 400;

    private static readonly (string Kind, Func<SKBitmap, byte[]> Make)[] Kinds =
    [
        ("JPEG 50", photo => Jpeg(photo, 50)),
        ("JPEG 30", photo => Jpeg(photo, 30)),
        ("three quarters", photo => Jpeg(Sized(photo, 0.75), 80)),
        ("half", photo => Jpeg(Sized(photo, 0.5), 80)),
        ("brighter", photo => Jpeg(Coloured(photo, 1.2f, 10), 85)),
        ("darker", photo => Jpeg(Coloured(photo, 0.8f, -10), 85)),
        ("mirrored", photo => Jpeg(Placed(photo, photo.Width, photo.Height, canvas => canvas.Scale(-1, 1, photo.Width / 2f, 0)), 85)),
        ("upside down", photo => Jpeg(Placed(photo, photo.Width, photo.Height, canvas => canvas.RotateDegrees(180, photo.Width / 2f, photo.Height / 2f)), 85)),
        ("turned 2 degrees", photo => Jpeg(Placed(photo, photo.Width, photo.Height, canvas => canvas.RotateDegrees(2, photo.Width / 2f, photo.Height / 2f)), 85)),
        ("turned -2 degrees", photo => Jpeg(Placed(photo, photo.Width, photo.Height, canvas => canvas.RotateDegrees(-2, photo.Width / 2f, photo.Height / 2f)), 85)),
        ("cropped 5 % (middle)", photo => Jpeg(Cropped(photo, 0.025, 0.025, 0.95), 85)),
        ("cropped 5 % (corner)", photo => Jpeg(Cropped(photo, 0.05, 0.05, 0.95), 85)),
        ("cropped 5 % each side", photo => Jpeg(Cropped(photo, 0.05, 0.05, 0.9), 85)),
    ];

    /// <param name="folder">Of photos of different goods, whole.</param>
    public static void Measure(string folder)
    {
        using var reader = new PhotoReader(DecodeLimits.Default);
        var photos = new List<(string Path, Fingerprint? Print)>();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(PhotoName.PromisesPhoto).Order(StringComparer.Ordinal))
        {
            var (reading, _) = reader.ReadPicture(File.ReadAllBytes(path), LongSide);
            photos.Add((path, reading is PhotoReading.Readable ? reader.Look().Print : null));
        }

        var search = new LikenessSearch([.. photos.Select(photo => photo.Print)]);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var pairs = Enumerable.Range(0, photos.Count).SelectMany(one => search.Before(one).Select(other => (other, one))).ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"photos: {photos.Count}; pairs taken for one shot: {pairs.Count} ({1000.0 * pairs.Count / Math.Max(1, photos.Count):0.0} in 1,000 photos); search {1000 * watch.Elapsed.TotalSeconds / Math.Max(1, photos.Count):0.00} ms a photo"));
        foreach (var (one, other) in pairs.Take(12))
        {
            Console.WriteLine($"  {Path.GetFileName(photos[one].Path)} and {Path.GetFileName(photos[other].Path)}");
        }

        var random = new PinnedGenerator(1, 1);
        var chosen = Enumerable.Range(0, photos.Count).Where(one => photos[one].Print is not null).OrderBy(_ => random.NextInt(int.MaxValue)).Take(Most).ToList();
        foreach (var (kind, make) in Kinds)
        {
            var found = chosen.Count(one => Print(reader, make, photos[one].Path) is { } print && search.Alike(print).Contains(one));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind,-24} {found} of {chosen.Count}, {100.0 * found / Math.Max(1, chosen.Count):0.0} %"));
        }
    }

    private static Fingerprint? Print(PhotoReader reader, Func<SKBitmap, byte[]> make, string path)
    {
        using var photo = SKBitmap.Decode(path);
        _ = reader.ReadPicture(make(photo), LongSide);
        return reader.Look().Print;
    }

    private static byte[] Jpeg(SKBitmap photo, int quality)
    {
        using var data = photo.Encode(SKEncodedImageFormat.Jpeg, quality);
        return data.ToArray();
    }

    private static SKBitmap Sized(SKBitmap photo, double scale) =>
        photo.Resize(new SKSizeI((int)(photo.Width * scale), (int)(photo.Height * scale)), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));

    private static SKBitmap Cropped(SKBitmap photo, double left, double top, double share) =>
        Placed(photo, (int)(photo.Width * share), (int)(photo.Height * share), canvas => canvas.Translate(-(int)(left * photo.Width), -(int)(top * photo.Height)));

    private static SKBitmap Coloured(SKBitmap photo, float gain, float offset) => Placed(photo, photo.Width, photo.Height, _ => { }, SKColorFilter.CreateColorMatrix(
        [gain, 0, 0, 0, offset / 255, 0, gain, 0, 0, offset / 255, 0, 0, gain, 0, offset / 255, 0, 0, 0, 1, 0]));

    private static SKBitmap Placed(SKBitmap photo, int width, int height, Action<SKCanvas> place, SKColorFilter? colours = null)
    {
        var placed = new SKBitmap(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(placed);
        canvas.Clear(SKColors.Black);
        place(canvas);
        using var image = SKImage.FromBitmap(photo);
        using var paint = new SKPaint { ColorFilter = colours };
        canvas.DrawImage(image, 0, 0, new SKSamplingOptions(SKCubicResampler.Mitchell), paint);
        return placed;
    }
}
