namespace DefectVision.Statistics.Correction;

/// <summary>Items that both people and a classifier judged, by their four outcomes.</summary>
/// <param name="NonconformingFlagged">Nonconforming and flagged.</param>
/// <param name="NonconformingUnflagged">Nonconforming and not flagged: missed.</param>
/// <param name="ConformingFlagged">Conforming and flagged: false alarms.</param>
/// <param name="ConformingUnflagged">Conforming and not flagged.</param>
public sealed record JudgedItems(long NonconformingFlagged, long NonconformingUnflagged, long ConformingFlagged, long ConformingUnflagged)
{
    public long Total => Nonconforming + ConformingFlagged + ConformingUnflagged;

    public long Nonconforming => NonconformingFlagged + NonconformingUnflagged;

    public long Flagged => NonconformingFlagged + ConformingFlagged;

    /// <summary>Missed and false alarms.</summary>
    public long Misjudged => NonconformingUnflagged + ConformingFlagged;

    /// <summary>The mean of a function of (nonconforming, flagged), each 0 or 1.</summary>
    internal double MeanOf(Func<double, double, double> value) =>
        (NonconformingFlagged * value(1, 1) + NonconformingUnflagged * value(1, 0) + ConformingFlagged * value(0, 1) + ConformingUnflagged * value(0, 0)) / Total;
}
