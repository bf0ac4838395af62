using DefectVision.Statistics.Intervals;

namespace DefectVision.Statistics.Verification;

/// <summary>How two readers who do not know each other's answers agree on the same items.</summary>
/// <param name="BothNonconforming">Items both called nonconforming.</param>
/// <param name="OnlyFirst">Items only the first called nonconforming.</param>
/// <param name="OnlySecond">Items only the second called nonconforming.</param>
/// <param name="BothConforming">Items both called conforming.</param>
/// <remarks>Source: Cohen 1960, Educational and Psychological Measurement 20:37.</remarks>
public sealed record ReaderAgreement(long BothNonconforming, long OnlyFirst, long OnlySecond, long BothConforming)
{
    /// <summary>Items with the same answer, of all items.</summary>
    public Tally Same => new(BothNonconforming + BothConforming, BothNonconforming + OnlyFirst + OnlySecond + BothConforming);

    /// <summary>Agreement beyond chance, −1..1; null when one answer was never given, so that chance alone agrees fully.</summary>
    public double? Kappa
    {
        get
        {
            if (Same.Total == 0)
                return null;
            double items = Same.Total, first = BothNonconforming + OnlyFirst, second = BothNonconforming + OnlySecond;
            var byChance = (first * second + (items - first) * (items - second)) / (items * items);
            return byChance < 1 ? (Same.Share - byChance) / (1 - byChance) : null;
        }
    }

    /// <summary>The lower bound for the share of items on which such readers agree. Clopper-Pearson.</summary>
    public RateInterval LowerBound(ConfidenceLevel confidence) => ClopperPearson.Bound(Same.Count, Same.Total, confidence, Side.Lower);
}
