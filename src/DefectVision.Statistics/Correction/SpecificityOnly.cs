using DefectVision.Statistics.Intervals;

namespace DefectVision.Statistics.Correction;

/// <summary>
/// A lower bound for the rate of defects from flags alone: as if every defect were flagged, and as many false alarms as the known conforming items
/// allow. Guaranteed given that those items represent this lot.
/// </summary>
/// <remarks>The apparent rate and the false-alarm rate spend half of the error probability each (Bonferroni); the corrected rate is monotone in both.</remarks>
public static class SpecificityOnly
{
    private const string Method = "Specificity-only lower bound";
    private const string Version = "1";

    /// <param name="flagged">Flagged of the items inspected in the lot.</param>
    /// <param name="specificity">Unflagged of the known conforming items; none known gives status TooFewValidationItems.</param>
    /// <param name="confidence">Of the one-sided bound.</param>
    public static RateInterval LowerBound(Tally flagged, Tally specificity, ConfidenceLevel confidence)
    {
        if (flagged.Total == 0 || specificity.Total == 0)
        {
            var status = flagged.Total == 0 ? BoundStatus.NoData : BoundStatus.TooFewValidationItems;
            return RateInterval.Uninformative(status, Guarantee.Guaranteed, Method, Version);
        }
        var alpha = confidence.Alpha / 2;
        var apparent = UnknownLot.Lower(flagged.Count, flagged.Total, alpha);
        var falseAlarms = ClopperPearson.Upper(specificity.Rest, specificity.Total, alpha);
        var lower = falseAlarms < 1 ? (apparent - falseAlarms) / (1 - falseAlarms) : 0;
        return new RateInterval(Rate.Clamped(lower), Rate.One, BoundStatus.Ok, Guarantee.Guaranteed, Method, Version);
    }
}
