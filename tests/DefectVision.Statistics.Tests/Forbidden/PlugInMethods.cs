using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Tests.Forbidden;

/// <summary>Methods whose coverage collapses. They exist here only, so that their columns of the reference values are checked too.</summary>
internal static class PlugInMethods
{
    /// <summary>The delta-method interval around the Rogan-Gladen estimate.</summary>
    public static (double StandardError, double Lower, double Upper) Delta(Tally flagged, Tally sensitivity, Tally specificity, double estimate, double youden, ConfidenceLevel confidence)
    {
        var variance = (PerTrial(flagged) + estimate * estimate * PerTrial(sensitivity) + (1 - estimate) * (1 - estimate) * PerTrial(specificity)) / (youden * youden);
        var half = NormalTail.UpperQuantile(confidence.Alpha / 2) * Math.Sqrt(variance);
        return (Math.Sqrt(variance), Math.Clamp(estimate - half, 0, 1), Math.Clamp(estimate + half, 0, 1));

        static double PerTrial(Tally tally)
        {
            var share = (double)tally.Count / tally.Total;
            return share * (1 - share) / tally.Total;
        }
    }

    /// <summary>A rate of flags turned into a rate of defects as if sensitivity and specificity were known.</summary>
    public static double KnownErrorRates(double apparent, double sensitivity, double specificity) =>
        Math.Clamp((apparent + specificity - 1) / (sensitivity + specificity - 1), 0, 1);
}
