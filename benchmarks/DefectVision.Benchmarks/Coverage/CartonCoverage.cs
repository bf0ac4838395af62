using DefectVision.Statistics;
using DefectVision.Statistics.Cartons;

namespace DefectVision.Benchmarks.Coverage;

/// <summary>The dyadic carton bound: lots whose defects sit evenly, in runs, or all in a few cartons.</summary>
internal static class CartonCoverage
{
    private const int Cartons = 60;
    private const int PackSize = 12;

    private static readonly (string Name, Func<int, int> Nonconforming)[] Lots =
    [
        ("one item in one carton", carton => carton == 0 ? 1 : 0),
        ("one rotten carton", carton => carton == 0 ? PackSize : 0),
        ("three rotten cartons", carton => carton < 3 ? PackSize : 0),
        ("every third carton half bad", carton => carton % 3 == 0 ? PackSize / 2 : 0),
        ("one item in each carton", _ => 1),
        ("rising from none to all", carton => carton * PackSize / Cartons),
        ("all but one carton rotten", carton => carton == 0 ? 0 : PackSize),
    ];

    public static IEnumerable<CoverageScan> Scan(int repetitions)
    {
        foreach (var isKnown in new[] { true, false })
        {
            var scan = new CoverageScan($"Dyadic carton bound, K {(isKnown ? "known" : "unknown")}", "Lower", 0.95, repetitions);
            foreach (var (name, nonconforming) in Lots)
            {
                int[] lot = [.. Enumerable.Range(0, Cartons).Select(nonconforming)];
                foreach (var opened in new[] { 3, 10, 30 })
                {
                    scan.Simulate($"{name}, {opened} of {Cartons} opened", (ulong)scan.Points, generator =>
                    {
                        generator.Shuffle<int>(lot);
                        var bound = DyadicBound.Lower([.. lot.Take(opened).Select(count => (long)count)], PackSize, isKnown ? Cartons : null, ConfidenceLevel.P95);
                        return bound.Rate.Lower.Value <= (double)lot.Sum() / (Cartons * PackSize) + 1e-12;
                    });
                }
            }
            yield return scan;
        }
    }
}
