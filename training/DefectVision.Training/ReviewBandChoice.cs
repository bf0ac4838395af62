using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Training;

/// <summary>Which scores a person should look at: 5 % of either side beyond the band at most, each at 95 %.</summary>
internal static class ReviewBandChoice
{
    private static readonly Rate Unseen = new(0.05);

    /// <param name="scored">Photos and their scores.</param>
    /// <param name="how">Where the scores come from, in words.</param>
    public static ReviewBand Of(IReadOnlyList<(double Score, bool Defective)> scored, string how)
    {
        var band = ToleranceBand.Fit(
            [.. scored.Where(entry => entry.Defective).Select(entry => entry.Score)],
            [.. scored.Where(entry => !entry.Defective).Select(entry => entry.Score)],
            Unseen,
            Unseen,
            ConfidenceLevel.P95);
        return new ReviewBand(Finite(band.PassBelow), Finite(band.FlagAbove), Unseen.Value, Unseen.Value, ConfidenceLevel.P95.Value, how);
    }

    private static double? Finite(double score) => double.IsFinite(score) ? OperatingPoint.Round(score) : null;
}
