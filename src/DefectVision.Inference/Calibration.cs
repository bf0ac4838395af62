using DefectVision.Statistics;

namespace DefectVision.Inference;

/// <summary>Platt's map from score to probability: 1 / (1 + exp(A * score + B)). Source: Platt 1999, Advances in Large Margin Classifiers.</summary>
/// <param name="A">Negative when higher scores are more suspect.</param>
/// <param name="B">Offset.</param>
/// <param name="GoodPhotos">Good photos it was fitted on.</param>
/// <param name="DefectivePhotos">Defective photos it was fitted on.</param>
public sealed record Calibration(double A, double B, int GoodPhotos, int DefectivePhotos)
{
    /// <summary>Fewer photos of either side than this, and a score stays a score.</summary>
    public const int FewestPhotos = 30;

    public override string ToString() =>
        FormattableString.Invariant($"Platt, cross-fitted on {GoodPhotos} good and {DefectivePhotos} defective photos");

    /// <summary>The probability of a defect at a score.</summary>
    public Probability At(double score) => new(1 / (1 + Math.Exp((A * score) + B)));
}
