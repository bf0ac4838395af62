using System.IO.Compression;
using ImageMagick;

namespace DefectVision.Hostile.Making;

/// <summary>
/// Small files that want much: pictures of 40 and 81 megapixels in every format, whole so that a reader has to decode them, text and profiles that unpack to half a gigabyte,
/// thousands of scans, zips in zips. Of each picture there are several, with names that follow each other, so that workers meet them at the same time.
/// </summary>
internal static class Bombs
{
    private const long HalfAGigabyte = 512L << 20;

    private const int Together = 3;

    public static void Put(Shelf shelf, Photos photos)
    {
        foreach (var (name, side, make) in Pictures())
        {
            var bytes = make((uint)side);
            for (var copy = 0; copy < Together; copy++)
            {
                // Behind the picture's end a byte more for each: not the same file twice.
                shelf.Put("bomb", FormattableString.Invariant($"bombs/{side} {copy} {name}"), [.. bytes, .. new byte[copy]]);
            }
        }

        var big = PngFile.PackedZeros(HalfAGigabyte);
        var pixels = PngFile.PackedZeros(401 * 100);
        foreach (var (type, head) in new (string, byte[])[] { ("zTXt", [.. "k\0\0"u8]), ("iTXt", [.. "k\0\x01\0\0\0"u8]), ("iCCP", [.. "icc\0\0"u8]) })
        {
            var chunk = PngFile.Chunk(System.Text.Encoding.ASCII.GetBytes(type), [.. head, .. big]);
            shelf.Put("bomb", $"bombs/{type}.png", PngFile.Of(100, 100, 8, 6, pixels, false, chunk));
            shelf.Put("bomb", $"bombs/{type} ten times.png", PngFile.Of(100, 100, 8, 6, pixels, false, [.. Enumerable.Repeat(chunk, 10)]));
        }

        shelf.Put("bomb", "bombs/more data than rows.png", PngFile.Of(100, 100, 8, 2, big));
        shelf.Put("bomb", "bombs/many scans.jpg", WithScans(photos.Forms[1].Bytes, 20_000));
        shelf.Put("bomb", "bombs/many scans of a large one.jpg", WithScans(Plain(MagickFormat.Jpeg, 6_000, image => image.Settings.Interlace = Interlace.Plane), 500));
        PutSparse(shelf, photos);
        PutZips(shelf, photos);
    }

    private static IEnumerable<(string Name, int Side, Func<uint, byte[]> Make)> Pictures()
    {
        foreach (var side in (int[])[6_300, 9_000])
        {
            yield return ("grey.png", side, width => PngFile.Of(width, width, 8, 0, PngFile.PackedZeros((long)(width + 1) * width)));
            yield return ("of 16 bits with alpha.png", side, width => PngFile.Of(width, width, 16, 6, PngFile.PackedZeros(((8L * width) + 1) * width)));
            yield return ("interlaced.png", side, width => PngFile.Of(width, width, 8, 2, PngFile.PackedZeros(((3L * width) + 8) * width * 2), isInterlaced: true));
            yield return ("plain.jpg", side, width => Plain(MagickFormat.Jpeg, width));
            yield return ("progressive.jpg", side, width => Plain(MagickFormat.Jpeg, width, image => image.Settings.Interlace = Interlace.Plane));
            yield return ("lossy.webp", side, width => Plain(MagickFormat.WebP, width, image => image.Settings.SetDefine(MagickFormat.WebP, "method", "0")));
            yield return ("lossless.webp", side, width => Plain(MagickFormat.WebP, width, image =>
            {
                image.Settings.SetDefine(MagickFormat.WebP, "lossless", "true");
                image.Settings.SetDefine(MagickFormat.WebP, "method", "0");
            }));
            yield return ("even.gif", side, width => Plain(MagickFormat.Gif, width));
            yield return ("packed.tif", side, width => Plain(MagickFormat.Tiff, width, image => image.Settings.Compression = CompressionMethod.Zip));
            yield return ("even.avif", side, width => Plain(MagickFormat.Avif, width, image => image.Settings.SetDefine(MagickFormat.Heic, "speed", "9")));
        }
    }

