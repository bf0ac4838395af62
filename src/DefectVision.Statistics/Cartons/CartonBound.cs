namespace DefectVision.Statistics.Cartons;

/// <summary>How many opened cartons hold so many nonconforming items or more.</summary>
public readonly record struct CartonThreshold(long Nonconforming, int Cartons);

/// <summary>A lower bound from opened cartons.</summary>
/// <param name="Rate">Share of nonconforming items in the lot.</param>
/// <param name="NonconformingAtLeast">Nonconforming items in the lot; null when the number of cartons is not known.</param>
/// <param name="Thresholds">What the bound was computed from.</param>
public sealed record CartonBound(RateInterval Rate, long? NonconformingAtLeast, IReadOnlyList<CartonThreshold> Thresholds);
