using DefectVision.Throughput.Measuring;

namespace DefectVision.Throughput.Children;

/// <summary>Two programs over one folder in turn, so that a machine that is busy for a while slows both.</summary>
internal static class Comparison
{
    /// <summary>Runs one after the other, so many times each.</summary>
    /// <param name="seen">Told of each run as it ends.</param>
    /// <returns>The medians of either.</returns>
    public static (Measurement One, Measurement Other) Execute(ChildRun one, ChildRun other, int rounds, Action<Measurement> seen)
    {
        List<Measurement> ones = [], others = [];
        for (var round = 0; round < rounds; round++)
        {
            ones.Add(one.Execute());
            seen(ones[^1]);
            others.Add(other.Execute());
            seen(others[^1]);
        }

        return (Median.Of(ones), Median.Of(others));
    }
}
