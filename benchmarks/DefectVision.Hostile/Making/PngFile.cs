using System.Buffers.Binary;
using System.IO.Compression;

namespace DefectVision.Hostile.Making;

/// <summary>A PNG chunk by chunk (ISO/IEC 15948), with checksums that hold whatever the chunks say.</summary>
internal static class PngFile
{
    /// <summary>A PNG of the header that is asked for.</summary>
    /// <param name="width">By the header.</param>
    /// <param name="height">By the header.</param>
    /// <param name="depth">Bits a sample.</param>
    /// <param name="colour">Type of colour: 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha.</param>
    /// <param name="data">Packed rows.</param>
    /// <param name="isInterlaced">By Adam7.</param>
    /// <param name="before">Chunks between header and data.</param>
    public static byte[] Of(uint width, uint height, byte depth, byte colour, byte[] data, bool isInterlaced = false, params byte[][] before)
    {
        var header = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(header, width);
        BinaryPrimitives.WriteUInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9], header[12]) = (depth, colour, (byte)(isInterlaced ? 1 : 0));
        return [0x89, .. "PNG\r\n\x1a\n"u8, .. Chunk("IHDR"u8, header), .. before.SelectMany(chunk => chunk), .. Chunk("IDAT"u8, data), .. Chunk("IEND"u8, [])];
    }

    public static byte[] Chunk(ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Checksum(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }

    /// <summary>So many zeros, packed: a thousand of them take a byte.</summary>
    public static byte[] PackedZeros(long count)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var zeros = new byte[1 << 20];
            for (var left = count; left > 0; left -= zeros.Length)
            {
                zlib.Write(zeros.AsSpan(0, (int)Math.Min(left, zeros.Length)));
            }
        }

        return packed.ToArray();
    }

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
