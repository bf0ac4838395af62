using System.IO.Compression;

namespace DefectVision.Imaging.Withholding;

/// <summary>What is in a zlib stream (RFC 1950).</summary>
internal static class Inflated
{
    /// <summary>At the end, bytes are handed over one by one, so that none is taken behind the stream's own end.</summary>
    private const int OneByOne = 64;

    private const int BufferBytes = 1 << 16;

    /// <summary>Whether the stream fills these bytes to the last one, its checksum is right, and it holds just so much.</summary>
    /// <param name="coded">From the stream's first byte.</param>
    /// <param name="length">Bytes wanted in it.</param>
    public static bool IsExactly(byte[] coded, long length)
    {
        using var source = new Handed(coded);
        return Read(source, length, _ => { }) == length && source.IsAtEnd;
    }

    /// <returns>Null where the stream is broken, or holds more.</returns>
    public static byte[]? AtMost(byte[] coded, int most)
    {
        using var source = new MemoryStream(coded);
        using var found = new MemoryStream();
        return Read(source, most, found.Write) is <= int.MaxValue and >= 0 and var length && length <= most ? found.ToArray() : null;
    }

    // How many bytes it holds, one more than the most where it is more; -1 where it is broken.
    private static long Read(Stream source, long most, SpanAction take)
    {
        try
        {
            using var zlib = new ZLibStream(source, CompressionMode.Decompress, leaveOpen: true);
            var buffer = new byte[BufferBytes];
            var length = 0L;
            for (int count; (count = zlib.Read(buffer)) > 0;)
            {
                length += count;
                if (length > most)
                {
                    return most + 1;
                }

                take(buffer.AsSpan(0, count));
            }

            return length;
        }
        catch (Exception fault) when (fault is InvalidDataException or IOException)
        {
            return -1;
        }
    }

    private delegate void SpanAction(ReadOnlySpan<byte> bytes);

    private sealed class Handed(byte[] bytes) : MemoryStream(bytes)
    {
        public bool IsAtEnd => Position == Length;

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Allowed(buffer.Length)]);

        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Allowed(count));

        private int Allowed(int wanted) => (int)Math.Min(wanted, Math.Max(Math.Min(1, Length - Position), Length - Position - OneByOne));
    }
}
