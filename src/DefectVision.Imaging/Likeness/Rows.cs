using System.Numerics;
using System.Runtime.InteropServices;

namespace DefectVision.Imaging.Likeness;

/// <summary>Sums of rows, several places at a time. Each place is worked out by itself, so that a machine's vectors change no bit.</summary>
internal static class Rows
{
    /// <summary>Adds a weighted row to another one of the same length.</summary>
    public static void Add(Span<double> sum, double weight, ReadOnlySpan<double> row)
    {
        var wide = MemoryMarshal.Cast<double, Vector<double>>(row);
        var wideSum = MemoryMarshal.Cast<double, Vector<double>>(sum)[..wide.Length];
        var weights = new Vector<double>(weight);
        for (var at = 0; at < wide.Length; at++)
        {
            wideSum[at] += wide[at] * weights;
        }

        for (var at = wide.Length * Vector<double>.Count; at < sum.Length; at++)
        {
            sum[at] += row[at] * weight;
        }
    }
}
