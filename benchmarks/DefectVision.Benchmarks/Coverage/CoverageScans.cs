namespace DefectVision.Benchmarks.Coverage;

/// <summary>All class-G methods.</summary>
internal static class CoverageScans
{
    /// <param name="repetitions">Samples per simulated point.</param>
    public static IEnumerable<CoverageScan> All(int repetitions) =>
    [
        .. ProcessCoverage.Scan(),
        .. LotCoverage.Scan(),
        .. CorrectionCoverage.Scan(repetitions),
        .. VerificationCoverage.Scan(repetitions),
        .. CartonCoverage.Scan(repetitions),
        .. ReferBandCoverage.Scan(repetitions),
    ];
}
