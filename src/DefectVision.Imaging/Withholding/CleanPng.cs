using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging.Withholding;

/// <summary>
/// A PNG written anew (ISO/IEC 15948, sections 5 and 11): the chunks of its still picture, those of its colours and sizes where they have the length that is defined for
/// them, EXIF. Frames of an animation, texts and everything else are not copied.
/// </summary>
internal static class CleanPng
{
    private const int TypeAt = 4;
    private const int DataAt = 8;
    private const int SumBytes = 4;

    // A profile that photos carry takes some kilobytes.
    private const int LongestProfile = 4 * 1024 * 1024;

    /// <returns>Null where a chunk is broken, one that a decoder must know is not known here, or the coded picture is followed by more.</returns>
    public static byte[]? Of(ReadOnlySpan<byte> file, MetadataKinds kinds)
    {
        using var copy = new MemoryStream(file.Length);
        copy.Write(file[..PngChunks.SignatureBytes]);
        using var coded = new MemoryStream();
        var (header, seen) = (default(PngHeader), new HashSet<string>());
        for (var at = PngChunks.SignatureBytes; PngChunks.End(file, at) is { } end; at = end)
        {
            var name = Encoding.Latin1.GetString(file.Slice(at + TypeAt, 4));
            var data = file[(at + DataAt)..(end - SumBytes)];
            var isFirst = seen.Add(name);
            if (name == "IHDR")
            {
                header = PngHeader.Of(data);
            }

            if (header is null || (name == "IHDR") != (at == PngChunks.SignatureBytes))
            {
                return null;
            }

            if (name == "IEND")
            {
                Put(copy, name, []);
                return Inflated.IsExactly(coded.ToArray(), header.RawBytes) ? copy.ToArray() : null;
            }

            if (name == "IDAT")
            {
                coded.Write(data);
                Put(copy, name, data);
            }
            else if (name == "IHDR" || (isFirst && header.Allows(name, data)))
            {
                Put(copy, name, data);
            }
            else if (name == "iCCP" && isFirst && Profile(data) is { } profile)
            {
                Put(copy, name, profile);
            }
            else if (name == "eXIf" && isFirst && CleanExif.Of(data, kinds) is { Length: > 0 } exif)
            {
                Put(copy, name, exif);
            }
            else if (char.IsAsciiLetterUpper(name[0]) && name != "PLTE")
            {
                return null;
            }
        }

        return null;
    }

    private static void Put(Stream copy, string name, ReadOnlySpan<byte> data)
    {
        byte[] named = [.. Encoding.Latin1.GetBytes(name), .. data];
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        copy.Write(number);
        copy.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, PngChunks.Checksum(named));
        copy.Write(number);
    }

    // Its name ends with NUL, a byte for the method follows, then the profile in a zlib stream.
    private static byte[]? Profile(ReadOnlySpan<byte> data)
    {
        var name = data.IndexOf((byte)0);
        if (name < 0 || Inflated.AtMost(data[Math.Min(name + 2, data.Length)..].ToArray(), LongestProfile) is not { } whole || CleanProfile.Of(whole) is not { } profile)
        {
            return null;
        }

        using var packed = new MemoryStream();
        packed.Write("photo\0\0"u8);
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            zlib.Write(profile);
        }

        return packed.ToArray();
    }
}
