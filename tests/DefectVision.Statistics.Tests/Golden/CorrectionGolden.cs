using DefectVision.Statistics.Correction;
using DefectVision.Statistics.Intervals;
using DefectVision.Statistics.Tests.Forbidden;

namespace DefectVision.Statistics.Tests.Golden;

internal static class CorrectionGolden
{
    public static void LangReiczigelInterval(GoldenRow row)
    {
        var (flagged, sensitivity, specificity) = Counts(row);
        var found = LangReiczigel.TwoSided(flagged, sensitivity, specificity, row.Confidence);
        row.Near("youden_j", found.YoudenIndex!.Value, 1e-8, 1e-12);
        if (found.Interval.Status == BoundStatus.UninformativeClassifier)
        {
            row.Same("status", "uninformative_classifier");
            row.Near("lr_lower", found.Interval.Lower.Value, 0, 0);
            row.Near("lr_upper", found.Interval.Upper.Value, 0, 0);
            return;
        }

        var raw = found.RawEstimate!.Value;
        row.Near("rg_raw", raw, 1e-8, 1e-12);
        row.Near("rg_clamped", Math.Clamp(raw, 0, 1), 1e-8, 1e-12);
        var (lower, upper) = LangReiczigel.RawLimits(flagged, sensitivity, specificity, row.Confidence)!.Value;
        row.Near("lr_lower_raw", lower, 1e-8, 1e-12);
        row.Near("lr_upper_raw", upper, 1e-8, 1e-12);
        row.Near("lr_lower", Math.Clamp(lower, 0, 1), 1e-8, 1e-12);
        row.Near("lr_upper", Math.Clamp(upper, 0, 1), 1e-8, 1e-12);
        // The reference file corrects with any number of validation items; the room refuses below thirty.
        row.Same("status", found.Interval.Status switch
        {
            BoundStatus.InconsistentLow => "inconsistent_low",
            BoundStatus.InconsistentHigh => "inconsistent_high",
            BoundStatus.TooFewValidationItems when Math.Min(sensitivity.Total, specificity.Total) < 30 => "ok",
            BoundStatus.Ok => "ok",
            var other => other.ToString(),
        });

        var delta = PlugInMethods.Delta(flagged, sensitivity, specificity, raw, found.YoudenIndex.Value, row.Confidence);
        row.Near("delta_se", delta.StandardError, 1e-8, 1e-12);
        row.Near("delta_lower", delta.Lower, 1e-8, 1e-12);
        row.Near("delta_upper", delta.Upper, 1e-8, 1e-12);
    }

    public static void Guaranteed(GoldenRow row)
    {
        var (flagged, sensitivity, specificity) = Counts(row);
        row.Near("lower_sp_only", SpecificityOnly.LowerBound(flagged, specificity, row.Confidence).Lower.Value, 1e-8, 1e-12);
        row.Near("lower_3way", ThreeWay.Bound(flagged, sensitivity, specificity, row.Confidence, Side.Lower).Lower.Value, 1e-8, 1e-12);
        row.Near("upper_3way", ThreeWay.Bound(flagged, sensitivity, specificity, row.Confidence, Side.Upper).Upper.Value, 1e-8, 1e-12);
    }

    public static void KnownErrorRates(GoldenRow row)
    {
        var (x, n) = (row.Count("x"), row.Count("n"));
        var apparent = row.Text("ap_method") == "wilson"
            ? Wilson.TwoSided(x, n, row.Confidence)
            : ClopperPearson.Bound(x, n, row.Confidence, Side.TwoSided);
        double se = row.Number("se"), sp = row.Number("sp"), share = (double)x / n;
        row.Near("ap", share, 1e-8, 1e-12);
        row.Near("ap_lower", apparent.Lower.Value, 1e-8, 1e-12);
        row.Near("ap_upper", apparent.Upper.Value, 1e-8, 1e-12);
        row.Near("tp", PlugInMethods.KnownErrorRates(share, se, sp), 1e-8, 1e-12);
        row.Near("tp_lower", PlugInMethods.KnownErrorRates(apparent.Lower.Value, se, sp), 1e-8, 1e-12);
        row.Near("tp_upper", PlugInMethods.KnownErrorRates(apparent.Upper.Value, se, sp), 1e-8, 1e-12);
    }

    public static void Bayes(GoldenRow row)
    {
        var (flagged, sensitivity, specificity) = Counts(row);
        var posterior = new PrevalencePosterior(flagged, sensitivity, specificity, row.Number("prior_a"), row.Number("prior_b"));
        var both = posterior.Interval(row.Confidence, Side.TwoSided);
        row.Near("post_mean", posterior.Mean.Value, 0, 1e-4);
        row.Near("post_median", posterior.Median.Value, 0, 1e-4);
        row.Near("lower_two", both.Lower.Value, 0, 1e-4);
        row.Near("upper_two", both.Upper.Value, 0, 1e-4);
        row.Near("lower_one_sided", posterior.Interval(row.Confidence, Side.Lower).Lower.Value, 0, 1e-4);
    }

    public static void PredictionPoweredInference(GoldenRow row)
    {
        var judged = new JudgedItems(row.Count("n_y1_f1"), row.Count("n_y1_f0"), row.Count("n_y0_f1"), row.Count("n_y0_f0"));
        var found = new PredictionPowered(judged, new Tally(row.Count("N_f1"), row.Count("N_f1") + row.Count("N_f0")));
        row.Near("ppipp_lambda", found.PowerTuning, 1e-8, 1e-12);
        row.Near("ppipp", found.Estimate, 1e-8, 1e-12);
        foreach (var (name, belief) in new[] { ("classical", 0), ("ppi", 1), ("ppipp", found.PowerTuning) })
        {
            var (estimate, lower, upper) = PredictionPoweredInterval.At(judged, found.FlaggedOfOthers, belief, row.Confidence);
            row.Near(name, estimate, 1e-8, 1e-12);
            row.Near(name + "_lower", lower, 1e-8, 1e-12);
            row.Near(name + "_upper", upper, 1e-8, 1e-12);
        }
    }

    private static (Tally Flagged, Tally Sensitivity, Tally Specificity) Counts(GoldenRow row) => (
        new Tally(row.Count("x"), row.Count("n")),
        new Tally(row.Count("se_k"), row.Count("se_n")),
        new Tally(row.Count("sp_k"), row.Count("sp_n")));
}
