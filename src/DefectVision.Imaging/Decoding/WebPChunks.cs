using System.Buffers.Binary;

namespace DefectVision.Imaging.Decoding;

/// <summary>The container of a WebP (RFC 9649, section 2).</summary>
internal static class WebPChunks
{
    /// <summary>RIFF, size and WEBP.</summary>
    public const int HeaderBytes = 12;

    /// <summary>Type and length before a chunk's data.</summary>
    public const int ChunkHeaderBytes = 8;

    private const int ZerosThatNoEncoderWrites = 32;

    /// <returns>The bytes of a chunk's data; null where the file is at its end, or ends within the chunk.</returns>
    /// <param name="webp">All bytes of the file.</param>
    /// <param name="at">Where the chunk begins.</param>
    public static int? Length(ReadOnlySpan<byte> webp, int at)
    {
        var length = at + ChunkHeaderBytes <= webp.Length ? BinaryPrimitives.ReadUInt32LittleEndian(webp[(at + 4)..]) : uint.MaxValue;
        return length <= webp.Length - at - ChunkHeaderBytes ? (int)length : null;
    }

    /// <summary>Where the chunk after one begins: data of odd length is filled up by a byte.</summary>
    public static int Next(int at, int length) => at + ChunkHeaderBytes + length + (length & 1);

    /// <returns>The data of the first chunk of a type; nothing where there is none.</returns>
    public static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> webp, ReadOnlySpan<byte> type)
    {
        for (var at = HeaderBytes; Length(webp, at) is { } length; at = Next(at, length))
        {
            if (webp[at..].StartsWith(type))
            {
                return webp.Slice(at + ChunkHeaderBytes, length);
            }
        }

        return default;
    }

    /// <summary>True where it is not certain to be coded with losses: a decoder then holds the whole picture beside its result.</summary>
    public static bool IsLossless(ReadOnlySpan<byte> webp) => Find(webp, "VP8 "u8).IsEmpty;

    /// <summary>True where the coded picture ends in zeros: a transfer broke off, and the rest was filled up. A decoder shows something for them.</summary>
    public static bool IsZeroFilled(ReadOnlySpan<byte> webp)
    {
        for (var at = HeaderBytes; at + ChunkHeaderBytes <= webp.Length;)
        {
            var length = Length(webp, at) ?? webp.Length - at - ChunkHeaderBytes;
            var data = webp.Slice(at + ChunkHeaderBytes, length);
            if ((webp[at..].StartsWith("VP8 "u8) || webp[at..].StartsWith("VP8L"u8) || webp[at..].StartsWith("ANMF"u8)) && length - data.TrimEnd((byte)0).Length >= ZerosThatNoEncoderWrites)
            {
                return true;
            }

            at = Next(at, length);
        }

        return false;
    }
}
