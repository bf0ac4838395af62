using System.Buffers.Binary;
using System.Text;
using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging.Withholding;

/// <summary>The chunks of a WebP (RFC 9649, section 2), each as long as it was: EXIF is cleaned, what is not of the picture becomes zeros.</summary>
internal static class WebPEraser
{
    private static readonly HashSet<string> OfThePicture = ["VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"];

    /// <summary>Null where a chunk is broken.</summary>
    public static byte[]? Erase(ReadOnlySpan<byte> file, MetadataKinds kinds)
    {
        var copy = file.ToArray();
        var end = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L;
        if (end > file.Length)
        {
            return null;
        }

        copy.AsSpan((int)end).Clear();
        var riff = file[..(int)end];
        for (var at = WebPChunks.HeaderBytes; at < end;)
        {
            if (WebPChunks.Length(riff, at) is not { } length)
            {
                return null;
            }

            var body = copy.AsSpan(at + WebPChunks.ChunkHeaderBytes, length);
            var name = Encoding.Latin1.GetString(file.Slice(at, 4));
            if (name == "EXIF")
            {
                var tiff = body.StartsWith("Exif\0\0"u8) ? body[6..] : body;
                if (!ExifEraser.Erase(tiff, kinds))
                {
                    tiff.Clear();
                }
            }
            else if (!OfThePicture.Contains(name))
            {
                body.Clear();
            }

            at = WebPChunks.Next(at, length);
        }

        return copy;
    }
}
