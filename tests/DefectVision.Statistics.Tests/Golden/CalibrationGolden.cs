using DefectVision.Statistics.Calibration;

namespace DefectVision.Statistics.Tests.Golden;

internal static class CalibrationGolden
{
    public static void Area(GoldenRow row)
    {
        var found = AreaUnderCurve.Of(Scores(row, "scores_labels"));
        row.Same("n_pos", found.Nonconforming);
        row.Same("n_neg", found.Conforming);
        row.Near("auc", found.Value.Value, 1e-8, 1e-12);
        row.Near("var_delong", found.Variance, 1e-8, 1e-12);
        row.Near("se", found.StandardError, 1e-8, 1e-12);
        row.Same("status", found.Status == BoundStatus.Degenerate ? "degenerate" : "ok");
        if (found.Status == BoundStatus.Degenerate)
            return;
        var wald = found.WaldLimits(row.Confidence);
        var logit = found.LogitLimits(row.Confidence);
        row.Near("lower", wald.Lower, 1e-8, 1e-12);
        row.Near("upper", wald.Upper, 1e-8, 1e-12);
        row.Near("logit_lower", logit.Lower, 1e-8, 1e-12);
        row.Near("logit_upper", logit.Upper, 1e-8, 1e-12);
    }

    public static void PairedAreas(GoldenRow row)
    {
        var cells = row.Tuples("scoreA_scoreB_label", ':');
        var found = AreaComparison.Of(
            [.. cells.Select(cell => new LabelledScore(cell[0], cell[2] == 1))],
            [.. cells.Select(cell => new LabelledScore(cell[1], cell[2] == 1))]);
        row.Near("auc_a", found.First.Value, 1e-8, 1e-12);
        row.Near("auc_b", found.Second.Value, 1e-8, 1e-12);
        row.Near("z", found.Z ?? double.NaN, 1e-8, 1e-12);
        row.Near("p_value", found.PValue?.Value ?? double.NaN, 1e-8, 1e-12);
    }

    public static void Measures(GoldenRow row)
    {
        var forecasts = row.Tuples("scores_labels", ':').Select(cell => new Forecast(new Probability(cell[0]), cell[1] == 1)).ToArray();
        var found = CalibrationMeasures.Of(forecasts, (int)row.Count("bins"));
        row.Same("n", found.Items);
        row.Near("brier", found.Brier, 1e-8, 1e-12);
        row.Near("log_loss", found.LogLoss, 1e-8, 1e-12);
        row.Near("ece_equal_width", found.ExpectedErrorEqualWidth, 1e-8, 1e-12);
        row.Near("mce_equal_width", found.LargestErrorEqualWidth, 1e-8, 1e-12);
        row.Near("ece_equal_mass", found.ExpectedErrorEqualMass, 1e-8, 1e-12);
        row.Near("mean_y_minus_mean_p", found.CalibrationInTheLarge, 1e-8, 1e-12);
    }

    public static void OperatingPoint(GoldenRow row)
    {
        var items = Scores(row, "scores_labels");
        var costs = new ErrorCosts(row.Decimal("cost_fn"), row.Decimal("cost_fp"), row.Decimal("cost_review"));
        var (threshold, cost) = costs.CheapestThreshold(items);
        row.Near("bayes_threshold", costs.FlagFrom.Value, 1e-9, 0);
        row.Near("empirical_threshold", threshold, 1e-9, 0);
        row.Near("empirical_mean_cost", (double)cost, 1e-9, 0);
        row.Near("review_low", costs.PassUpTo, 1e-9, 0);
        row.Near("review_high", costs.FlagWithoutReviewFrom, 1e-9, 0);
        var decisions = items.Select(item => costs.Decide(new Probability(item.Score))).ToLookup(decision => decision);
        row.Same("n_auto_flag", decisions[Triage.Flag].Count());
        row.Same("n_review", decisions[Triage.Refer].Count());
        row.Same("n_auto_pass", decisions[Triage.Pass].Count());
    }

    public static void ReferBand(GoldenRow row)
    {
        var (defects, goods) = (row.Numbers("scores_defect"), row.Numbers("scores_good"));
        var (miss, falseAlarm) = (new Rate(row.Number("alpha_miss")), new Rate(row.Number("alpha_false_alarm")));
        var tests = row.Numbers("test_scores");
        var conformal = SplitConformalBand.Fit(defects, goods, miss, falseAlarm);
        row.Near("q_defect", conformal.DefectCutoff, 0, 1e-12);
        row.Near("q_good", conformal.GoodCutoff, 0, 1e-12);
        row.Same("conformal_decisions", Decisions(tests.Select(conformal.Decide)));

        var band = ToleranceBand.Fit(defects, goods, miss, falseAlarm, new ConfidenceLevel(1 - row.Number("delta")));
        row.Same("j_pass", band.PassRank);
        row.Near("t_pass", band.PassBelow, 0, 1e-12);
        row.Same("j_flag", band.FlagRank);
        row.Near("t_flag", band.FlagAbove, 0, 1e-12);
        row.Same("pac_decisions", Decisions(tests.Select(band.Decide)));
    }

    private static LabelledScore[] Scores(GoldenRow row, string column) =>
        [.. row.Tuples(column, ':').Select(cell => new LabelledScore(cell[0], cell[1] == 1))];

    private static string Decisions(IEnumerable<Triage> decisions) =>
        string.Join(';', decisions.Select(decision => decision switch { Triage.Pass => "pass", Triage.Flag => "flag", _ => "refer" }));
}
