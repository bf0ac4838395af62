using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Charts;

/// <summary>What a chart of shares shows of a lot: items shown defective where somebody looked, otherwise items that the model flags.</summary>
/// <param name="Count">Items that count.</param>
/// <param name="Bounds">For the whole lot.</param>
/// <param name="IsShown">Shown defective, not only flagged.</param>
internal sealed record ChartedShare(long Count, FlaggedShare Bounds, bool IsShown)
{
    /// <summary>Null where nobody looked and nothing was scored.</summary>
    public static ChartedShare? Of(LotJudgement lot) =>
        lot.Tally.Items == 0 ? null
        : lot.ShownShare is { } shown ? new ChartedShare(lot.Shown, shown, true)
        : lot.FlaggedShare is { } flagged ? new ChartedShare(lot.Tally.Flagged, flagged, false)
        : null;
}
