using System.Buffers.Binary;
using System.Text;
using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging.Withholding;

/// <summary>The chunks of a PNG (ISO/IEC 15948, section 5): those of the picture stay, EXIF is cleaned and its checksum mended, all others go.</summary>
internal static class PngEraser
{
    // Beside the critical chunks, which begin with a capital: colour, transparency, size of a pixel, time, animation.
    private static readonly HashSet<string> OfThePicture = ["tRNS", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "bKGD", "hIST", "pHYs", "sPLT", "tIME", "acTL", "fcTL", "fdAT"];

    /// <summary>Null where a chunk is broken.</summary>
    public static byte[]? Erase(ReadOnlySpan<byte> file, MetadataKinds kinds)
    {
        var kept = new List<byte>(file.Length);
        kept.AddRange(file[..PngChunks.SignatureBytes]);
        for (var at = PngChunks.SignatureBytes; at < file.Length;)
        {
            if (PngChunks.End(file, at) is not { } end)
            {
                return null;
            }

            var chunk = file[at..end];
            var name = Encoding.Latin1.GetString(chunk[4..8]);
            if (name == "eXIf")
            {
                var exif = chunk.ToArray();
                if (ExifEraser.Erase(exif.AsSpan(8..^4), kinds))
                {
                    BinaryPrimitives.WriteUInt32BigEndian(exif.AsSpan(exif.Length - 4), PngChunks.Checksum(exif.AsSpan(4..^4)));
                    kept.AddRange(exif);
                }
            }
            else if (char.IsAsciiLetterUpper(name[0]) || OfThePicture.Contains(name))
            {
                kept.AddRange(chunk);
            }

            at = end;
            if (name == "IEND")
            {
                break;
            }
        }

        return [.. kept];
    }
}
