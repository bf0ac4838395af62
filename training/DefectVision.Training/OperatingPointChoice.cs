using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>Sets a threshold at a false-alarm level by the order statistic of the good photos' cross-fitted scores (Vovk 2012, ACML).</summary>
internal static class OperatingPointChoice
{
    /// <summary>The default is never stricter than this.</summary>
    public const double Strictest = 0.01;

    /// <summary>The strictest level that so many good photos support: with n of them, 1 in n + 1.</summary>
    public static double Supported(int goodPhotos) => Math.Max(Strictest, 1.0 / (goodPhotos + 1));

    /// <param name="scored">Cross-fitted.</param>
    /// <param name="level">Share of good photos to flag at most, 0..1; null takes the strictest that is supported, not below 1 %.</param>
    /// <exception cref="DatasetException">The level asked for is stricter than the photos support.</exception>
    public static OperatingPoint Choose(IReadOnlyList<(double Score, bool Defective)> scored, double? level)
    {
        var good = scored.Where(entry => !entry.Defective).Select(entry => entry.Score).Order().ToList();
        var chosen = level ?? Supported(good.Count);
        var rank = (int)Math.Ceiling(((good.Count + 1) * (1 - chosen)) - 1e-9);
        if (!(rank <= good.Count))
        {
            throw new DatasetException(FormattableString.Invariant(
                $"found {good.Count} good photos, wanted at least {Math.Ceiling((1 / chosen) - 1 - 1e-9)} for a false-alarm level of {chosen:0.####}; the strictest they support is {1.0 / (good.Count + 1):0.####}"));
        }

        var threshold = OperatingPoint.Round(good[Math.Max(rank, 1) - 1] + (2 * OperatingPoint.Margin));
        var bad = scored.Where(entry => entry.Defective).ToList();
        return new OperatingPoint(
            threshold,
            chosen,
            new Tally(bad.Count(entry => OperatingPoint.Round(entry.Score) >= threshold), bad.Count),
            new Tally(good.Count(score => OperatingPoint.Round(score) < threshold), good.Count),
            "cross-fitted on the training photos, which also chose the threshold: somewhat optimistic (class A)");
    }
}
