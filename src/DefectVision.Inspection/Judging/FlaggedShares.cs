using DefectVision.Statistics;
using DefectVision.Statistics.Intervals;

namespace DefectVision.Inspection.Judging;

/// <summary>Exact bounds for the share of a lot's items that would be flagged: hypergeometric when the lot's size is known, else free of it.</summary>
internal static class FlaggedShares
{
    public static FlaggedShare Both(LotTally tally, long? size, bool sampleSpeaksForLot, ConfidenceLevel confidence)
    {
        var (lower, lowerItems, method) = Bound(tally.Flagged, tally.Items, size, confidence, Side.Lower);
        var (upper, upperItems, _) = Bound(tally.Flagged + tally.Undecided, tally.Items, size, confidence, Side.Upper);
        return new FlaggedShare(
            confidence.Value, lower, upper, lowerItems, upperItems, method, sampleSpeaksForLot ? Guarantee.Guaranteed.Letter()[0] : null);
    }

    /// <summary>At least this share of the lot, 0 to 1.</summary>
    public static double Lower(long flagged, long items, long? size, ConfidenceLevel confidence) => Bound(flagged, items, size, confidence, Side.Lower).Share;

    /// <summary>At most this share of the lot, 0 to 1.</summary>
    public static double Upper(long flagged, long items, long? size, ConfidenceLevel confidence) => Bound(flagged, items, size, confidence, Side.Upper).Share;

    // One of the two sides; the count is null where the lot's size is.
    private static (double Share, long? Count, string Method) Bound(long flagged, long items, long? size, ConfidenceLevel confidence, Side side)
    {
        if (size is { } lot)
        {
            var counted = Hypergeometric.Bound(flagged, items, lot, confidence, side);
            var method = $"{counted.Method} {counted.MethodVersion}";
            return side == Side.Lower ? (counted.LowerRate.Value, counted.Lower, method) : (counted.UpperRate.Value, counted.Upper, method);
        }

        var rate = UnknownLot.Bound(flagged, items, confidence, side);
        return ((side == Side.Lower ? rate.Lower : rate.Upper).Value, null, $"{rate.Method} {rate.MethodVersion}");
    }
}
