using DefectVision.Statistics;
using DefectVision.Statistics.Correction;

namespace DefectVision.Benchmarks.Coverage;

/// <summary>The guaranteed bounds from flags alone: finite lots, independent validation items of a process.</summary>
internal static class CorrectionCoverage
{
    private const int Lot = 600;

    public static IEnumerable<CoverageScan> Scan(int repetitions)
    {
        yield return Simulate("Specificity-only lower bound", Side.Lower, repetitions, (flagged, _, specificity) =>
            SpecificityOnly.LowerBound(flagged, specificity, ConfidenceLevel.P95));
        foreach (var side in Enum.GetValues<Side>())
        {
            yield return Simulate("Three-way bound", side, repetitions, (flagged, sensitivity, specificity) =>
                ThreeWay.Bound(flagged, sensitivity, specificity, ConfidenceLevel.P95, side));
        }
    }

    private static CoverageScan Simulate(string method, Side side, int repetitions, Func<Tally, Tally, Tally, RateInterval> bound)
    {
        var scan = new CoverageScan(method, side.ToString(), 0.95, repetitions);
        var known = new Dictionary<(int, int, int), RateInterval>();
        foreach (var (n, validation) in new[] { (80, 40), (200, 100) })
        {
            known.Clear();
            foreach (var bad in new[] { 0, 6, 60, 240 })
            {
                foreach (var (sensitivity, specificity) in new[] { (1.0, 0.98), (0.8, 0.999), (0.6, 0.9) })
                {
                    scan.Simulate($"N={Lot} n={n} D={bad} Se={sensitivity} Sp={specificity}", (ulong)scan.Points, generator =>
                    {
                        var found = generator.Draw(Lot, bad, n);
                        var flags = generator.Toss(found, sensitivity) + generator.Toss(n - found, 1 - specificity);
                        var (caught, cleared) = (generator.Toss(validation, sensitivity), generator.Toss(validation, specificity));
                        if (!known.TryGetValue((flags, caught, cleared), out var interval))
                            known[(flags, caught, cleared)] = interval = bound(new Tally(flags, n), new Tally(caught, validation), new Tally(cleared, validation));
                        var rate = (double)bad / Lot;
                        return interval.Lower.Value <= rate && rate <= interval.Upper.Value;
                    });
                }
            }
        }
        return scan;
    }
}
