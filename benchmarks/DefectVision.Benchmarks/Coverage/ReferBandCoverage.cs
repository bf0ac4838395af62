using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Benchmarks.Coverage;

/// <summary>The tolerance band: how often the calibration set keeps the miss rate of the whole process at or below the permitted one.</summary>
internal static class ReferBandCoverage
{
    public static IEnumerable<CoverageScan> Scan(int repetitions)
    {
        var scan = new CoverageScan("Tolerance refer band", "Upper", 0.95, repetitions);
        foreach (var items in new[] { 20, 59, 93, 200 })
        {
            foreach (var rate in new[] { 0.05, 0.1 })
            {
                // Scores are uniform, or rounded to twentieths so that many tie; then the miss rate below a threshold is the threshold.
                foreach (var steps in new[] { 0, 20 })
                {
                    scan.Simulate($"{items} items, miss rate {rate}, {(steps == 0 ? "no ties" : "ties")}", (ulong)scan.Points, generator =>
                    {
                        var scores = new double[items];
                        for (var i = 0; i < items; i++)
                            scores[i] = steps == 0 ? generator.NextDouble() : generator.NextInt(steps) / (double)steps;
                        var band = ToleranceBand.Fit(scores, [], new Rate(rate), new Rate(rate), ConfidenceLevel.P95);
                        return Math.Max(0, band.PassBelow) <= rate + 1e-12;
                    });
                }
            }
        }
        yield return scan;
    }
}
