namespace DefectVision.Statistics.Tests.Golden;

/// <summary>Every row of every reference file, within the tolerance its README names.</summary>
[Trait("Category", "Golden")]
public sealed class GoldenTests
{
    private static readonly Dictionary<string, Action<GoldenRow>> Readers = new()
    {
        ["two_lot_tests.csv"] = ComparisonGolden.TwoLots,
        ["k_lot_tests.csv"] = ComparisonGolden.SeveralLots,
        ["p_adjust.csv"] = ComparisonGolden.Adjustments,
        ["control_charts.csv"] = ComparisonGolden.Charts,
        ["drift.csv"] = ComparisonGolden.Drift,
        ["iso2859_switching.csv"] = SamplingGolden.Switching,
        ["double_sampling_oc.csv"] = SamplingGolden.DoubleSampling,
        ["sample_size_consumer_risk.csv"] = SamplingGolden.ConsumerRiskSizes,
        ["bayes_prevalence.csv"] = CorrectionGolden.Bayes,
        ["ppi_mean_binary.csv"] = CorrectionGolden.PredictionPoweredInference,
        ["carton_guaranteed_lower.csv"] = CartonsGolden.Dyadic,
        ["cluster_carton.csv"] = CartonsGolden.Cluster,
        ["beta_binomial.csv"] = CartonsGolden.BetaBinomialLikelihood,
        ["item_aggregation.csv"] = CartonsGolden.Items,
        ["stratified_verification.csv"] = VerificationGolden.Chain,
        ["neyman_allocation.csv"] = VerificationGolden.Neyman,
        ["money.csv"] = VerificationGolden.Money,
        ["auroc_delong.csv"] = CalibrationGolden.Area,
        ["auroc_delong_paired.csv"] = CalibrationGolden.PairedAreas,
        ["calibration_metrics.csv"] = CalibrationGolden.Measures,
        ["operating_point.csv"] = CalibrationGolden.OperatingPoint,
        ["conformal_refer_band.csv"] = CalibrationGolden.ReferBand,
        ["aql_exceedance_test.csv"] = SamplingGolden.Exceedance,
        ["rogan_gladen_lang_reiczigel.csv"] = CorrectionGolden.LangReiczigelInterval,
        ["rogan_gladen_guaranteed.csv"] = CorrectionGolden.Guaranteed,
        ["prevalence_known_se_sp.csv"] = CorrectionGolden.KnownErrorRates,
        ["binomial_interval.csv"] = IntervalsGolden.Binomial,
        ["hypergeometric_bound.csv"] = IntervalsGolden.HypergeometricBound,
        ["unknown_lot_lower.csv"] = IntervalsGolden.UnknownLotLower,
        ["iso2859_1_1999_single_plan.csv"] = SamplingGolden.IsoSinglePlan,
        ["milstd105e_cells.csv"] = SamplingGolden.MilStdCells,
        ["oc_curve.csv"] = SamplingGolden.OcCurve,
    };

    public static TheoryData<string> Files => [.. Readers.Keys.Order(StringComparer.Ordinal)];

    [SkippableTheory]
    [MemberData(nameof(Files))]
    public void Every_row_of_the_file_is_reproduced(string file)
    {
        var path = Path.Combine(GoldenFolder.Path, file);
        Skip.IfNot(File.Exists(path), $"No reference values at {path}; set DEFECTVISION_GOLDEN to a folder that has them.");

        var failures = new List<string>();
        foreach (var cells in GoldenFolder.Rows(path))
        {
            var row = new GoldenRow(cells);
            Readers[file](row);
            failures.AddRange(row.Failures);
        }
        Assert.True(failures.Count == 0, $"{file}: {failures.Count} values differ.\n" + string.Join('\n', failures.Take(40)));
    }
}
