namespace DefectVision.Statistics.Drift;

/// <summary>One feature of a lot's items compared with the validation items.</summary>
/// <param name="Feature">Its name: score, brightness, sharpness, hue.</param>
/// <param name="Test">Kolmogorov-Smirnov test of the feature.</param>
/// <param name="Stability">Population stability index of the feature.</param>
/// <param name="AdjustedPValue">Holm over all features.</param>
public sealed record FeatureDrift(string Feature, KolmogorovSmirnov Test, PopulationStability Stability, Probability AdjustedPValue)
{
    /// <summary>Both improbable and large: an effect that no sample size excuses.</summary>
    public bool HasDrifted => AdjustedPValue.Value < DriftGate.Level && (Test.Distance > DriftGate.LargestDistance || Stability.IsAlarm);
}
