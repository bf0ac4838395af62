using DefectVision.Statistics.Intervals;
using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Verification;

/// <summary>How two readers who do not know each other's answers agree on the same items.</summary>
/// <param name="BothNonconforming">Items both called nonconforming.</param>
/// <param name="OnlyFirst">Items only the first called nonconforming.</param>
/// <param name="OnlySecond">Items only the second called nonconforming.</param>
/// <param name="BothConforming">Items both called conforming.</param>
/// <remarks>Source: Cohen 1960, Educational and Psychological Measurement 20:37; the interval Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72:323.</remarks>
public sealed record ReaderAgreement(long BothNonconforming, long OnlyFirst, long OnlySecond, long BothConforming)
{
    /// <summary>A variance that is zero may lie this far off in binary.</summary>
    private const double Rounding = 1e-14;

    /// <summary>Items with the same answer, of all items.</summary>
    public Tally Same => new(BothNonconforming + BothConforming, BothNonconforming + OnlyFirst + OnlySecond + BothConforming);

    /// <summary>Agreement beyond chance, −1..1; null when one answer was never given, so that chance alone agrees fully.</summary>
    public double? Kappa
    {
        get
        {
            if (Same.Total == 0)
                return null;
            return ByChance < 1 ? (Same.Share - ByChance) / (1 - ByChance) : null;
        }
    }

    private double ByChance
    {
        get
        {
            double items = Same.Total, first = BothNonconforming + OnlyFirst, second = BothNonconforming + OnlySecond;
            return (first * second + (items - first) * (items - second)) / (items * items);
        }
    }

    /// <summary>
    /// The two-sided large-sample interval around kappa, class A: the sample variance of kappa for a kappa that is not zero (Fleiss, Cohen and Everitt 1969, formula 13).
    /// Null without a kappa, and where its variance comes out as zero, as with no difference at all: so few items cannot show that there is none to come.
    /// </summary>
    public KappaInterval? KappaBounds(ConfidenceLevel confidence)
    {
        if (Kappa is not { } kappa)
            return null;
        double items = Same.Total, same = Same.Share, chance = ByChance;
        double[][] shares = [[BothNonconforming / items, OnlyFirst / items], [OnlySecond / items, BothConforming / items]];
        double[] first = [shares[0][0] + shares[0][1], shares[1][0] + shares[1][1]];
        double[] second = [shares[0][0] + shares[1][0], shares[0][1] + shares[1][1]];
        var sum = 0.0;
        for (var i = 0; i < 2; i++)
            for (var j = 0; j < 2; j++)
                sum += shares[i][j] * Square(i == j ? 1 - chance - (first[i] + second[i]) * (1 - same) : (second[i] + first[j]) * (1 - same));
        var variance = (sum - Square(same * chance - 2 * chance + same)) / (items * Math.Pow(1 - chance, 4));
        if (!(variance > Rounding))
            return null;
        var error = Math.Sqrt(variance);
        var reach = NormalTail.UpperQuantile(confidence.AlphaPerEnd(Side.TwoSided)) * error;
        return new KappaInterval(Math.Max(-1, kappa - reach), Math.Min(1, kappa + reach), error, confidence.Value);
    }

    /// <summary>The lower bound for the share of items on which such readers agree. Clopper-Pearson.</summary>
    public RateInterval LowerBound(ConfidenceLevel confidence) => ClopperPearson.Bound(Same.Count, Same.Total, confidence, Side.Lower);

    private static double Square(double x) => x * x;
}
