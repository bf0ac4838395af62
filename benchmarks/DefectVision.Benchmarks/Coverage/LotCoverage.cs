using DefectVision.Statistics;
using DefectVision.Statistics.Intervals;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Benchmarks.Coverage;

/// <summary>The bounds for finite lots and the test against the AQL: every sample, every number of nonconforming items.</summary>
internal static class LotCoverage
{
    private static readonly (int Lot, int N)[] Designs =
    [
        (10, 3), (10, 7), (25, 5), (50, 13), (80, 79), (120, 1), (120, 20), (120, 60), (300, 32), (300, 50), (600, 80), (1200, 80), (1200, 125),
    ];

    public static IEnumerable<CoverageScan> Scan()
    {
        foreach (var side in Enum.GetValues<Side>())
        {
            yield return Enumerate("Hypergeometric, test inversion", side.ToString(), (x, n, lot) =>
            {
                var bound = Hypergeometric.Bound(x, n, lot, ConfidenceLevel.P95, side);
                return bad => bound.Lower <= bad && bad <= bound.Upper;
            });
        }
        foreach (var side in Enum.GetValues<Side>())
        {
            yield return Enumerate("Clopper-Pearson, unknown lot size", side.ToString(), (x, n, lot) =>
            {
                var bound = UnknownLot.Bound(x, n, ConfidenceLevel.P95, side);
                return bad => bound.Lower.Value <= (double)bad / lot + 1e-15 && (double)bad / lot - 1e-15 <= bound.Upper.Value;
            });
        }
        var aql = Aql.Parse("2.5");
        yield return Enumerate("Worse than AQL 2.5, no false proof", "Lower", (x, n, lot) =>
        {
            var test = AqlExceedance.Test(x, n, lot, aql, ConfidenceLevel.P95);
            return bad => bad > test.PermittedInLot || !test.Proven;
        });
    }

    /// <summary>The worst case for a lot of unknown size is one nonconforming item, so that lot is always among the designs.</summary>
    private static CoverageScan Enumerate(string method, string side, Func<int, int, int, Func<int, bool>> covers)
    {
        var scan = new CoverageScan(method, side, 0.95, 0);
        foreach (var (lot, n) in Designs)
        {
            var bySample = Enumerable.Range(0, n + 1).Select(x => covers(x, n, lot)).ToArray();
            for (var bad = 0; bad <= lot; bad++)
                scan.Add(Coverage(bySample, lot, bad), $"N={lot} n={n} D={bad}");
        }
        var worst = Enumerable.Range(0, 257).Select(x => covers(x, 256, 5000)).ToArray();
        for (var bad = 0; bad <= 40; bad++)
            scan.Add(Coverage(worst, 5000, bad), $"N=5000 n=256 D={bad}");
        return scan;
    }

    private static double Coverage(Func<int, bool>[] covers, int lot, int bad)
    {
        var n = covers.Length - 1;
        var (coverage, total) = (0.0, 0.0);
        for (var x = Math.Max(0, n + bad - lot); x <= Math.Min(n, bad); x++)
        {
            var chance = Chances.Hypergeometric(x, lot, bad, n);
            total += chance;
            if (covers[x](bad))
                coverage += chance;
        }
        // The log-factorials are good to 1e-11; what they miss of 1 is not the method's fault.
        return coverage / total;
    }
}
