using DefectVision.Statistics.Intervals;

namespace DefectVision.Statistics.Correction;

/// <summary>
/// Bounds for the rate of defects from flags alone, with sensitivity and specificity at the worst end of their own bounds. Guaranteed given that the
/// validation items represent this lot.
/// </summary>
/// <remarks>Apparent rate, sensitivity and false-alarm rate spend a third of the error probability each (Bonferroni); the corrected rate is monotone in all three.</remarks>
public static class ThreeWay
{
    private const string Method = "Three-way bound";
    private const string Version = "1";

    /// <param name="flagged">Flagged of the items inspected in the lot.</param>
    /// <param name="sensitivity">Flagged of the known nonconforming items; none known gives status TooFewValidationItems.</param>
    /// <param name="specificity">Unflagged of the known conforming items; none known gives status TooFewValidationItems.</param>
    /// <param name="confidence">Of the whole statement.</param>
    /// <param name="side">Which end is claimed.</param>
    public static RateInterval Bound(Tally flagged, Tally sensitivity, Tally specificity, ConfidenceLevel confidence, Side side)
    {
        if (flagged.Total == 0 || sensitivity.Total == 0 || specificity.Total == 0)
        {
            var status = flagged.Total == 0 ? BoundStatus.NoData : BoundStatus.TooFewValidationItems;
            return RateInterval.Uninformative(status, Guarantee.Guaranteed, Method, Version);
        }
        var alpha = confidence.AlphaPerEnd(side) / 3;
        return RateInterval.For(side,
            () => Lower(flagged, sensitivity, specificity, alpha),
            () => Upper(flagged, sensitivity, specificity, alpha),
            Guarantee.Guaranteed, Method, Version);
    }

    private static double Lower(Tally flagged, Tally sensitivity, Tally specificity, double alpha)
    {
        var apparent = UnknownLot.Lower(flagged.Count, flagged.Total, alpha);
        var falseAlarms = ClopperPearson.Upper(specificity.Rest, specificity.Total, alpha);
        var caught = ClopperPearson.Upper(sensitivity.Count, sensitivity.Total, alpha);
        return apparent <= falseAlarms || caught <= falseAlarms ? 0 : (apparent - falseAlarms) / (caught - falseAlarms);
    }

    private static double Upper(Tally flagged, Tally sensitivity, Tally specificity, double alpha)
    {
        var apparent = ClopperPearson.Upper(flagged.Count, flagged.Total, alpha);
        var falseAlarms = ClopperPearson.Lower(specificity.Rest, specificity.Total, alpha);
        var caught = ClopperPearson.Lower(sensitivity.Count, sensitivity.Total, alpha);
        return caught <= falseAlarms || apparent >= caught ? 1 : (apparent - falseAlarms) / (caught - falseAlarms);
    }
}
