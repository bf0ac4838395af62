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
