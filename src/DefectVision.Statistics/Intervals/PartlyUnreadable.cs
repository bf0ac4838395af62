namespace DefectVision.Statistics.Intervals;

/// <summary>
/// The hypergeometric bound when some items of the sample could not be judged: below they count as conforming, above as nonconforming, and the
/// sample keeps its size.
/// </summary>
public static class PartlyUnreadable
{
    /// <summary>With a larger share of the sample unreadable a two-sided statement is refused.</summary>
    public const double LargestShare = 0.05;

    /// <param name="x">Nonconforming among the judged items.</param>
    /// <param name="unreadable">Items of the sample that could not be judged.</param>
    /// <param name="n">Items in the sample, judged or not.</param>
    /// <param name="lotSize">Items in the lot.</param>
    /// <param name="confidence">Of the whole statement.</param>
    /// <param name="side">Which end is claimed.</param>
    public static CountInterval Bound(long x, long unreadable, long n, long lotSize, ConfidenceLevel confidence, Side side)
    {
        _ = new Tally(unreadable, n);
        var ifGood = Hypergeometric.Bound(x, n, lotSize, confidence, side);
        if (side == Side.TwoSided && unreadable > LargestShare * n)
            return ifGood with { Lower = 0, Upper = lotSize, Status = BoundStatus.TooManyUnreadable };
        return ifGood with { Upper = Hypergeometric.Bound(x + unreadable, n, lotSize, confidence, side).Upper };
    }
}
