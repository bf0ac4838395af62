using System.Text;
using DefectVision.Fixtures;
using static DefectVision.Imaging.Tests.Withholding.FileParts;

namespace DefectVision.Imaging.Tests.Withholding;

/// <summary>Photos with a word planted where a reader of the picture never looks, one place each.</summary>
internal static class Planted
{
    /// <summary>No letter comes twice: it can be a table of codes (T.81, C.2).</summary>
    public const string Word = "PLANTED-4703";

    private static readonly byte[] Bytes = Encoding.ASCII.GetBytes(Word);

    /// <summary>A photo of which a copy can be made, by the place of its word.</summary>
    public static readonly Dictionary<string, Func<byte[]>> Copied = new()
    {
        ["jpeg: comment"] = () => WithSegments(Jpeg(), Segment(0xFE, Bytes)),
        ["jpeg: APP5"] = () => WithSegments(Jpeg(), Segment(0xE5, Bytes)),
        ["jpeg: APP12"] = () => WithSegments(Jpeg(), Segment(0xEC, Bytes)),
        ["jpeg: Photoshop's resources"] = () => WithSegments(Jpeg(), Segment(0xED, [.. "Photoshop 3.0\0"u8, .. Bytes])),
        ["jpeg: XMP"] = () => WithSegments(Jpeg(), Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Bytes])),
        ["jpeg: several pictures"] = () => WithSegments(Jpeg(), Segment(0xE2, [.. "MPF\0"u8, .. Bytes])),
        ["jpeg: JFIF, its thumbnail"] = () => WithSegments(Jpeg(), Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 2, 2, .. Bytes])),
        ["jpeg: JFIF, no such thing"] = () => WithSegments(Jpeg(), Segment(0xE0, [.. "JFIF\0"u8, .. Bytes])),
        ["jpeg: JFXX, its thumbnail"] = () => WithSegments(Jpeg(), Segment(0xE0, [.. "JFXX\0"u8, 0x10, .. WithSegments(Jpeg(), Segment(0xE1, [.. "Exif\0\0"u8, .. Bytes]))])),
        ["jpeg: Adobe"] = () => WithSegments(Jpeg(), Segment(0xEE, [.. "Adobe"u8, .. Bytes])),
        ["jpeg: profile, behind its end"] = () => Grown(Jpeg(Wide), 0xE2, Bytes),
        ["jpeg: profile, no such thing"] = () => WithSegments(Jpeg(), Segment(0xE2, [.. "ICC_PROFILE\0"u8, 1, 1, .. Bytes])),
        ["jpeg: steps that no scan uses"] = () => Before(Jpeg(), 0xDA, Segment(0xDB, [3, .. Bytes, .. new byte[52]])),
        ["jpeg: codes that no scan uses"] = () => Before(Jpeg(), 0xDA, Segment(0xC4, [0x13, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 12, .. Bytes])),
        ["jpeg: number of lines"] = () => Before(Jpeg(), 0xDA, Segment(0xDC, Bytes)),
        ["jpeg: between two scans"] = () => Before(Convert.FromBase64String(OtherFormatTests.ProgressiveJpeg), 0xDA, Segment(0xFE, Bytes)),
        ["jpeg: behind the scan"] = () => Jpeg() is var jpeg ? [.. jpeg[..^2], 0xFF, 0xD0, .. Bytes, .. jpeg[^2..]] : [],
        ["jpeg: behind the picture"] = () => [.. Jpeg(), .. WithSegments(Jpeg(), Segment(0xFE, Bytes))],
        ["png: text"] = () => WithChunks(Png(), Chunk("tEXt", [.. "Comment\0"u8, .. Bytes])),
        ["png: packed text"] = () => WithChunks(Png(), Chunk("zTXt", [.. "Comment\0\0"u8, .. Deflated(Bytes)])),
        ["png: XMP"] = () => WithChunks(Png(), Chunk("iTXt", [.. "XML:com.adobe.xmp\0\0\0\0\0"u8, .. Bytes])),
        ["png: chunk of nobody"] = () => WithChunks(Png(), Chunk("prIv", Bytes)),
        ["png: gamma, too long"] = () => WithChunks(Png(), Chunk("gAMA", [0, 0, 0xB1, 0x8F, .. Bytes])),
        ["png: time, too long"] = () => WithChunks(Png(), Chunk("tIME", Bytes)),
        ["png: suggested palette"] = () => WithChunks(Png(), Chunk("sPLT", [.. Bytes, 0, 8])),
        ["png: palette of a picture with colours of its own"] = () => WithChunks(Png(), Chunk("PLTE", Bytes)),
        ["png: frame of an animation"] = () => Changed(Png(), (name, body) => body) is var png ? [.. png[..^12], .. Chunk("fdAT", [0, 0, 0, 1, .. Bytes]), .. png[^12..]] : [],
        ["png: profile, its name"] = () => WithChunks(Png(), Chunk("iCCP", [.. Bytes, 0, 0, .. Deflated(Profile())])),
        ["png: profile, behind its end"] = () => WithChunks(Png(), Chunk("iCCP", [.. "p\0\0"u8, .. Deflated([.. Profile(), .. Bytes])])),
        ["png: profile, behind its stream"] = () => WithChunks(Png(), Chunk("iCCP", [.. "p\0\0"u8, .. Deflated(Profile()), .. Bytes])),
        ["png: end"] = () => Changed(Png(), (name, body) => name == "IEND" ? Bytes : body),
        ["png: behind the end"] = () => [.. Png(), .. Bytes],
        ["webp: XMP"] = () => WithRiffChunks(WebP(), RiffChunk("XMP ", Bytes)),
        ["webp: chunk of nobody"] = () => WithRiffChunks(WebP(), RiffChunk("PRIV", Bytes)),
        ["webp: behind the file"] = () => [.. WebP(), .. Bytes],
        ["webp: profile, behind its end"] = () => ChangedRiff(WebP(colours: Wide), (name, body) => name == "ICCP" ? [.. body, .. Bytes] : body),
        ["webp: header, too long"] = () => ChangedRiff(WebP(colours: Wide), (name, body) => name == "VP8X" ? [.. body, .. Bytes] : body),
        ["bmp: behind the rows"] = () => [.. Bmp(), .. Bytes],
        ["bmp: before the rows"] = () => Bmp() is var bmp ? [.. bmp[..10], (byte)(54 + Bytes.Length), .. bmp[11..54], .. Bytes, .. bmp[54..]] : [],
        ["bmp: profile"] = WithProfile,
    };

    /// <summary>A photo of which no copy can be made, since nobody can tell whether what stands there is of the picture.</summary>
    public static readonly Dictionary<string, Func<byte[]>> Refused = new()
    {
        ["jpeg: steps, too long"] = () => Grown(Jpeg(), 0xDB, Bytes),
        ["jpeg: codes, too long"] = () => Grown(Jpeg(), 0xC4, Bytes),
        ["jpeg: frame, too long"] = () => Grown(Jpeg(), 0xC0, Bytes),
        ["jpeg: scan, too long"] = () => Grown(Jpeg(), 0xDA, Bytes),
        ["jpeg: restart interval, too long"] = () => Before(Jpeg(), 0xDA, Segment(0xDD, [0, 0, .. Bytes])),
        ["jpeg: between two segments"] = () => Before(Jpeg(), 0xDB, Bytes),
        ["jpeg: within the scan"] = () => Jpeg() is var jpeg ? [.. jpeg[..^2], .. Bytes, .. jpeg[^2..]] : [],
        ["png: chunk that a decoder must know"] = () => WithChunks(Png(), Chunk("PRIV", Bytes)),
        ["png: behind the coded picture"] = () => Changed(Png(), (name, body) => name == "IDAT" ? [.. body, .. Bytes] : body),
        ["png: behind the last row"] = () => Changed(Png(), (name, body) => name == "IDAT" ? Deflated([.. Inflated(body, 0), .. Bytes]) : body),
        ["png: in another part of the coded picture"] = () => Png() is var png ? [.. png[..^12], .. Chunk("IDAT", [.. Bytes, .. new byte[200]]), .. png[^12..]] : [],
        ["webp: behind the coefficients"] = () => ChangedRiff(WebP(), (name, body) => name == "VP8 " ? [.. body, .. Bytes] : body),
        ["webp: behind the modes"] = () => ChangedRiff(WebP(), (name, body) => name == "VP8 " ? FirstPartitionGrown(body) : body),
        ["webp: behind the picture without loss"] = () => ChangedRiff(WebP(isLossless: true), (name, body) => name == "VP8L" ? [.. body, .. Bytes] : body),
        ["webp: behind the alpha"] = () => ChangedRiff(WebP(hasAlpha: true), (name, body) => name == "ALPH" ? [.. body, .. Bytes] : body),
        ["webp: animation"] = () => WithRiffChunks(WebP(colours: Wide), RiffChunk("ANIM", Bytes)),
        ["gif"] = () => [.. "GIF89a"u8, .. Bytes],
        ["no photo"] = () => Bytes,
    };

    /// <summary>Whether the word stands in a file, or in a zlib stream of it.</summary>
    public static bool Holds(byte[] file)
    {
        var packed = Enumerable.Range(0, file.Length - 1).Where(at => file[at] == 0x78 && file[at + 1] is 0x01 or 0x5E or 0x9C or 0xDA);
        return file.AsSpan().IndexOf(Bytes) >= 0 || packed.Any(at => Inflated(file, at).AsSpan().IndexOf(Bytes) >= 0);
    }

    private static byte[] Profile()
    {
        byte[] found = [];
        Changed(Png(Wide), (name, body) => found = name == "iCCP" ? Inflated(body, Array.IndexOf(body, (byte)0) + 2) : found);
        return found;
    }

    // RFC 6386, 9.1: its length stands above the lowest five bits of the first three bytes; the picture's size ends with byte 10.
    private static byte[] FirstPartitionGrown(byte[] body)
    {
        var length = (body[0] | (body[1] << 8) | (body[2] << 16)) >> 5;
        var tag = (body[0] & 0x1F) | ((length + Bytes.Length) << 5);
        return [(byte)tag, (byte)(tag >> 8), (byte)(tag >> 16), .. body[3..(10 + length)], .. Bytes, .. body[(10 + length)..]];
    }

    // BITMAPV5HEADER: 124 bytes, with place and length of a profile.
    private static byte[] WithProfile()
    {
        var bmp = Bmp();
        var header = new byte[124];
        bmp.AsSpan(14, 40).CopyTo(header);
        header[0] = 124;
        "DEBM"u8.CopyTo(header.AsSpan(56)); // PROFILE_EMBEDDED
        ExifBlock.Long(124 + bmp.Length - 54, isLittle: true).CopyTo(header, 112);
        ExifBlock.Long(Bytes.Length, isLittle: true).CopyTo(header, 116);
        return [.. bmp[..10], 138, .. bmp[11..14], .. header, .. bmp[54..], .. Bytes];
    }
}
