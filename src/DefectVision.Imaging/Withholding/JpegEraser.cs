using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging.Withholding;

/// <summary>The segments of a JPEG (ITU-T T.81, annex B), each as long as it was: what is not known to be needed for the picture becomes zeros.</summary>
internal static class JpegEraser
{
    private const byte Comment = 0xFE;

    /// <summary>Null where the segments before the picture are broken.</summary>
    public static byte[]? Erase(ReadOnlySpan<byte> file, MetadataKinds kinds)
    {
        var copy = file.ToArray();
        var walk = new JpegSegments(file);
        while (walk.MoveNext() && walk.IsWhole)
        {
            Clean(walk.Marker, copy.AsSpan(walk.Start, walk.Body.Length), kinds);
        }

        if (walk.Marker == JpegSegments.EndOfPicture)
        {
            // Behind the picture cameras put further pictures and films, with remarks of their own.
            copy.AsSpan(walk.Start).Clear();
        }

        return walk.IsWhole ? copy : null; // where it breaks off within its picture, all before that was looked at
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
}
