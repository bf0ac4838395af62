using DefectVision.Statistics;
using DefectVision.Statistics.Intervals;

namespace DefectVision.Benchmarks.Coverage;

/// <summary>Clopper-Pearson: every sample of a process, up to 60 items, rates on a grid of 0.001.</summary>
internal static class ProcessCoverage
{
    public static IEnumerable<CoverageScan> Scan()
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            var scan = new CoverageScan("Clopper-Pearson", side.ToString(), 0.95, 0);
            for (var n = 1; n <= 60; n++)
            {
                var bounds = Enumerable.Range(0, n + 1).Select(x => ClopperPearson.Bound(x, n, ConfidenceLevel.P95, side)).ToArray();
                for (var thousandth = 0; thousandth <= 1000; thousandth++)
                {
                    var p = thousandth / 1000.0;
                    var coverage = bounds.Select((bound, x) => bound.Lower.Value <= p && p <= bound.Upper.Value ? Chances.Binomial(x, n, p) : 0).Sum();
                    scan.Add(coverage, $"n={n} p={p}");
                }
            }
            yield return scan;
        }
    }
}
