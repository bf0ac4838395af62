namespace DefectVision.Statistics.Correction;

/// <summary>The estimate of a rate of defects from a rate of flags, given the classifier's error counts.</summary>
/// <remarks>Source: Rogan and Gladen 1978, American Journal of Epidemiology 107:71.</remarks>
public static class RoganGladen
{
    /// <summary>At or below this, sensitivity + specificity − 1 is taken as zero.</summary>
    internal const double SmallestYoudenIndex = 1e-12;

    /// <summary>Sensitivity + specificity − 1: −1..1, and 0 for a classifier that guesses.</summary>
    /// <param name="sensitivity">Flagged of the known nonconforming items, 1 or more of them.</param>
    /// <param name="specificity">Unflagged of the known conforming items, 1 or more of them.</param>
    public static double YoudenIndex(Tally sensitivity, Tally specificity) => sensitivity.Share + specificity.Share - 1;

    /// <summary>
    /// (flag rate + specificity − 1) / (sensitivity + specificity − 1), not cut to 0..1, so that a contradiction between lot and
    /// validation items stays visible. Null for an uninformative classifier.
    /// </summary>
    /// <param name="flagged">Flagged of the inspected items, 1 or more of them.</param>
    /// <param name="sensitivity">Flagged of the known nonconforming items, 1 or more of them.</param>
    /// <param name="specificity">Unflagged of the known conforming items, 1 or more of them.</param>
    public static double? Estimate(Tally flagged, Tally sensitivity, Tally specificity)
    {
        var youden = YoudenIndex(sensitivity, specificity);
        return youden <= SmallestYoudenIndex ? null : (flagged.Share + specificity.Share - 1) / youden;
    }
}
