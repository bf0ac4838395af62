using System.Buffers.Binary;

namespace DefectVision.Imaging.Decoding;

/// <summary>
/// Tells with what quality a JPEG was written, from its quantisation table for luminance: most writers scale the example table of ITU-T T.81 (K.1) as the
/// Independent JPEG Group's library does.
/// </summary>
internal static class JpegTables
{
    private const byte Tables = 0xDB;

    /// <summary>In the body of a frame's segment: after precision, height and width.</summary>
    private const int ComponentsAt = 5;

    /// <summary>Sum of table K.1 of ITU-T T.81.</summary>
    private const int ExampleSum = 3688;

    /// <returns>How many components its frame has: 1 is grey, 3 colour, 4 print; 0 when no frame is found.</returns>
    public static int Components(ReadOnlySpan<byte> jpeg) => Frame(jpeg).Body is { IsEmpty: false } frame ? frame[ComponentsAt] : 0;

    /// <summary>Pixels of four bytes that the coefficients of a progressive picture take; none of a baseline one, which is decoded row by row.</summary>
    public static long PixelsHeld(ReadOnlySpan<byte> jpeg, PhotoHeader header) =>
        IsProgressive(jpeg) ? (long)header.Width * header.Height * Components(jpeg) / 2 : 0;

    /// <returns>1 to 100; null when no table is found.</returns>
    public static int? Quality(ReadOnlySpan<byte> jpeg)
    {
        for (var walk = new JpegSegments(jpeg); walk.MoveNext() && walk.Marker != JpegSegments.StartOfScan;)
        {
            if (walk.Marker == Tables && Luminance(walk.Body) is { } sum)
            {
                var scale = 100.0 * sum / ExampleSum;
                return (int)Math.Clamp(Math.Round(scale > 100 ? 5000 / scale : (200 - scale) / 2), 1, 100);
            }
        }

        return null;
    }

    private static bool IsProgressive(ReadOnlySpan<byte> jpeg) => Frame(jpeg).Marker is 0xC2 or 0xC6 or 0xCA or 0xCE;

    // The walk at the frame's segment; with no marker when none is found.
    private static JpegSegments Frame(ReadOnlySpan<byte> jpeg)
    {
        for (var walk = new JpegSegments(jpeg); walk.MoveNext() && walk.Marker != JpegSegments.StartOfScan;)
        {
            if (walk.Marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC) && walk.Body.Length > ComponentsAt)
            {
                return walk;
            }
        }

        return default;
    }

    private static int? Luminance(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var wide = segment[0] >> 4 != 0;
            var size = wide ? 128 : 64;
            if (segment.Length <= size)
            {
                return null;
            }

            if ((segment[0] & 15) == 0)
            {
                var sum = 0;
                for (var at = 1; at <= size; at += wide ? 2 : 1)
                {
                    sum += wide ? BinaryPrimitives.ReadUInt16BigEndian(segment[at..]) : segment[at];
                }

                return sum;
            }

            segment = segment[(1 + size)..];
        }

        return null;
    }
}
