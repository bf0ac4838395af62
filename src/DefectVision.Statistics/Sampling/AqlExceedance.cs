using DefectVision.Statistics.Intervals;
using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Sampling;

/// <summary>
/// The test whether a lot is worse than its AQL. "Not accepted" is a weaker statement: plans reject lots at the AQL in a few
/// cases of a hundred, this test in at most alpha of them.
/// </summary>
/// <remarks>Hypergeometric tail at the largest lot that still meets the AQL; the test rejects exactly when the lower bound for the lot exceeds that number.</remarks>
/// <param name="Found">Nonconforming of the inspected items.</param>
/// <param name="PermittedInLot">The most nonconforming items a lot at the AQL holds, D0.</param>
/// <param name="PValue">P(X ≥ found) in a lot with D0 nonconforming items.</param>
/// <param name="CriticalCount">The smallest count that proves the lot worse; null when no count of this sample would.</param>
/// <param name="LowerBound">The one-sided bound for the lot at the same confidence.</param>
public sealed record AqlExceedance(Tally Found, long PermittedInLot, Probability PValue, long? CriticalCount, CountInterval LowerBound)
{
    /// <summary>Class G.</summary>
    public Guarantee Guarantee => LowerBound.Guarantee;

    /// <summary>The lot is worse than the AQL at the confidence asked for.</summary>
    public bool Proven => LowerBound.Lower > PermittedInLot;

    /// <summary>How many of the findings may be struck out before the statement falls; null when it is not proven.</summary>
    public long? OverturnMargin => Proven ? Found.Count - CriticalCount : null;

    /// <param name="x">Nonconforming items found, 0..n.</param>
    /// <param name="n">Items inspected, 0..lotSize.</param>
    /// <param name="lotSize">Items in the lot.</param>
    /// <param name="aql">The agreed limit.</param>
    /// <param name="confidence">One-sided.</param>
    public static AqlExceedance Test(long x, long n, long lotSize, Aql aql, ConfidenceLevel confidence)
    {
        var bound = Hypergeometric.Bound(x, n, lotSize, confidence, Side.Lower);
        var permitted = aql.NonconformingIn(lotSize);
        var atLimit = new HypergeometricTail(lotSize, permitted, n);
        var rejectBelow = confidence.Alpha * Hypergeometric.TieSlack;
        var critical = Bisection.FirstInteger(0, n + 1, count => atLimit.AtLeast(count) < rejectBelow);
        return new AqlExceedance(new Tally(x, n), permitted, Probability.Clamped(atLimit.AtLeast(x)), critical <= n ? critical : null, bound);
    }
}
