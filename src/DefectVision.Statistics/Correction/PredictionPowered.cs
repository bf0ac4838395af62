namespace DefectVision.Statistics.Correction;

/// <summary>
/// A rate estimated from a few items people judged and many a classifier judged: the classifier's rate, rectified by its mean error on the judged
/// items. An estimate for display: with rare defects its interval claims certainty, so only the estimate is offered.
/// </summary>
/// <remarks>Source: Angelopoulos, Bates, Fannjiang, Jordan and Zrnic 2023, Science 382:669; power tuning (PPI++) arXiv:2311.01453.</remarks>
public sealed record PredictionPowered
{
    /// <param name="judged">Items drawn uniformly at random and judged by people, never "all flagged ones"; 1 or more.</param>
    /// <param name="flaggedOfOthers">What the classifier flagged of all other items; 1 or more.</param>
    public PredictionPowered(JudgedItems judged, Tally flaggedOfOthers)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(judged.Total, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(flaggedOfOthers.Total, 1);
        Judged = judged;
        FlaggedOfOthers = flaggedOfOthers;
        PowerTuning = Tuned();
    }

    public JudgedItems Judged { get; }

    public Tally FlaggedOfOthers { get; }

    /// <summary>How much the classifier is believed, 0..1; 0 when it gives one answer only.</summary>
    public double PowerTuning { get; }

    /// <summary>The PPI++ estimate; 0..1 up to sampling error, not cut.</summary>
    public double Estimate => PowerTuning * FlaggedOfOthers.Share + Judged.MeanOf((bad, flag) => bad - PowerTuning * flag);

    /// <summary>Class A, and only with enough judged items of either kind.</summary>
    public Guarantee Guarantee { get; } = Guarantee.Approximate;

    /// <summary>Ok from twenty judged nonconforming items and twenty judged misjudgements on.</summary>
    public BoundStatus Status => Judged.Nonconforming >= 20 && Judged.Misjudged >= 20 ? BoundStatus.Ok : BoundStatus.TooFewOfAKind;

    private double Tuned()
    {
        double judged = Judged.Total, others = FlaggedOfOthers.Total, all = judged + others;
        var flagged = Judged.Flagged + FlaggedOfOthers.Count;
        if (flagged == 0 || flagged == all)
            return 0;
        var covariance = Judged.MeanOf((bad, flag) => bad * flag) - Judged.MeanOf((bad, _) => bad) * Judged.MeanOf((_, flag) => flag);
        var variance = flagged * (all - flagged) / (all * (all - 1));
        var tuning = Math.Clamp(covariance / ((1 + judged / others) * variance), 0, 1);
        return tuning < 1e-12 ? 0 : tuning;
    }
}
