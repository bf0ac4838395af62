using System.Buffers.Binary;

namespace DefectVision.Imaging.Decoding;

/// <summary>
/// Tells with what quality a JPEG was written, from its quantisation table for luminance: most writers scale the example table of ITU-T T.81 (K.1) as the
/// Independent JPEG Group's library does.
/// </summary>
internal static class JpegTables
{
    private const byte StartOfScan = 0xDA;
    private const byte Tables = 0xDB;

    /// <summary>Sum of table K.1 of ITU-T T.81.</summary>
    private const int ExampleSum = 3688;

    /// <returns>How many components its frame has: 1 is grey, 3 colour, 4 print; 0 when no frame is found.</returns>
    public static int Components(ReadOnlySpan<byte> jpeg) => Frame(jpeg) is var at and > 0 ? jpeg[at + 9] : 0;

    /// <summary>Pixels of four bytes that the coefficients of a progressive picture take; none of a baseline one, which is decoded row by row.</summary>
    public static long PixelsHeld(ReadOnlySpan<byte> jpeg, PhotoHeader header) =>
        IsProgressive(jpeg) ? (long)header.Width * header.Height * Components(jpeg) / 2 : 0;

    /// <returns>1 to 100; null when no table is found.</returns>
    public static int? Quality(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 4 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] != StartOfScan;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (jpeg[at + 1] == Tables && Luminance(jpeg[(at + 4)..Math.Min(jpeg.Length, at + 2 + Math.Max(2, (int)length))]) is { } sum)
            {
                var scale = 100.0 * sum / ExampleSum;
                return (int)Math.Clamp(Math.Round(scale > 100 ? 5000 / scale : (200 - scale) / 2), 1, 100);
            }

            at += 2 + Math.Max(2, (int)length);
        }

        return null;
    }

    private static bool IsProgressive(ReadOnlySpan<byte> jpeg) => Frame(jpeg) is var at and > 0 && jpeg[at + 1] is (0xC2 or 0xC6 or 0xCA or 0xCE);

    // Where the frame's marker stands; 0 when none is found.
    private static int Frame(ReadOnlySpan<byte> jpeg)
    {
        for (var at = 2; at + 10 <= jpeg.Length && jpeg[at] == 0xFF && jpeg[at + 1] != StartOfScan;)
        {
            if (jpeg[at + 1] is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return at;
            }

            at += 2 + Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]));
        }

        return 0;
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
