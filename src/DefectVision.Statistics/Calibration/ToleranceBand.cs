using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Calibration;

/// <summary>
/// A refer band whose error rates hold, with the stated confidence, for the calibration set at hand: an order-statistic tolerance limit on either
/// side. With too few calibration items nothing is passed or flagged unseen, which is the right answer and no error.
/// </summary>
/// <param name="PassRank">The pass threshold is this smallest of the nonconforming calibration scores; 0 when there are too few.</param>
/// <param name="PassBelow">Scores below this pass unseen; minus infinity when there are too few.</param>
/// <param name="FlagRank">The flag threshold is this largest of the conforming calibration scores; 0 when there are too few.</param>
/// <param name="FlagAbove">Scores above this are flagged unseen; infinite when there are too few.</param>
/// <remarks>Source: Wilks 1941, Annals of Mathematical Statistics 12:91; Vovk 2012, ACML (training-conditional validity).</remarks>
public sealed record ToleranceBand(int PassRank, double PassBelow, int FlagRank, double FlagAbove)
{
    /// <summary>Class G, given that the lot's items are exchangeable with the calibration items of their kind.</summary>
    public Guarantee Guarantee { get; } = Guarantee.Guaranteed;

    /// <param name="defectScores">Scores of known nonconforming items that neither trained the score nor chose a threshold.</param>
    /// <param name="goodScores">The same of known conforming items.</param>
    /// <param name="missRate">Permitted share of nonconforming items passed.</param>
    /// <param name="falseAlarmRate">Permitted share of conforming items flagged.</param>
    /// <param name="confidence">Of each rate, over calibration sets.</param>
    public static ToleranceBand Fit(IReadOnlyList<double> defectScores, IReadOnlyList<double> goodScores, Rate missRate, Rate falseAlarmRate, ConfidenceLevel confidence)
    {
        var pass = Rank(defectScores.Count, missRate.Value, confidence.Alpha);
        var flag = Rank(goodScores.Count, falseAlarmRate.Value, confidence.Alpha);
        return new ToleranceBand(
            pass, pass == 0 ? double.NegativeInfinity : defectScores.Order().ElementAt(pass - 1),
            flag, flag == 0 ? double.PositiveInfinity : goodScores.OrderDescending().ElementAt(flag - 1));
    }

    /// <summary>The fewest calibration items of a kind with which anything is decided unseen: 59 for 5 % at 95 %.</summary>
    public static int FewestItems(Rate errorRate, ConfidenceLevel confidence)
    {
        if (!(errorRate.Value > 0 && errorRate.Value < 1))
            throw new ArgumentOutOfRangeException(nameof(errorRate), errorRate, "Wanted an error rate strictly between 0 and 1.");
        return (int)Bisection.FirstInteger(1, int.MaxValue, items => BinomialTail.AtMost(0, items, errorRate.Value) <= confidence.Alpha);
    }

    public Triage Decide(double score)
    {
        var pass = score < PassBelow;
        var flag = score > FlagAbove;
        if (pass == flag)
            return Triage.Refer;
        return pass ? Triage.Pass : Triage.Flag;
    }

    /// <summary>The largest j with P(Bin(items, rate) ≤ j−1) at most delta, 0 when there is none.</summary>
    private static int Rank(long items, double rate, double delta) =>
        (int)Bisection.LastInteger(0, items, j => j == 0 || BinomialTail.AtMost(j - 1, items, rate) <= delta);
}
