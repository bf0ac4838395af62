using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Intervals;

/// <summary>The exact bound for the number of nonconforming items in a lot of known size, from items drawn at random without replacement.</summary>
/// <remarks>
/// Inversion of the hypergeometric test: Konijn 1973; Buonaccorsi 1987, The American Statistician 41:215. A tail that
/// equals the error probability exactly does not reject; the relative slack of 1e-9 keeps such ties on that side on every machine.
/// </remarks>
public static class Hypergeometric
{
    /// <summary>Multiplies the error probability before a tail is compared with it.</summary>
    internal const double TieSlack = 1 - 1e-9;

    private const string Method = "Hypergeometric, test inversion";
    private const string Version = "1";

    /// <param name="x">Nonconforming items found, 0..n.</param>
    /// <param name="n">Items inspected, 0..lotSize; 0 gives status NoData. All items inspected gives the count itself.</param>
    /// <param name="lotSize">Items in the lot, 1 or more; fast up to 10^7.</param>
    /// <param name="confidence">Of the whole statement.</param>
    /// <param name="side">Which end is claimed.</param>
    public static CountInterval Bound(long x, long n, long lotSize, ConfidenceLevel confidence, Side side)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lotSize, 1);
        if (!(n <= lotSize))
            throw new ArgumentOutOfRangeException(nameof(n), n, $"A lot of {lotSize} items cannot give more than {lotSize} inspected ones.");
        var tally = new Tally(x, n);
        var alpha = confidence.AlphaPerEnd(side);
        return new CountInterval(
            side == Side.Upper ? 0 : Lower(tally, lotSize, alpha),
            side == Side.Lower ? lotSize : Upper(tally, lotSize, alpha),
            lotSize, n == 0 ? BoundStatus.NoData : BoundStatus.Ok, Guarantee.Guaranteed, Method, Version);
    }

    /// <summary>The fewest nonconforming items in the lot that leave P(X ≥ x) at alpha or more.</summary>
    internal static long Lower(Tally found, long lotSize, double alpha)
    {
        if (found.Count == 0)
            return 0;
        return Bisection.FirstInteger(found.Count, lotSize - found.Rest,
            nonconforming => new HypergeometricTail(lotSize, nonconforming, found.Total).AtLeast(found.Count) >= alpha * TieSlack);
    }

    /// <summary>The most nonconforming items in the lot that leave P(X ≤ x) at alpha or more.</summary>
    internal static long Upper(Tally found, long lotSize, double alpha) => lotSize - Lower(found.Complement, lotSize, alpha);
}
