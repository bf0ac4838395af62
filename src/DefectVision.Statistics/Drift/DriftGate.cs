using DefectVision.Statistics.Comparison;

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

/// <summary>
/// Whether the classifier's measured error rates may be carried over to this lot. If any feature has drifted, rates corrected for the classifier are
/// refused; counts that people confirmed are not affected.
/// </summary>
public static class DriftGate
{
    internal const double Level = 0.01;
    internal const double LargestDistance = 0.15;

    /// <param name="features">Name, values on the validation items and values on this lot's items.</param>
    /// <param name="bins">Of the stability index, usually 10.</param>
    public static IReadOnlyList<FeatureDrift> Check(IReadOnlyList<(string Feature, IReadOnlyList<double> Reference, IReadOnlyList<double> Current)> features, int bins)
    {
        var tests = features.Select(feature => KolmogorovSmirnov.Test(feature.Reference, feature.Current)).ToArray();
        var adjusted = MultipleTests.Holm([.. tests.Select(test => test.PValue)]);
        return [.. features.Select((feature, i) =>
            new FeatureDrift(feature.Feature, tests[i], PopulationStability.Of(feature.Reference, feature.Current, bins), adjusted[i]))];
    }
}
