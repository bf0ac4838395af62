using System.Buffers.Binary;
using System.Text;

namespace DefectVision.Imaging.Withholding;

/// <summary>The chunks of a PNG (ISO/IEC 15948, section 5): those of the picture stay, EXIF is cleaned and its checksum mended, all others go.</summary>
internal static class PngEraser
{
    private const int SignatureBytes = 8;
    private const int AroundBytes = 12;

    // Beside the critical chunks, which begin with a capital: colour, transparency, size of a pixel, time, animation.
    private static readonly HashSet<string> OfThePicture = ["tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "tIME", "acTL", "fcTL", "fdAT"];

    /// <summary>Null where a chunk is broken.</summary>
    public static byte[]? Erase(ReadOnlySpan<byte> file, MetadataKinds kinds)
    {
        var kept = new List<byte>(file.Length);
        kept.AddRange(file[..SignatureBytes]);
        for (var at = SignatureBytes; at < file.Length;)
        {
            var length = at + AroundBytes <= file.Length ? BinaryPrimitives.ReadUInt32BigEndian(file[at..]) : uint.MaxValue;
            if (length > file.Length - at - AroundBytes)
            {
                return null;
            }

            var chunk = file.Slice(at, (int)length + AroundBytes);
            var name = Encoding.Latin1.GetString(chunk[4..8]);
            if (name == "eXIf")
            {
                var exif = chunk.ToArray();
                if (ExifEraser.Erase(exif.AsSpan(8, (int)length), kinds))
                {
                    BinaryPrimitives.WriteUInt32BigEndian(exif.AsSpan(exif.Length - 4), Checksum(exif.AsSpan(4, (int)length + 4)));
                    kept.AddRange(exif);
                }
            }
            else if (char.IsAsciiLetterUpper(name[0]) || OfThePicture.Contains(name))
            {
                kept.AddRange(chunk);
            }

            at += chunk.Length;
            if (name == "IEND")
            {
                break;
            }
        }

        return [.. kept];
    }

    // CRC-32 of ISO 3309, section 5.5 of the standard.
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
            }
        }

        return ~sum;
    }
}
