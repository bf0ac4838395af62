namespace DefectVision.Statistics.Tests.Golden;

/// <summary>Every row of every reference file, within the tolerance its README names.</summary>
[Trait("Category", "Golden")]
public sealed class GoldenTests
{
    private static readonly Dictionary<string, Action<GoldenRow>> Readers = new()
    {
        ["aql_exceedance_test.csv"] = SamplingGolden.Exceedance,
        ["auroc_delong.csv"] = CalibrationGolden.Area,
        ["auroc_delong_paired.csv"] = CalibrationGolden.PairedAreas,
        ["bayes_prevalence.csv"] = CorrectionGolden.Bayes,
        ["beta_binomial.csv"] = CartonsGolden.BetaBinomialLikelihood,
        ["binomial_interval.csv"] = IntervalsGolden.Binomial,
        ["calibration_metrics.csv"] = CalibrationGolden.Measures,
        ["carton_guaranteed_lower.csv"] = CartonsGolden.Dyadic,
        ["cluster_carton.csv"] = CartonsGolden.Cluster,
        ["conformal_refer_band.csv"] = CalibrationGolden.ReferBand,
        ["control_charts.csv"] = ComparisonGolden.Charts,
        ["double_sampling_oc.csv"] = SamplingGolden.DoubleSampling,
        ["drift.csv"] = ComparisonGolden.Drift,
        ["hypergeometric_bound.csv"] = IntervalsGolden.HypergeometricBound,
        ["iso2859_1_1999_single_plan.csv"] = SamplingGolden.IsoSinglePlan,
        ["iso2859_switching.csv"] = SamplingGolden.Switching,
        ["item_aggregation.csv"] = CartonsGolden.Items,
        ["k_lot_tests.csv"] = ComparisonGolden.SeveralLots,
        ["milstd105e_cells.csv"] = SamplingGolden.MilStdCells,
        ["money.csv"] = VerificationGolden.Money,
        ["neyman_allocation.csv"] = VerificationGolden.Neyman,
        ["oc_curve.csv"] = SamplingGolden.OcCurve,
        ["operating_point.csv"] = CalibrationGolden.OperatingPoint,
        ["p_adjust.csv"] = ComparisonGolden.Adjustments,
        ["ppi_mean_binary.csv"] = CorrectionGolden.PredictionPoweredInference,
        ["prevalence_known_se_sp.csv"] = CorrectionGolden.KnownErrorRates,
        ["rogan_gladen_guaranteed.csv"] = CorrectionGolden.Guaranteed,
        ["rogan_gladen_lang_reiczigel.csv"] = CorrectionGolden.LangReiczigelInterval,
        ["sample_size_consumer_risk.csv"] = SamplingGolden.ConsumerRiskSizes,
        ["stratified_verification.csv"] = VerificationGolden.Chain,
        ["two_lot_tests.csv"] = ComparisonGolden.TwoLots,
        ["unknown_lot_lower.csv"] = IntervalsGolden.UnknownLotLower,
    };

    /// <summary>What is read, and what lies in the folder: a file nobody reads must not go unnoticed.</summary>
    public static TheoryData<string> Files => [.. Readers.Keys.Union(GoldenFolder.Files).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_row_of_the_file_is_reproduced(string file)
    {
        var path = Path.Combine(GoldenFolder.Values, file);
        Assert.True(File.Exists(path), $"No reference values at {path}.");

        Assert.True(Readers.TryGetValue(file, out var read), $"Nothing reads {file}.");

        var failures = new List<string>();
        foreach (var cells in GoldenFolder.Rows(path))
        {
            var row = new GoldenRow(cells);
            read(row);
            failures.AddRange(row.Failures);
        }
        Assert.True(failures.Count == 0, $"{file}: {failures.Count} values differ.\n" + string.Join('\n', failures.Take(40)));
    }
}
