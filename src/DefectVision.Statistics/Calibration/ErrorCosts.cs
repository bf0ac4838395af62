namespace DefectVision.Statistics.Calibration;

/// <summary>What a wrong decision costs, in one currency or any other common unit.</summary>
/// <remarks>Source: Elkan 2001, IJCAI, The Foundations of Cost-Sensitive Learning.</remarks>
public sealed record ErrorCosts
{
    /// <param name="missed">A nonconforming item passed, above 0.</param>
    /// <param name="falseAlarm">A conforming item flagged, above 0.</param>
    /// <param name="review">A person looking at one item, 0 or more.</param>
    public ErrorCosts(decimal missed, decimal falseAlarm, decimal review)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(missed);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(falseAlarm);
        ArgumentOutOfRangeException.ThrowIfNegative(review);
        Missed = missed;
        FalseAlarm = falseAlarm;
        Review = review;
    }

    public decimal Missed { get; }

    public decimal FalseAlarm { get; }

    public decimal Review { get; }

    /// <summary>With calibrated probabilities and no review: flag from here on.</summary>
    public Probability FlagFrom => Probability.Clamped((double)FalseAlarm / (double)(FalseAlarm + Missed));

    /// <summary>With calibrated probabilities and review: pass without review up to here.</summary>
    public double PassUpTo => (double)Review / (double)Missed;

    /// <summary>With calibrated probabilities and review: flag without review from here on.</summary>
    public double FlagWithoutReviewFrom => 1 - (double)Review / (double)FalseAlarm;

    /// <summary>The cheapest decision for a calibrated probability. Where review costs more than guessing there is no review band.</summary>
    public Triage Decide(Probability probability)
    {
        if (PassUpTo >= FlagWithoutReviewFrom)
            return probability >= FlagFrom ? Triage.Flag : Triage.Pass;
        if (probability.Value <= PassUpTo)
            return Triage.Pass;
        return probability.Value >= FlagWithoutReviewFrom ? Triage.Flag : Triage.Refer;
    }

    /// <summary>The threshold on an uncalibrated score that would have cost least on these items; the lowest of equally cheap ones.</summary>
    /// <param name="items">At least one.</param>
    /// <returns>The threshold (infinite when flagging nothing is cheapest) and its mean cost per item.</returns>
    public (double Threshold, decimal MeanCost) CheapestThreshold(IReadOnlyList<LabelledScore> items)
    {
        ArgumentOutOfRangeException.ThrowIfZero(items.Count);
        var cost = FalseAlarm * items.Count(item => !item.Nonconforming);
        var best = (Threshold: double.NaN, Cost: decimal.MaxValue);
        foreach (var tied in items.GroupBy(item => item.Score).OrderBy(group => group.Key))
        {
            if (cost < best.Cost)
                best = (tied.Key, cost);
            foreach (var item in tied)
                cost += item.Nonconforming ? Missed : -FalseAlarm;
        }
        if (cost < best.Cost)
            best = (double.PositiveInfinity, cost);
        return (best.Threshold, best.Cost / items.Count);
    }
}
