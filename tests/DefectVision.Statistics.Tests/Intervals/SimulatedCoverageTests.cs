using DefectVision.Benchmarks.Coverage;

namespace DefectVision.Statistics.Tests.Intervals;

/// <summary>The scans of the benchmark's coverage command, with fewer samples a point.</summary>
public sealed class SimulatedCoverageTests
{
    private const int Repetitions = 1500;

    [Fact]
    public void Bounds_corrected_for_a_classifier_cover_as_they_promise() => AssertHold(CorrectionCoverage.Scan(Repetitions));

    [Fact]
    public void Bounds_from_confirmed_items_cover_whatever_the_classifier_does() => AssertHold(VerificationCoverage.Scan(Repetitions));

    [Fact]
    public void Carton_bounds_cover_however_the_items_cluster() => AssertHold(CartonCoverage.Scan(Repetitions));

    [Fact]
    public void A_tolerance_band_keeps_its_miss_rate_in_all_but_the_permitted_calibration_sets() => AssertHold(ReferBandCoverage.Scan(Repetitions));

    [Fact]
    public void Bounds_for_larger_lots_cover_and_no_lot_at_its_AQL_is_proven_worse() => AssertHold(LotCoverage.Scan());

    private static void AssertHold(IEnumerable<CoverageScan> scans) =>
        Assert.All(scans, scan => Assert.True(scan.Holds, $"{scan.Method} {scan.Side}: {scan.Minimum:0.0000} at {scan.Where}, wanted {scan.Required:0.0000}"));
}
