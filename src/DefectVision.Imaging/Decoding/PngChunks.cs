using System.Buffers.Binary;
using System.Text;

namespace DefectVision.Imaging.Decoding;

/// <summary>The chunks of a PNG and their checksums (ISO/IEC 15948, section 5).</summary>
internal static class PngChunks
{
    public const int SignatureBytes = 8;

    /// <summary>Length, type and checksum round a chunk's data.</summary>
    public const int AroundBytes = 12;

    private const string Last = "IEND";

    private static readonly uint[] Sums = [.. Enumerable.Range(0, 256).Select(Sum)];

    /// <summary>The type of the first chunk whose checksum is wrong; null where there is none. What follows the last chunk is no part of the picture.</summary>
    public static string? Broken(ReadOnlySpan<byte> png)
    {
        for (var at = SignatureBytes; at + AroundBytes <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - AroundBytes)
            {
                return null;
            }

            var end = at + (int)length + AroundBytes;
            var type = Encoding.Latin1.GetString(png.Slice(at + 4, 4));
            if (Checksum(png[(at + 4)..(end - 4)]) != BinaryPrimitives.ReadUInt32BigEndian(png[(end - 4)..]))
            {
                return type;
            }

            at = type == Last ? png.Length : end;
        }

        return null;
    }

    /// <returns>The data of the first chunk of a type; nothing where there is none.</returns>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> png, ReadOnlySpan<byte> type)
    {
        for (var at = SignatureBytes; at + AroundBytes <= png.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(png[at..]);
            if (length > png.Length - at - AroundBytes)
            {
                return default;
            }

            if (png[(at + 4)..].StartsWith(type))
            {
                return png.Slice(at + 8, (int)length);
            }

            at += (int)length + AroundBytes;
        }

        return default;
    }

    /// <summary>CRC-32 of a chunk's type and data (ISO 3309; section 5.5 of the standard).</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum = Sums[(byte)(sum ^ value)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Sum(int value)
    {
        var sum = (uint)value;
        for (var bit = 0; bit < 8; bit++)
        {
            sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }

        return sum;
    }
}
