using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DefectVision.Fixtures;
using SkiaSharp;

namespace DefectVision.Imaging.Tests.Withholding;

/// <summary>Photos of noise in every format that is copied, and the parts that a file of the format can be given (T.81, annex B; ISO/IEC 15948, section 5; RFC 9649, section 2).</summary>
internal static class FileParts
{
    private const int Width = 40;
    private const int Height = 30;

    public static readonly SKColorSpace Wide = SKColorSpace.CreateRgb(SKColorSpaceTransferFn.Srgb, SKColorSpaceXyz.DisplayP3);

    public static byte[] Jpeg(SKColorSpace? colours = null) => Encoded(colours, SKEncodedImageFormat.Jpeg);

    public static byte[] Png(SKColorSpace? colours = null) => Encoded(colours, SKEncodedImageFormat.Png);

    public static byte[] WebP(bool isLossless = false, SKColorSpace? colours = null, bool hasAlpha = false)
    {
        using var bitmap = Noise(colours, hasAlpha);
        using var pixels = bitmap.PeekPixels();
        using var data = pixels.Encode(new SKWebpEncoderOptions(isLossless ? SKWebpEncoderCompression.Lossless : SKWebpEncoderCompression.Lossy, 80));
        return data!.ToArray();
    }

    public static byte[] Bmp()
    {
        using var bitmap = Noise(null, false);
        return Pictures.Encode(bitmap, "bmp");
    }

    public static byte[] Plain(string format) => format switch { "jpeg" => Jpeg(), "png" => Png(), "webp" => WebP(), _ => Bmp() };

    /// <summary>The photo with EXIF where its format keeps it.</summary>
    public static byte[] WithExif(string format, byte[] exif) => format switch
    {
        "jpeg" => WithSegments(Jpeg(), Segment(0xE1, [.. "Exif\0\0"u8, .. exif])),
        "png" => WithChunks(Png(), Chunk("eXIf", exif)),
        _ => WithRiffChunks(ChangedRiff(WebP(colours: Wide), (name, body) => name == "VP8X" ? [(byte)(body[0] | 0x08), .. body[1..]] : body), RiffChunk("EXIF", exif)),
    };

    public static byte[] Segment(byte marker, ReadOnlySpan<byte> body) => [0xFF, marker, (byte)((body.Length + 2) >> 8), (byte)(body.Length + 2), .. body];

    /// <summary>Behind the mark that a JPEG begins with.</summary>
    public static byte[] WithSegments(byte[] jpeg, params byte[][] segments) => [.. jpeg[..2], .. segments.SelectMany(one => one), .. jpeg[2..]];

    /// <summary>Where the first segment of a marker begins.</summary>
    public static int At(byte[] jpeg, byte marker)
    {
        var at = 2;
        while (jpeg[at + 1] != marker)
        {
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
        }

        return at;
    }

    public static byte[] Before(byte[] jpeg, byte marker, params byte[][] parts) => At(jpeg, marker) is var at ? [.. jpeg[..at], .. parts.SelectMany(one => one), .. jpeg[at..]] : [];

    /// <summary>The first segment of a marker is longer by what follows its own.</summary>
    public static byte[] Grown(byte[] jpeg, byte marker, ReadOnlySpan<byte> surplus)
    {
        var at = At(jpeg, marker);
        var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg.AsSpan(at + 2));
        return [.. jpeg.AsSpan(0, at), .. Segment(marker, [.. jpeg.AsSpan(at + 4, length - 2), .. surplus]), .. jpeg.AsSpan(at + 2 + length)];
    }

    public static byte[] Chunk(string name, ReadOnlySpan<byte> body)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
        var sum = uint.MaxValue;
        foreach (var value in named)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        var around = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(around, body.Length);
        BinaryPrimitives.WriteUInt32BigEndian(around.AsSpan(4), ~sum);
        return [.. around.AsSpan(0, 4), .. named, .. around.AsSpan(4)];
    }

    /// <summary>Behind the header of a PNG.</summary>
    public static byte[] WithChunks(byte[] png, params byte[][] chunks) => [.. png[..33], .. chunks.SelectMany(one => one), .. png[33..]];

    /// <summary>The chunks of a PNG, each changed or left out.</summary>
    public static byte[] Changed(byte[] png, Func<string, byte[], byte[]?> change)
    {
        var copy = new List<byte>(png[..8]);
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var name = Encoding.ASCII.GetString(png, at + 4, 4);
            copy.AddRange(change(name, png[(at + 8)..(at + 8 + length)]) is { } body ? Chunk(name, body) : []);
            at += 12 + length;
        }

        return [.. copy];
    }

    public static byte[] Deflated(ReadOnlySpan<byte> bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    /// <summary>Nothing where no zlib stream stands there.</summary>
    public static byte[] Inflated(byte[] bytes, int at)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(bytes, at, bytes.Length - at), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            zlib.CopyTo(whole);
            return whole.ToArray();
        }
        catch (InvalidDataException)
        {
            return [];
        }
    }

    public static byte[] RiffChunk(string name, ReadOnlySpan<byte> body) => [.. Encoding.ASCII.GetBytes(name), .. ExifBlock.Long(body.Length, isLittle: true), .. body, .. body.Length % 2 == 1 ? new byte[1] : []];

    /// <summary>Behind the chunks that a WebP has.</summary>
    public static byte[] WithRiffChunks(byte[] webp, params byte[][] chunks) => Riff([.. webp[12..], .. chunks.SelectMany(one => one)]);

    /// <summary>The chunks of a WebP, each changed.</summary>
    public static byte[] ChangedRiff(byte[] webp, Func<string, byte[], byte[]> change)
    {
        var chunks = new List<byte>();
        for (var at = 12; at < webp.Length;)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(webp.AsSpan(at + 4));
            var name = Encoding.ASCII.GetString(webp, at, 4);
            chunks.AddRange(RiffChunk(name, change(name, webp[(at + 8)..(at + 8 + length)])));
            at += 8 + length + (length & 1);
        }

        return Riff([.. chunks]);
    }

    private static byte[] Riff(byte[] chunks) => [.. "RIFF"u8, .. ExifBlock.Long(chunks.Length + 4, isLittle: true), .. "WEBP"u8, .. chunks];

    private static byte[] Encoded(SKColorSpace? colours, SKEncodedImageFormat format)
    {
        using var bitmap = Noise(colours, false);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }

    private static SKBitmap Noise(SKColorSpace? colours, bool hasAlpha)
    {
        using var noise = Pictures.Noise(Width, Height);
        var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, hasAlpha ? SKAlphaType.Unpremul : SKAlphaType.Opaque, colours));
        noise.GetPixelSpan().CopyTo(bitmap.GetPixelSpan());
        for (var at = 3; hasAlpha && at < bitmap.GetPixelSpan().Length; at += 4)
        {
            bitmap.GetPixelSpan()[at] = (byte)(at * 7);
        }

        return bitmap;
    }
}
