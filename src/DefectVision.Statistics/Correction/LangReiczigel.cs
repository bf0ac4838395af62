using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Correction;

/// <summary>The interval around the Rogan-Gladen estimate that allows for sensitivity and specificity being estimates too. Two-sided, for display.</summary>
/// <remarks>
/// Source: Lang and Reiczigel 2014, Preventive Veterinary Medicine 113:13, with (1−P')² where the paper misprints (1+P')².
/// Its lower limit alone fell to 0.9385 at nominal 0.95, so it is no one-sided bound.
/// </remarks>
public static class LangReiczigel
{
    /// <summary>Fewer known items of either kind than this, and nothing is corrected.</summary>
    public const int FewestValidationItems = 30;

    private const string Method = "Lang-Reiczigel";
    private const string Version = "1";

    /// <param name="flagged">Flagged of the items inspected in the lot.</param>
    /// <param name="sensitivity">Flagged of the known nonconforming items.</param>
    /// <param name="specificity">Unflagged of the known conforming items.</param>
    /// <param name="confidence">Of the two-sided interval.</param>
    public static CorrectedRate TwoSided(Tally flagged, Tally sensitivity, Tally specificity, ConfidenceLevel confidence)
    {
        if (flagged.Total == 0 || sensitivity.Total == 0 || specificity.Total == 0)
            return Refused(flagged.Total == 0 ? BoundStatus.NoData : BoundStatus.TooFewValidationItems, null, null);
        var youden = RoganGladen.YoudenIndex(sensitivity, specificity);
        var limits = RawLimits(flagged, sensitivity, specificity, confidence);
        if (youden <= RoganGladen.SmallestYoudenIndex || limits is not var (lower, upper))
            return Refused(BoundStatus.UninformativeClassifier, youden, null);

        var estimate = RoganGladen.Estimate(flagged, sensitivity, specificity);
        if (upper <= 0)
            return Refused(BoundStatus.InconsistentLow, youden, estimate);
        if (lower >= 1)
            return Refused(BoundStatus.InconsistentHigh, youden, estimate);
        if (Math.Min(sensitivity.Total, specificity.Total) < FewestValidationItems)
            return Refused(BoundStatus.TooFewValidationItems, youden, estimate);
        return new CorrectedRate(youden, estimate,
            new RateInterval(Rate.Clamped(lower), Rate.Clamped(upper), BoundStatus.Ok, Guarantee.Approximate, Method, Version));
    }

    /// <summary>The limits before they are cut to 0..1; null when the adjusted counts leave no information.</summary>
    internal static (double Lower, double Upper)? RawLimits(Tally flagged, Tally sensitivity, Tally specificity, ConfidenceLevel confidence)
    {
        var z = NormalTail.UpperQuantile(confidence.Alpha / 2);
        double nSe = sensitivity.Total + 2, nSp = specificity.Total + 2, n = flagged.Total + z * z;
        double se = (sensitivity.Count + 1) / nSe, sp = (specificity.Count + 1) / nSp, apparent = (flagged.Count + z * z / 2) / n;
        var youden = se + sp - 1;
        if (youden <= RoganGladen.SmallestYoudenIndex)
            return null;
        double varSe = se * (1 - se) / nSe, varSp = sp * (1 - sp) / nSp;
        var rate = (apparent + sp - 1) / youden;
        var shift = 2 * z * z * (rate * varSe - (1 - rate) * varSp);
        var half = z * Math.Sqrt(apparent * (1 - apparent) / n + rate * rate * varSe + (1 - rate) * (1 - rate) * varSp) / youden;
        return (rate + shift - half, rate + shift + half);
    }

    private static CorrectedRate Refused(BoundStatus status, double? youden, double? estimate) =>
        new(youden, estimate, RateInterval.Uninformative(status, Guarantee.Approximate, Method, Version));
}
