namespace DefectVision.Throughput.Measuring;

internal static class Median
{
    /// <summary>The middle value; of an even count the mean of the two middle ones.</summary>
    public static double Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>A run whose every figure is the median of that figure.</summary>
    public static Measurement Of(IReadOnlyList<Measurement> runs) => runs[0] with
    {
        Seconds = Of(runs.Select(run => run.Seconds)),
        CpuSeconds = Of(runs.Select(run => run.CpuSeconds)),
        PeakMiB = Of(runs.Select(run => run.PeakMiB)),
    };
}
