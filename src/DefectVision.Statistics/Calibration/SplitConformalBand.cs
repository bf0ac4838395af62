namespace DefectVision.Statistics.Calibration;

/// <summary>
/// The refer band of class-conditional split conformal prediction. Its error rates hold on average over calibration sets, not for the one at hand: a good third of
/// the sets exceed them. Use <see cref="ToleranceBand"/> where the rate must hold.
/// </summary>
/// <param name="DefectCutoff">A nonconforming item stays possible while 1 − score is at most this; infinite with too few calibration items.</param>
/// <param name="GoodCutoff">A conforming item stays possible while the score is at most this; infinite with too few calibration items.</param>
/// <remarks>Source: Vovk, Gammerman and Shafer 2005, Algorithmic Learning in a Random World.</remarks>
public sealed record SplitConformalBand(double DefectCutoff, double GoodCutoff)
{
    /// <summary>Class A: marginal over calibration sets.</summary>
    public Guarantee Guarantee { get; } = Guarantee.Approximate;

    /// <param name="defectScores">Scores 0..1 of known nonconforming items that neither trained the score nor chose a threshold.</param>
    /// <param name="goodScores">The same of known conforming items.</param>
    /// <param name="missRate">Permitted share of nonconforming items passed.</param>
    /// <param name="falseAlarmRate">Permitted share of conforming items flagged.</param>
    public static SplitConformalBand Fit(IReadOnlyList<double> defectScores, IReadOnlyList<double> goodScores, Rate missRate, Rate falseAlarmRate) =>
        new(Quantile(defectScores.Select(score => 1 - score), missRate.Value), Quantile(goodScores, falseAlarmRate.Value));

    public Triage Decide(double score)
    {
        var defectPossible = 1 - score <= DefectCutoff;
        var goodPossible = score <= GoodCutoff;
        if (defectPossible == goodPossible)
            return Triage.Refer;
        return defectPossible ? Triage.Flag : Triage.Pass;
    }

    private static double Quantile(IEnumerable<double> nonconformity, double alpha)
    {
        var sorted = nonconformity.Order().ToArray();
        // The product is a whole number up to rounding in the common cases, 0.95·20 = 19.
        var rank = (int)Math.Ceiling((sorted.Length + 1) * (1 - alpha) - 1e-9);
        return rank > sorted.Length ? double.PositiveInfinity : sorted[Math.Max(rank, 1) - 1];
    }
}
