using DefectVision.Statistics.Intervals;

namespace DefectVision.Statistics.Correction;

/// <summary>
/// A lower bound for the rate of defects from flags alone: as if every defect were flagged, and as many false alarms as the known conforming items
/// allow. Guaranteed given that those items represent this lot.
/// </summary>
/// <remarks>
/// The apparent rate and the false-alarm rate spend half of the error probability each (Bonferroni); the corrected rate is monotone in both.
/// Where an item is flagged by any of several looks and the false alarms were counted per look, a conforming item is flagged at most so many times
/// as often as a look (union bound), however the looks depend on each other.
/// </remarks>
public static class SpecificityOnly
{
    private const string Method = "Specificity-only lower bound";
    private const string Version = "1";

    /// <summary>The bound that may decide on a lot: with fewer known conforming trials than <see cref="LangReiczigel.FewestValidationItems"/> it is 0.</summary>
    /// <param name="flagged">Flagged of the items inspected in the lot.</param>
    /// <param name="specificity">Unflagged of the known conforming trials; too few give status TooFewValidationItems.</param>
    /// <param name="looks">See <see cref="LowerBound"/>.</param>
    /// <param name="confidence">Of the one-sided bound.</param>
    /// <exception cref="ArgumentOutOfRangeException">No look.</exception>
    public static RateInterval LowerBoundOf(Tally flagged, Tally specificity, int looks, ConfidenceLevel confidence)
    {
        var bound = LowerBound(flagged, specificity, confidence, looks);
        return bound.Status == BoundStatus.Ok && specificity.Total < LangReiczigel.FewestValidationItems
            ? RateInterval.Uninformative(BoundStatus.TooFewValidationItems, Guarantee.Guaranteed, Method, Version)
            : bound;
    }

    /// <param name="flagged">Flagged of the items inspected in the lot.</param>
    /// <param name="specificity">Unflagged of the known conforming trials: items or single looks; none known gives status TooFewValidationItems.</param>
    /// <param name="confidence">Of the one-sided bound.</param>
    /// <param name="looks">Most looks at one item of the lot where the trials are single looks; 1 where they are items looked at in the same way.</param>
    /// <exception cref="ArgumentOutOfRangeException">No look.</exception>
    public static RateInterval LowerBound(Tally flagged, Tally specificity, ConfidenceLevel confidence, int looks = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(looks, 1);
        if (flagged.Total == 0 || specificity.Total == 0)
        {
            var status = flagged.Total == 0 ? BoundStatus.NoData : BoundStatus.TooFewValidationItems;
            return RateInterval.Uninformative(status, Guarantee.Guaranteed, Method, Version);
        }
        var alpha = confidence.Alpha / 2;
        var apparent = UnknownLot.Lower(flagged.Count, flagged.Total, alpha);
        var falseAlarms = Math.Min(1, looks * ClopperPearson.Upper(specificity.Rest, specificity.Total, alpha));
        var lower = falseAlarms < 1 ? (apparent - falseAlarms) / (1 - falseAlarms) : 0;
        return new RateInterval(Rate.Clamped(lower), Rate.One, BoundStatus.Ok, Guarantee.Guaranteed, Method, Version);
    }
}
