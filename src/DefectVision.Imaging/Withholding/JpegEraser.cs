using System.Buffers.Binary;

namespace DefectVision.Imaging.Withholding;

/// <summary>The segments of a JPEG (ITU-T T.81, annex B), each as long as it was: what is not known to be needed for the picture becomes zeros.</summary>
internal static class JpegEraser
{
    private const byte Comment = 0xFE;
    private const byte StartOfScan = 0xDA;
    private const byte End = 0xD9;

    /// <summary>Null where the segments before the picture are broken.</summary>
    public static byte[]? Erase(ReadOnlySpan<byte> file, MetadataKinds kinds)
    {
        var copy = file.ToArray();
        for (var at = 2; at + 1 < copy.Length;)
        {
            var marker = copy[at + 1];
            if (copy[at] != 0xFF)
            {
                return null;
            }

            if (marker is 0xFF or 0x01 or (>= 0xD0 and <= 0xD7))
            {
                at += marker == 0xFF ? 1 : 2;
                continue;
            }

            if (marker == End)
            {
                // Behind the picture cameras put further pictures and films, with remarks of their own.
                copy.AsSpan(at + 2).Clear();
                return copy;
            }

            var length = at + 4 <= copy.Length ? BinaryPrimitives.ReadUInt16BigEndian(copy.AsSpan(at + 2)) : 0;
            if (length < 2 || at + 2 + length > copy.Length)
            {
                return null;
            }

            Clean(marker, copy.AsSpan(at + 4, length - 2), kinds);
            at += 2 + length;
            if (marker == StartOfScan)
            {
                at = AfterScan(copy, at);
            }
        }

        return copy; // it breaks off within its picture: all before that was looked at
    }

    private static void Clean(byte marker, Span<byte> body, MetadataKinds kinds)
    {
        if (marker == 0xE1 && body.StartsWith("Exif\0\0"u8))
        {
            if (!ExifEraser.Erase(body[6..], kinds))
            {
                body[6..].Clear();
            }
        }
        else if (marker == Comment || (marker is >= 0xE0 and <= 0xEF && !IsOfThePicture(marker, body)))
        {
            body.Clear();
        }
    }

    // JFIF and its thumbnail, the colour profile, Adobe's colour transform.
    private static bool IsOfThePicture(byte marker, ReadOnlySpan<byte> body) => marker switch
    {
        0xE0 => body.StartsWith("JFIF\0"u8) || body.StartsWith("JFXX\0"u8),
        0xE2 => body.StartsWith("ICC_PROFILE\0"u8),
        0xEE => body.StartsWith("Adobe"u8),
        _ => false,
    };

    // Within coded data FF is followed by 0, or by a restart marker.
    private static int AfterScan(ReadOnlySpan<byte> file, int at)
    {
        while (at + 1 < file.Length && !(file[at] == 0xFF && file[at + 1] is not (0 or 0xFF or (>= 0xD0 and <= 0xD7))))
        {
            at++;
        }

        return at;
    }
}
