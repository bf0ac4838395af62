using DefectVision.Statistics;
using DefectVision.Statistics.Intervals;

namespace DefectVision.History.Scorecards;

/// <summary>A lot at a milestone that wants at most so many of its items nonconforming, shown at 95 %: a stronger statement than that a sampling plan accepts the lot.</summary>
/// <param name="Lot">What is kept of it.</param>
/// <param name="Limit">0 to 1.</param>
/// <param name="Answer">By the bounds of its report.</param>
/// <param name="ItemsToPass">Items of a new sample that would pass if as many of them were nonconforming; null where the lot passes, fails or was not looked at, or no number would do. The sample that was looked at cannot be enlarged until it passes: looking twice gives chance a second turn.</param>
public sealed record QualityGate(LotEntry Lot, double Limit, GateAnswer Answer, long? ItemsToPass)
{
    // Enough for any lot that is sampled at all.
    private const long MostItems = 1_000_000;

    /// <param name="limit">Most nonconforming items as a share of the lot, 0 to 1.</param>
    public static QualityGate Of(LotEntry lot, double limit)
    {
        ArgumentNullException.ThrowIfNull(lot);
        if (!(limit is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(limit), limit, "A share lies between 0 and 1.");
        }

        return lot.Bounds is not { } bounds ? new QualityGate(lot, limit, GateAnswer.NotLookedAt, null)
            : bounds.Upper <= limit ? new QualityGate(lot, limit, GateAnswer.Passes, null)
            : bounds.Lower > limit ? new QualityGate(lot, limit, GateAnswer.Fails, null)
            : new QualityGate(lot, limit, GateAnswer.Open, ToPass(lot, limit));
    }

    // The upper bound falls with every good item more, so the first number that is enough lies between one too small and one large enough.
    private static long? ToPass(LotEntry lot, double limit)
    {
        var (few, many) = (lot.Items, lot.Size is { } size && size >= lot.Items ? size : MostItems);
        if (Upper(lot, many) > limit)
        {
            return null;
        }

        while (many - few > 1)
        {
            var middle = (few + many) / 2;
            (few, many) = Upper(lot, middle) <= limit ? (few, middle) : (middle, many);
        }

        return many;
    }

    private static double Upper(LotEntry lot, long items) => lot.Size is { } size && size >= items
        ? Hypergeometric.Bound(lot.Nonconforming, items, size, ConfidenceLevel.P95, Side.Upper).UpperRate.Value
        : UnknownLot.Bound(lot.Nonconforming, items, ConfidenceLevel.P95, Side.Upper).Upper.Value;
}
