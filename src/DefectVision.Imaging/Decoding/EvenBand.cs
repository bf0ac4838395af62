using System.Runtime.InteropServices;

namespace DefectVision.Imaging.Decoding;

/// <summary>
/// A picture that breaks off: from some row to the last one of the file it has one value that decoders and copies put where there is no data, the middle grey of JPEG or nothing at all.
/// Nothing in the file may tell it, where somebody saved the broken picture anew.
/// </summary>
internal static class EvenBand
{
    private const int MiddleGrey = 128;

    /// <summary>Least share of the picture's rows.</summary>
    private const double LeastShare = 1 / 32.0;

    private const int LeastRows = 2;
    private const double MostOfBand = 0.25;
    private const double MostOfOneValue = 0.5;

    /// <summary>Of the rows outside the band, one in so many is looked at.</summary>
    private const int PartOfRows = 8;

    /// <param name="pixels">RGBA, rows from the top.</param>
    /// <param name="width">Of a row.</param>
    /// <param name="isUpward">The file begins with the lowest row, so that it breaks off at the top.</param>
    /// <returns>The share of rows that the band takes, 0 to 1; null where there is none.</returns>
    public static double? Of(ReadOnlySpan<byte> pixels, int width, bool isUpward = false)
    {
        var stride = 4 * width;
        var height = pixels.Length / stride;
        var last = isUpward ? pixels[..4] : pixels[^4..];
        if (!(last[0] == last[1] && last[1] == last[2] && (last[0] == MiddleGrey || last[0] == 0)))
        {
            return null;
        }

        var rows = 0;
        while (rows < height && IsEven(pixels.Slice((isUpward ? rows : height - 1 - rows) * stride, stride), last))
        {
            rows++;
        }

        // A ground that is the picture's own surrounds what it shows; where a picture breaks off, it stood in full width above.
        return rows >= Math.Max(LeastRows, height * LeastShare) && rows < height && IsPhoto(Beside(pixels, stride, height, rows, isUpward), last) ? (double)rows / height : null;
    }

    // The rows that stand next to the band.
    private static ReadOnlySpan<byte> Beside(ReadOnlySpan<byte> pixels, int stride, int height, int rows, bool isUpward)
    {
        var bytes = Math.Max(1, (height - rows) / PartOfRows) * stride;
        return isUpward ? pixels.Slice(rows * stride, bytes) : pixels.Slice(((height - rows) * stride) - bytes, bytes);
    }

    // Hardly a pixel beside the band has its value, and no other value has most of them. In a mask one has.
    private static bool IsPhoto(ReadOnlySpan<byte> beside, ReadOnlySpan<byte> value)
    {
        var near = MemoryMarshal.Cast<byte, uint>(beside);
        return near.Count(MemoryMarshal.Read<uint>(value)) <= near.Length * MostOfBand && near.Count(Commonest(near)) <= near.Length * MostOfOneValue;
    }

    // The value that has more than half of the pixels, if one has (Boyer and Moore's vote).
    private static uint Commonest(ReadOnlySpan<uint> pixels)
    {
        var (candidate, votes) = (0u, 0);
        foreach (var pixel in pixels)
        {
            candidate = votes == 0 ? pixel : candidate;
            votes += pixel == candidate ? 1 : -1;
        }

        return candidate;
    }

    private static bool IsEven(ReadOnlySpan<byte> row, ReadOnlySpan<byte> value)
    {
        for (var at = 0; at < row.Length; at += 4)
        {
            if (!row.Slice(at, 4).SequenceEqual(value))
            {
                return false;
            }
        }

        return true;
    }
}
