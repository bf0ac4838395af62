using DefectVision.Statistics;
using DefectVision.Statistics.Verification;

namespace DefectVision.Benchmarks.Coverage;

/// <summary>From confirmed items to the lot, with a classifier that misses and cries wolf.</summary>
internal static class VerificationCoverage
{
    private const int Lot = 1000;
    private const int SampleSize = 200;

    public static IEnumerable<CoverageScan> Scan(int repetitions)
    {
        yield return Simulate("Confirmed-only hypergeometric", "Lower", repetitions, chain => chain.ConfirmedOnly(ConfidenceLevel.P95));
        foreach (var side in Enum.GetValues<Side>())
            yield return Simulate("Stratified verification chain", side.ToString(), repetitions, chain => chain.BoundLot(ConfidenceLevel.P95, side));
        yield return Simulate("Confirmed below, chain above", "TwoSided", repetitions, chain => chain.ConfirmedBelowChainAbove(ConfidenceLevel.P95));
    }

    private static CoverageScan Simulate(string method, string side, int repetitions, Func<VerificationChain, CountInterval> bound)
    {
        var scan = new CoverageScan(method, side, 0.95, repetitions);
        var known = new Dictionary<VerificationChain, CountInterval>();
        foreach (var bad in new[] { 0, 5, 50, 300 })
        {
            foreach (var (sensitivity, specificity) in new[] { (1.0, 1.0), (0.9, 0.95), (0.5, 0.8) })
            {
                foreach (var (flaggedShare, unflaggedShare) in new[] { (1.0, 0.0), (1.0, 0.3), (0.5, 0.3) })
                {
                    scan.Simulate($"D={bad} Se={sensitivity} Sp={specificity} verified {flaggedShare}/{unflaggedShare}", (ulong)scan.Points, generator =>
                    {
                        var found = generator.Draw(Lot, bad, SampleSize);
                        var caught = generator.Toss(found, sensitivity);
                        var flagged = caught + generator.Toss(SampleSize - found, 1 - specificity);
                        var chain = new VerificationChain(
                            Verify(generator, flagged, caught, flaggedShare),
                            Verify(generator, SampleSize - flagged, found - caught, unflaggedShare),
                            Lot);
                        if (!known.TryGetValue(chain, out var interval))
                            known[chain] = interval = bound(chain);
                        return interval.Lower <= bad && bad <= interval.Upper;
                    });
                }
            }
        }
        return scan;
    }

    private static VerifiedStratum Verify(PinnedGenerator generator, int size, int bad, double share)
    {
        var verified = (int)Math.Ceiling(size * share);
        return new VerifiedStratum(size, new Tally(generator.Draw(size, bad, verified), verified));
    }
}
