namespace DefectVision.Statistics.Calibration;

/// <summary>An item's score, higher for more suspicious and on any scale, and what the item was found to be.</summary>
/// <param name="Score">Not NaN.</param>
/// <param name="Nonconforming">True for a known nonconforming item.</param>
public readonly record struct LabelledScore(double Score, bool Nonconforming);
