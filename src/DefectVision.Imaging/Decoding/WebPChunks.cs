using System.Buffers.Binary;

namespace DefectVision.Imaging.Decoding;

/// <summary>The container of a WebP (RFC 9649, section 2).</summary>
internal static class WebPChunks
{
    private const int ZerosThatNoEncoderWrites = 32;

    /// <returns>The data of the first chunk of a type; nothing where there is none.</returns>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> webp, ReadOnlySpan<byte> type)
    {
        for (var at = 12; at + 8 <= webp.Length;)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]);
            if (length > webp.Length - at - 8)
            {
                return default;
            }

            if (webp[at..].StartsWith(type))
            {
                return webp.Slice(at + 8, (int)length);
            }

            at += 8 + (int)length + ((int)length & 1);
        }

        return default;
    }

    /// <summary>True where the coded picture ends in zeros: a transfer broke off, and the rest was filled up. A decoder shows something for them.</summary>
    public static bool IsZeroFilled(ReadOnlySpan<byte> webp)
    {
        for (var at = 12; at + 8 <= webp.Length;)
        {
            var length = (int)Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]), (uint)(webp.Length - at - 8));
            var data = webp.Slice(at + 8, length);
            if ((webp[at..].StartsWith("VP8 "u8) || webp[at..].StartsWith("VP8L"u8) || webp[at..].StartsWith("ANMF"u8)) && length - data.TrimEnd((byte)0).Length >= ZerosThatNoEncoderWrites)
            {
                return true;
            }

            at += 8 + length + (length & 1);
        }

        return false;
    }
}
