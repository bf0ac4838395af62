using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Comparison;

/// <summary>The test for a rising or falling rate over an ordered cause (mould number, week), with scores 1, 2, 3 …</summary>
/// <param name="Statistic">χ² with one degree of freedom.</param>
/// <param name="TwoSided">Against a trend either way. Class A.</param>
/// <param name="Rising">Against a rising rate. Class A.</param>
/// <remarks>Source: Cochran 1954, Biometrics 10:417; Armitage 1955, Biometrics 11:375.</remarks>
public sealed record CochranArmitage(double Statistic, Probability TwoSided, Probability Rising)
{
    /// <summary>Null when no item or every item is nonconforming, or all items are at one place of the order.</summary>
    /// <param name="lots">In their order, 2 or more.</param>
    public static CochranArmitage? Test(IReadOnlyList<Tally> lots)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lots.Count, 2);
        var all = ChiSquaredTest.Sum(lots);
        if (all.Count == 0 || all.Rest == 0)
            return null;
        var meanScore = lots.Select((lot, i) => (i + 1.0) * lot.Total).Sum() / all.Total;
        var spread = lots.Select((lot, i) => lot.Total * (i + 1 - meanScore) * (i + 1 - meanScore)).Sum();
        if (!(spread > 0))
            return null;
        var slope = lots.Select((lot, i) => (i + 1 - meanScore) * lot.Count).Sum();
        var z = slope / Math.Sqrt(all.Share * (1 - all.Share) * spread);
        return new CochranArmitage(z * z, Probability.Clamped(NormalTail.TwoSided(z)), Probability.Clamped(NormalTail.Upper(z)));
    }
}
