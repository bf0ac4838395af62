using DefectVision.Statistics.Comparison;

namespace DefectVision.Statistics.Drift;

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
