using DefectVision.Statistics.Charts;
using DefectVision.Statistics.Comparison;
using DefectVision.Statistics.Drift;

namespace DefectVision.Statistics.Tests.Golden;

internal static class ComparisonGolden
{
    public static void TwoLots(GoldenRow row)
    {
        var (first, second) = (new Tally(row.Count("x1"), row.Count("n1")), new Tally(row.Count("x2"), row.Count("n2")));
        var fisher = FisherExact.Test(first, second);
        Near(row, "fisher_two_sided", fisher.TwoSided.Value);
        Near(row, "fisher_greater", fisher.FirstHigher.Value);
        Near(row, "fisher_less", fisher.FirstLower.Value);
        var plain = ChiSquaredTest.TwoLots(first, second);
        Near(row, "chi2", plain?.Statistic);
        Near(row, "chi2_p", plain?.PValue.Value);
        var yates = ChiSquaredTest.TwoLotsWithYates(first, second);
        Near(row, "chi2_yates", yates?.Statistic);
        Near(row, "chi2_yates_p", yates?.PValue.Value);
    }

    public static void SeveralLots(GoldenRow row)
    {
        var lots = row.Tallies("data");
        var test = ChiSquaredTest.Lots(lots);
        row.Same("k", lots.Length);
        Near(row, "chi2", test?.Statistic);
        Near(row, "chi2_p", test?.PValue.Value);
        Near(row, "dispersion_phi", test?.Dispersion);
        var trend = CochranArmitage.Test(lots);
        Near(row, "trend_chi2", trend?.Statistic);
        Near(row, "trend_p_two_sided", trend?.TwoSided.Value);
        Near(row, "trend_p_increasing", trend?.Rising.Value);
    }

    public static void Adjustments(GoldenRow row)
    {
        Probability[] raw = [.. row.Numbers("p_values").Select(p => new Probability(p))];
        Compare("bonferroni", MultipleTests.Bonferroni(raw));
        Compare("holm", MultipleTests.Holm(raw));
        Compare("benjamini_hochberg", MultipleTests.BenjaminiHochberg(raw));
        Compare("benjamini_yekutieli", MultipleTests.BenjaminiYekutieli(raw));

        void Compare(string column, IReadOnlyList<Probability> found) => row.Near(column, [.. found.Select(p => p.Value)], 1e-8, 1e-12);
    }

    public static void Charts(GoldenRow row)
    {
        var chart = ProportionChart.Of(row.Tallies("data"), row.Number("ewma_lambda"));
        Near(row, "p_bar", chart.Mean.Value);
        Near(row, "laney_sigma_z", chart.SigmaZ);
        Compare("z", point => point.Z);
        Compare("p_lcl", point => point.Limits.Lower);
        Compare("p_ucl", point => point.Limits.Upper);
        Compare("laney_lcl", point => point.LaneyLimits.Lower);
        Compare("laney_ucl", point => point.LaneyLimits.Upper);
        Compare("ewma_z", point => point.Ewma);
        Compare("ewma_limit", point => point.EwmaLimit);
        row.Same("status", chart.Status == BoundStatus.Degenerate ? "degenerate" : "ok");

        void Compare(string column, Func<ChartPoint, double> value) => row.Near(column, [.. chart.Points.Select(value)], 1e-8, 1e-12);
    }

    public static void Drift(GoldenRow row)
    {
        var (reference, current) = (row.Numbers("reference"), row.Numbers("current"));
        var path = new PooledPath(reference, current);
        row.Near("ks_d", path.Distance, 1e-8, 1e-12);
        row.Near("ks_p_asymptotic", path.LimitPValue(), 1e-6, 1e-12);
        row.Near("ks_p_exact_conditional", path.ExactPValue(), 1e-8, 1e-12);
        row.Same("ties", path.HasTies);
        var stability = PopulationStability.Of(reference, current, (int)row.Count("psi_bins"));
        row.Near("psi", stability.Index, 1e-8, 1e-12);
        row.Same("psi_bins_used", stability.Bins);
        var discrepancy = MeanDiscrepancy.Of([.. reference.Select(value => new[] { value })], [.. current.Select(value => new[] { value })]);
        row.Near("mmd2_unbiased", discrepancy.Squared, 1e-8, 1e-12);
        row.Near("mmd_bandwidth", discrepancy.Bandwidth, 1e-8, 1e-12);
    }

    private static void Near(GoldenRow row, string column, double? found) => row.Near(column, found ?? double.NaN, 1e-8, 1e-12);
}
