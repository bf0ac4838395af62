using System.Buffers.Binary;
using System.Text;
using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging.Withholding;

/// <summary>
/// A still WebP written anew (RFC 9649, section 2): its coded picture, alpha, colour profile, EXIF. Coded data has no end mark, so bytes behind its end are found by the
/// decoder, which does not miss them.
/// </summary>
internal static class CleanWebP
{
    private const int HeadBytes = 10;
    private const byte HasProfile = 0x20;
    private const byte HasAlpha = 0x10;
    private const byte HasExif = 0x08;

    /// <summary>The first count of bytes at the end of a part that no encoder leaves unread: libwebp writes up to three that fill up (measured on 106 photos).</summary>
    private const int Unread = 4;

    private static ReadOnlySpan<byte> ExifMark => "Exif\0\0"u8;

    /// <returns>Null where a chunk is broken, the picture moves or cannot be decoded, or more stands in its coded data than is decoded.</returns>
    public static byte[]? Of(ReadOnlySpan<byte> file, MetadataKinds kinds, PhotoReader reader)
    {
        if (reader.PixelDigest(file) is not { } pixels || BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L is var end && end > file.Length)
        {
            return null;
        }

        var chunks = new List<Chunk>();
        var riff = file[..(int)end];
        for (var at = WebPChunks.HeaderBytes; at < end;)
        {
            if (WebPChunks.Length(riff, at) is not { } length)
            {
                return null;
            }

            var name = Encoding.Latin1.GetString(riff.Slice(at, 4));
            var body = riff.Slice(at + WebPChunks.ChunkHeaderBytes, length);
            var copy = name switch
            {
                "VP8X" when length >= HeadBytes => body[..HeadBytes].ToArray(),
                "VP8 " or "VP8L" or "ALPH" => body.ToArray(),
                "ICCP" => CleanProfile.Of(body) ?? [],
                "EXIF" => Exif(body, kinds),
                _ => [],
            };
            if (name is "ANIM" or "ANMF")
            {
                return null;
            }

            if (copy.Length > 0 && !chunks.Exists(chunk => chunk.Name == name))
            {
                chunks.Add(new Chunk(name, copy));
            }

            at = WebPChunks.Next(at, length);
        }

        Flag(chunks);
        return chunks.Exists(chunk => chunk.IsCoded && HasMore(chunk, chunks, pixels, reader)) ? null : Written(chunks);
    }

    // What the first chunk says is there is there, and nothing else.
    private static void Flag(List<Chunk> chunks)
    {
        if (chunks.Find(chunk => chunk.Name == "VP8X") is { } head)
        {
            var flags = head.Body[0] & HasAlpha;
            flags |= chunks.Exists(chunk => chunk.Name == "ICCP") ? HasProfile : 0;
            flags |= chunks.Exists(chunk => chunk.Name == "EXIF") ? HasExif : 0;
            ((ReadOnlySpan<byte>)[(byte)flags, 0, 0, 0]).CopyTo(head.Body);
        }
    }

    private static byte[] Exif(ReadOnlySpan<byte> body, MetadataKinds kinds)
    {
        var isMarked = body.StartsWith(ExifMark);
        var exif = CleanExif.Of(isMarked ? body[ExifMark.Length..] : body, kinds);
        return exif.Length > 0 && isMarked ? [.. ExifMark, .. exif] : exif;
    }

    // The same pixels without the end of one of its parts: then these bytes show nothing.
    private static bool HasMore(Chunk chunk, List<Chunk> chunks, string pixels, PhotoReader reader)
    {
        var whole = chunk.Body;
        if (chunk.Name != "VP8 ")
        {
            return IsSame(whole[..Math.Max(0, whole.Length - Unread)]);
        }

        return Vp8Frame.Partitions(whole) is not 1 || IsSame(Vp8Frame.WithoutEndOfFirst(whole, Unread)) || IsSame(whole[..^Unread]);

        bool IsSame(byte[] shorter)
        {
            chunk.Body = shorter;
            var found = reader.PixelDigest(Written(chunks));
            chunk.Body = whole;
            return found == pixels;
        }
    }

    private static byte[] Written(List<Chunk> chunks)
    {
        using var copy = new MemoryStream();
        Span<byte> length = stackalloc byte[4];
        copy.Write("RIFF\0\0\0\0WEBP"u8);
        foreach (var chunk in chunks)
        {
            BinaryPrimitives.WriteInt32LittleEndian(length, chunk.Body.Length);
            copy.Write(Encoding.Latin1.GetBytes(chunk.Name));
            copy.Write(length);
            copy.Write(chunk.Body);
            copy.Write(new byte[chunk.Body.Length & 1]);
        }

        var written = copy.ToArray();
        BinaryPrimitives.WriteInt32LittleEndian(written.AsSpan(4), written.Length - 8);
        return written;
    }

    private sealed record Chunk(string Name)
    {
        public Chunk(string name, byte[] body) : this(name) => Body = body;

        public byte[] Body { get; set; } = [];

        public bool IsCoded => Name is "VP8 " or "VP8L" or "ALPH";
    }
}
