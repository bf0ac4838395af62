namespace DefectVision.Statistics.Calibration;

/// <summary>The probability that was forecast for an item, and what the item was found to be.</summary>
public readonly record struct Forecast(Probability Probability, bool Nonconforming);
