using System.Buffers.Binary;
using System.Text;

namespace DefectVision.Imaging.Decoding;

/// <summary>The chunks of a PNG and their checksums (ISO/IEC 15948, section 5).</summary>
internal static class PngChunks
{
    public const int SignatureBytes = 8;

    /// <summary>Length, type and checksum round a chunk's data.</summary>
    private const int AroundBytes = 12;

    private const string Last = "IEND";

    private static readonly uint[] Sums = [.. Enumerable.Range(0, 256).Select(Sum)];

    /// <summary>The type of the first chunk whose checksum is wrong; null where there is none. What follows the last chunk is no part of the picture.</summary>
    public static string? Broken(ReadOnlySpan<byte> png)
    {
        for (var at = SignatureBytes; End(png, at) is { } end;)
        {
            var type = Encoding.Latin1.GetString(png.Slice(at + 4, 4));
            if (Checksum(png[(at + 4)..(end - 4)]) != BinaryPrimitives.ReadUInt32BigEndian(png[(end - 4)..]))
            {
                return type;
            }

            at = type == Last ? png.Length : end;
        }

        return null;
    }

    /// <summary>What a decoder holds beside its result, in bytes: an interlaced picture comes in seven passes, and is kept as it is stored until the last (section 8).</summary>
    /// <param name="png">All bytes of the file.</param>
    public static long BytesHeld(ReadOnlySpan<byte> png)
    {
        const int First = SignatureBytes + 8;
        return png.Length >= First + PngHeader.Bytes && PngHeader.Of(png.Slice(First, PngHeader.Bytes)) is { IsInterlaced: true } header ? header.StoredBytes : 0;
    }


    /// <returns>Where a chunk ends, its checksum included; null where the file is at its end, or ends within the chunk.</returns>
    /// <param name="png">All bytes of the file.</param>
    /// <param name="at">Where the chunk begins.</param>
    public static int? End(ReadOnlySpan<byte> png, int at)
    {
        var length = at + AroundBytes <= png.Length ? BinaryPrimitives.ReadUInt32BigEndian(png[at..]) : uint.MaxValue;
        return length <= png.Length - at - AroundBytes ? at + (int)length + AroundBytes : null;
    }

    /// <returns>The data of the first chunk of a type; nothing where there is none.</returns>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> png, ReadOnlySpan<byte> type)
    {
        for (var at = SignatureBytes; End(png, at) is { } end; at = end)
        {
            if (png[(at + 4)..].StartsWith(type))
            {
                return png[(at + 8)..(end - 4)];
            }
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
