using System.Buffers.Binary;
using DefectVision.Imaging.Decoding;

namespace DefectVision.Imaging.Withholding;

/// <summary>
/// A JPEG written anew (ITU-T T.81, annex B): JFIF without its thumbnail, EXIF, the colour profile, Adobe's colour transform, then the segments of the picture with what
/// they define and no byte more, up to the end of the first picture.
/// </summary>
internal static class CleanJpeg
{
    private const byte Jfif = 0xE0;
    private const byte ExifMarker = 0xE1;
    private const byte ProfileMarker = 0xE2;
    private const byte Adobe = 0xEE;
    private const int MostInSegment = ushort.MaxValue - 2;
    private const int JfifBytes = 14;
    private const int AdobeBytes = 12;

    private static ReadOnlySpan<byte> JfifMark => "JFIF\0"u8;

    private static ReadOnlySpan<byte> ExifMark => "Exif\0\0"u8;

    private static ReadOnlySpan<byte> ProfileMark => "ICC_PROFILE\0"u8;

    private static ReadOnlySpan<byte> AdobeMark => "Adobe"u8;

    /// <returns>Null where the picture is not whole, or holds what this cannot account for.</returns>
    public static byte[]? Of(ReadOnlySpan<byte> file, MetadataKinds kinds)
    {
        if (JpegWalk.Scans(file) is not { } scans)
        {
            return null;
        }

        var (picture, profile) = (new JpegPicture(), new SortedDictionary<byte, byte[]>());
        byte[] jfif = [], exif = [], adobe = [];
        var scanned = 0;
        var walk = new JpegSegments(file);
        while (walk.MoveNext() && walk.IsWhole)
        {
            var marker = walk.Marker;
            var body = walk.Body;
            if (marker == JpegSegments.StartOfScan)
            {
                var end = walk.Start + body.Length;
                if (scanned == scans.Count || scans[scanned].Start.Value != end || !picture.Scan(body, file[scans[scanned++]]))
                {
                    return null;
                }
            }
            else if (!picture.Take(marker, body))
            {
                return null;
            }

            jfif = marker == Jfif && body.Length >= JfifBytes && body.StartsWith(JfifMark) ? JfifOf(body) : jfif;
            exif = marker == ExifMarker && body.StartsWith(ExifMark) && exif.Length == 0 ? CleanExif.Of(body[ExifMark.Length..], kinds) : exif;
            adobe = marker == Adobe && body.Length >= AdobeBytes && body.StartsWith(AdobeMark) ? [.. AdobeMark, 0, 100, 0, 0, 0, 0, body[11]] : adobe;
            if (marker == ProfileMarker && body.Length > ProfileMark.Length + 2 && body.StartsWith(ProfileMark))
            {
                profile.TryAdd(body[ProfileMark.Length], body[(ProfileMark.Length + 2)..].ToArray());
            }
        }

        if (!walk.IsWhole || scanned != scans.Count || exif.Length > MostInSegment - ExifMark.Length)
        {
            return null;
        }

        using var copy = new MemoryStream(file.Length);
        copy.Write([0xFF, 0xD8]);
        Put(copy, Jfif, jfif);
        Put(copy, ExifMarker, exif.Length == 0 ? [] : [.. ExifMark, .. exif]);
        PutProfile(copy, CleanProfile.Of([.. profile.Values.SelectMany(part => part)]) ?? []);
        Put(copy, Adobe, adobe.Length > 0 && adobe[^1] > 2 ? [.. adobe[..^1], picture.UsualTransform] : adobe);
        picture.WriteTo(copy);
        copy.Write(JpegWalk.End);
        return copy.ToArray();
    }

    /// <summary>Writes a segment; nothing where its body is empty.</summary>
    public static void Put(Stream copy, byte marker, ReadOnlySpan<byte> body)
    {
        if (!body.IsEmpty)
        {
            Span<byte> head = [0xFF, marker, 0, 0];
            BinaryPrimitives.WriteUInt16BigEndian(head[2..], (ushort)(body.Length + 2));
            copy.Write(head);
            copy.Write(body);
        }
    }

    // JFIF 1.02: version, unit and density of the pixels, and a thumbnail of 0 x 0.
    private static byte[] JfifOf(ReadOnlySpan<byte> body) =>
        body[5] == 1 && body[6] <= 2 && body[7] <= 2 ? [.. body[..12], 0, 0] : [.. JfifMark, 1, 1, 0, 0, 1, 0, 1, 0, 0];

    // ICC.1:2022, B.4: in parts of a segment each, which say their number and how many there are.
    private static void PutProfile(Stream copy, byte[] profile)
    {
        var parts = profile.Chunk(MostInSegment - ProfileMark.Length - 2).ToList();
        for (var at = 0; at < parts.Count; at++)
        {
            Put(copy, ProfileMarker, [.. ProfileMark, (byte)(at + 1), (byte)parts.Count, .. parts[at]]);
        }
    }
}