    // Grey of one tone, but for a corner: not all of it is what missing data looks like.
    private static byte[] Plain(MagickFormat format, uint side, Action<MagickImage>? alter = null)
    {
        using var image = new MagickImage(new MagickColor("#5a6b7c"), side, side) { Quality = 30 };
        alter?.Invoke(image);
        return image.ToByteArray(format);
    }

    // The last scan again and again: a reader that obeys decodes the whole picture each time.
    private static byte[] WithScans(byte[] progressive, int count)
    {
        var last = progressive.AsSpan().LastIndexOf((ReadOnlySpan<byte>)[0xFF, 0xDA]);
        var scan = progressive.AsSpan(last, progressive.Length - last - 2).ToArray();
        return [.. progressive.AsSpan(0, last), .. Enumerable.Repeat(scan, count).SelectMany(bytes => bytes), .. progressive.AsSpan(progressive.Length - 2)];
    }

    // Files of gigabytes that take no room: a photo, and then nothing.
    private static void PutSparse(Shelf shelf, Photos photos)
    {
        foreach (var (name, length) in new (string, long)[] { ("at the limit 1.jpg", 128L << 20), ("at the limit 2.png", 128L << 20), ("at the limit 3.bmp", 128L << 20), ("at the limit 4.tif", 128L << 20), ("at the limit 5", 128L << 20), ("a byte more.jpg", (128L << 20) + 1), ("3 GiB.jpg", 3L << 30), ("3 GiB.dat", 3L << 30), ("3 GiB.zip", 3L << 30) })
        {
            var form = photos.Forms.FirstOrDefault(form => name.EndsWith(form.Ending, StringComparison.Ordinal)) ?? photos.Forms[0];
            using var file = new FileStream(shelf.Put("sparse file", $"sparse/{name}", name.EndsWith(".dat", StringComparison.Ordinal) ? [] : form.Bytes), FileMode.Open);
            file.SetLength(length);
        }
    }

    private static void PutZips(Shelf shelf, Photos photos)
    {
        shelf.Put("zip", "zips/bomb.zip", Zipped([("1.jpg", new byte[200 << 20])]));
        shelf.Put("zip", "zips/many bombs.zip", Zipped([.. Enumerable.Range(0, 30).Select(number => (FormattableString.Invariant($"{number}.jpg"), new byte[10 << 20]))]));
        shelf.Put("zip", "zips/leads out.zip", Zipped([("../../../out.jpg", photos.Original(1))]));
        shelf.Put("zip", "zips/twice.zip", Zipped([("a.jpg", photos.Original(1)), ("a.jpg", photos.Original(2))]));
        shelf.Put("zip", "zips/broken.zip", Zipped([("a.jpg", photos.Original(1)), ("b.jpg", photos.Original(2))]).AsSpan(0, 20_000));
        shelf.Put("zip", "zips/no zip.zip", photos.Original(3));
        shelf.Put("zip", "zips/empty.zip", []);
        shelf.Put("zip", "zips/without photos.zip", Zipped([("a.txt", new byte[10])]));
        shelf.Put("zip", "zips/whole.zip", Zipped([("a_front.jpg", photos.Fresh(2001)), ("b_front.jpg", photos.Fresh(2002)), ("inner.zip", Zipped([("c_front.jpg", photos.Fresh(2003))]))]));
        foreach (var inner in (string[])["a_front.jpg", "b_front.jpg", "inner.zip"])
        {
            shelf.Expect($"zips/whole/{inner}");
        }
    }

    private static byte[] Zipped(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var zipped = new MemoryStream();
        using (var zip = new ZipArchive(zipped, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(content);
            }
        }

        return zipped.ToArray();
    }
}
