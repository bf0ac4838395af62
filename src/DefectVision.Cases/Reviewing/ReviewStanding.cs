using DefectVision.Inspection.Reviewing;

namespace DefectVision.Cases.Reviewing;

/// <summary>How far a review has come.</summary>
/// <param name="Lots">In ordinal order of name.</param>
/// <param name="Answered">Items that this reader answered for.</param>
/// <param name="Left">Items that the protocol puts before him and that he has not answered for.</param>
/// <param name="More">Further items that he has not answered for; nothing points at them.</param>
/// <param name="SecondsEach">The middle of the seconds that his last answers took; null before the first.</param>
/// <param name="Pairs">How readers agree; empty while this reader has items left, for he is not to know during the work.</param>
public sealed record ReviewStanding(IReadOnlyList<ReviewLot> Lots, int Answered, int Left, int More, double? SecondsEach, IReadOnlyList<ReaderPair> Pairs)
{
    /// <summary>The last answers are not in the lots yet: they are being judged anew.</summary>
    public bool IsBehind { get; init; }

    /// <summary>Seconds until nothing is left; null where nobody knows.</summary>
    public double? SecondsLeft => SecondsEach * Left;
}
