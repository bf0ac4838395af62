using System.Diagnostics;
using System.Globalization;
using DefectVision.Statistics;
using DefectVision.Statistics.Intervals;

namespace DefectVision.Benchmarks;

/// <summary>Prints milliseconds per bound. Fails when one takes 50 ms or more.</summary>
internal static class BoundsCommand
{
    private const double LongestMilliseconds = 50;
    private const int Repetitions = 5;

    private static readonly long[] LotSizes = [1_000, 100_000, 10_000_000];
    private static readonly double[] SampleShares = [0.001, 0.05, 0.5, 0.9];

    public static int Run(TextWriter output)
    {
        output.WriteLine($"{"N",10} {"n",10} {"x",10} {"hypergeometric",15} {"unknown lot",12}   (milliseconds, two-sided, slowest of {Repetitions})");
        var slowest = 0.0;
        foreach (var (lotSize, n) in Sizes())
        {
            foreach (var x in new[] { 0, 1, n / 50, n / 2, n - n / 50 }.Distinct())
            {
                var hypergeometric = Milliseconds(() => Hypergeometric.Bound(x, n, lotSize, ConfidenceLevel.P95, Side.TwoSided));
                var unknown = Milliseconds(() => UnknownLot.Bound(x, n, ConfidenceLevel.P95, Side.TwoSided));
                slowest = Math.Max(slowest, Math.Max(hypergeometric, unknown));
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lotSize,10} {n,10} {x,10} {hypergeometric,15:0.000} {unknown,12:0.000}"));
            }
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"slowest {slowest:0.0} ms, wanted below {LongestMilliseconds} ms"));
        return slowest < LongestMilliseconds ? 0 : 1;
    }

    private static IEnumerable<(long LotSize, long N)> Sizes() =>
        from lotSize in LotSizes
        from share in SampleShares
        select (lotSize, Math.Max(1, (long)(lotSize * share)));

    private static double Milliseconds(Action bound)
    {
        bound();
        var slowest = 0.0;
        for (var i = 0; i < Repetitions; i++)
        {
            var start = Stopwatch.GetTimestamp();
            bound();
            slowest = Math.Max(slowest, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        return slowest;
    }
}
