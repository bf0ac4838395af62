using DefectVision.Statistics.Correction;
using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Tests.Forbidden;

/// <summary>The normal interval of prediction-powered inference. With rare defects its variance is estimated as zero, so it lives here only.</summary>
internal static class PredictionPoweredInterval
{
    /// <param name="judged">Items judged by people and by the classifier.</param>
    /// <param name="others">Flagged of the other items.</param>
    /// <param name="belief">0 classical, 1 PPI, the tuned value PPI++.</param>
    /// <param name="confidence">Two-sided.</param>
    public static (double Estimate, double Lower, double Upper) At(JudgedItems judged, Tally others, double belief, ConfidenceLevel confidence)
    {
        var share = (double)others.Count / others.Total;
        var rectifier = judged.MeanOf((bad, flag) => bad - belief * flag);
        var variance = judged.MeanOf((bad, flag) => Math.Pow(bad - belief * flag - rectifier, 2));
        var half = NormalTail.UpperQuantile(confidence.Alpha / 2) * Math.Sqrt(belief * belief * share * (1 - share) / others.Total + variance / judged.Total);
        var estimate = belief * share + rectifier;
        return (estimate, estimate - half, estimate + half);
    }
}
