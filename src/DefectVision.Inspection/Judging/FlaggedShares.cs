using DefectVision.Statistics;
using DefectVision.Statistics.Intervals;

namespace DefectVision.Inspection.Judging;

/// <summary>Exact bounds for the share of a lot's items that would be flagged: hypergeometric when the lot's size is known, else free of it.</summary>
internal static class FlaggedShares
{
    public static FlaggedShare Both(LotTally tally, long? size, bool sampleSpeaksForLot, ConfidenceLevel confidence)
    {
        char? guarantee = sampleSpeaksForLot ? Guarantee.Guaranteed.Letter()[0] : null;
        var atMost = tally.Flagged + tally.Undecided;
        if (size is { } items)
        {
            var lower = Hypergeometric.Bound(tally.Flagged, tally.Items, items, confidence, Side.Lower);
            var upper = Hypergeometric.Bound(atMost, tally.Items, items, confidence, Side.Upper);
            return new FlaggedShare(
                confidence.Value, lower.LowerRate.Value, upper.UpperRate.Value, lower.Lower, upper.Upper, $"{lower.Method} {lower.MethodVersion}", guarantee);
        }

        var least = UnknownLot.Bound(tally.Flagged, tally.Items, confidence, Side.Lower);
        var most = UnknownLot.Bound(atMost, tally.Items, confidence, Side.Upper);
        return new FlaggedShare(
            confidence.Value, least.Lower.Value, most.Upper.Value, null, null, $"{least.Method} {least.MethodVersion}", guarantee);
    }

    public static double Lower(long flagged, long items, long? size, ConfidenceLevel confidence) => size is { } lot
        ? Hypergeometric.Bound(flagged, items, lot, confidence, Side.Lower).LowerRate.Value
        : UnknownLot.Bound(flagged, items, confidence, Side.Lower).Lower.Value;

    public static double Upper(long flagged, long items, long? size, ConfidenceLevel confidence) => size is { } lot
        ? Hypergeometric.Bound(flagged, items, lot, confidence, Side.Upper).UpperRate.Value
        : UnknownLot.Bound(flagged, items, confidence, Side.Upper).Upper.Value;
}
