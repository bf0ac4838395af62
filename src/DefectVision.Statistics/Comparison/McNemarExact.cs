using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Comparison;

/// <summary>McNemar's exact test that two ways of judging the same items are right equally often. Only the items on which one is right and the other wrong count.</summary>
/// <param name="OnlyFirst">Items on which the first alone is right.</param>
/// <param name="OnlySecond">Items on which the second alone is right.</param>
/// <remarks>Source: McNemar 1947, Psychometrika 12:153, with the binomial distribution in place of the normal approximation (the sign test).</remarks>
public sealed record McNemarExact(long OnlyFirst, long OnlySecond)
{
    /// <summary>Chance of so many or more for the first alone, were both equally good.</summary>
    public Probability FirstBetter => Probability.Clamped(BinomialTail.AtLeast(OnlyFirst, OnlyFirst + OnlySecond, 0.5));

    /// <summary>Twice the smaller tail, at most 1; 1 where the two never differ.</summary>
    public Probability TwoSided => Probability.Clamped(2 * BinomialTail.AtLeast(Math.Max(OnlyFirst, OnlySecond), OnlyFirst + OnlySecond, 0.5));
}
