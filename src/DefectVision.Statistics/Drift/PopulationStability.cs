using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Drift;

/// <summary>The population stability index: how far the current values have moved between bins of the reference values.</summary>
/// <param name="Index">0 or more.</param>
/// <param name="Bins">Bins used; equal quantiles of the reference are one bin.</param>
/// <param name="ReferenceCount">Number of reference values.</param>
/// <param name="CurrentCount">Number of current values.</param>
/// <remarks>Bins are quantiles of the reference (type 7), counts get one half each. Source of the alarm level: Yurdakul 2018, Statistical Properties of Population Stability Index.</remarks>
public sealed record PopulationStability(double Index, int Bins, int ReferenceCount, int CurrentCount)
{
    private const double AlarmTail = 0.01;

    /// <summary>What chance alone exceeds once in a hundred: the χ² point times 1/m + 1/n. The customary 0.1 and 0.25 ignore the numbers of values.</summary>
    public double AlarmAbove => Bins < 2 ? 0 : ChiSquaredTail.UpperQuantile(AlarmTail, Bins - 1) * (1.0 / ReferenceCount + 1.0 / CurrentCount);

    public bool IsAlarm => Index > AlarmAbove;

    /// <param name="reference">One value or more, none NaN.</param>
    /// <param name="current">One value or more, none NaN.</param>
    /// <param name="bins">Bins asked for, 2 or more; usually 10.</param>
    public static PopulationStability Of(IReadOnlyList<double> reference, IReadOnlyList<double> current, int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 2);
        if (reference.Count == 0 || current.Count == 0 || reference.Concat(current).Any(double.IsNaN))
            throw new ArgumentException($"Found {reference.Count} reference and {current.Count} current values, wanted one or more of each and numbers only.");
        var sorted = reference.Order().ToArray();
        var edges = Enumerable.Range(1, bins - 1).Select(i => Quantile(sorted, (double)i / bins)).Distinct().ToArray();
        var (before, after) = (Counts(reference, edges), Counts(current, edges));
        var index = 0.0;
        for (var bin = 0; bin <= edges.Length; bin++)
        {
            var was = (before[bin] + 0.5) / (reference.Count + 0.5 * before.Length);
            var isNow = (after[bin] + 0.5) / (current.Count + 0.5 * after.Length);
            index += (isNow - was) * Math.Log(isNow / was);
        }
        return new PopulationStability(index, before.Length, reference.Count, current.Count);
    }

    private static double Quantile(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = (int)Math.Floor(place);
        var above = Math.Min(below + 1, sorted.Length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /// <summary>Values per bin; a value on an edge belongs to the bin below it.</summary>
    private static int[] Counts(IReadOnlyList<double> values, double[] edges)
    {
        var counts = new int[edges.Length + 1];
        foreach (var value in values)
            counts[edges.Count(edge => edge < value)]++;
        return counts;
    }
}
