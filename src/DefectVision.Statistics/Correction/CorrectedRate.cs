namespace DefectVision.Statistics.Correction;

/// <summary>A rate of defects inferred from a rate of flags.</summary>
/// <param name="YoudenIndex">Sensitivity + specificity − 1; null when one of them was never measured.</param>
/// <param name="RawEstimate">The Rogan-Gladen estimate, possibly outside 0..1; null when there is none.</param>
/// <param name="Interval">0 to 1 with the reason as its status whenever the correction is refused.</param>
public sealed record CorrectedRate(double? YoudenIndex, double? RawEstimate, RateInterval Interval)
{
    /// <summary>The estimate cut to 0..1; null when the correction is refused.</summary>
    public Rate? Estimate => Interval.Status == BoundStatus.Ok && RawEstimate is { } raw ? Rate.Clamped(raw) : null;
}
