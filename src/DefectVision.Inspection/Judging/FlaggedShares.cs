using DefectVision.Statistics;
using DefectVision.Statistics.Intervals;

namespace DefectVision.Inspection.Judging;

/// <summary>Exact bounds for the share of a lot's items that would be flagged: hypergeometric when the lot's size is known, else free of it.</summary>
internal static class FlaggedShares
{
    /// <param name="found">Items that count, at least.</param>
    /// <param name="atMost">The same with those that may come to count.</param>
    /// <param name="items">Items of the sample.</param>
    /// <param name="size">Items of the lot; null when not known.</param>
    /// <param name="confidence">Of each side.</param>
    public static FlaggedShare Both(long found, long atMost, long items, long? size, ConfidenceLevel confidence)
    {
        var lower = Bound(found, items, size, confidence, Side.Lower);
        var upper = Bound(atMost, items, size, confidence, Side.Upper);
        return new FlaggedShare(
            confidence.Value, lower.Share, upper.Share, lower.Counted?.Lower, upper.Counted?.Upper, lower.Method);
    }

    /// <summary>At least this share of the lot, 0 to 1.</summary>
    public static double Lower(long flagged, long items, long? size, ConfidenceLevel confidence) => Bound(flagged, items, size, confidence, Side.Lower).Share;

    /// <summary>At most this share of the lot, 0 to 1.</summary>
    public static double Upper(long flagged, long items, long? size, ConfidenceLevel confidence) => Bound(flagged, items, size, confidence, Side.Upper).Share;

    /// <summary>One side, exact: hypergeometric where the lot's size is known, else free of it.</summary>
    public static LotBound Bound(long found, long items, long? size, ConfidenceLevel confidence, Side side)
    {
        if (size is { } lot)
        {
            var counted = Hypergeometric.Bound(found, items, lot, confidence, side);
            return new LotBound((side == Side.Lower ? counted.LowerRate : counted.UpperRate).Value, counted, $"{counted.Method} {counted.MethodVersion}");
        }

        var rate = UnknownLot.Bound(found, items, confidence, side);
        return new LotBound((side == Side.Lower ? rate.Lower : rate.Upper).Value, null, $"{rate.Method} {rate.MethodVersion}");
    }
}
