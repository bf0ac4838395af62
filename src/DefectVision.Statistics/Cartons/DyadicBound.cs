using DefectVision.Statistics.Intervals;
using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Cartons;

/// <summary>
/// The guaranteed lower bound when whole cartons were drawn at random. The mean number per carton is the sum over t of the share of cartons with
/// at least t nonconforming items; that share is bounded at t = 1, 2, 4, 8 … and never rises between.
/// </summary>
/// <remarks>One hypergeometric bound per threshold, the error probability divided among them (Bonferroni). Nothing is assumed about how items cluster.</remarks>
public static class DyadicBound
{
    private const string Method = "Dyadic carton bound";
    private const string Version = "1";

    /// <summary>No p-value is told below it: 1 minus less is 1.</summary>
    private const double Smallest = 1e-15;

    /// <param name="nonconformingPerCarton">One number for each opened carton, 0..packSize. Items not looked at count as conforming.</param>
    /// <param name="packSize">Items per carton, 1 or more.</param>
    /// <param name="cartonsInLot">Null when not known; the bound is then for the rate only.</param>
    /// <param name="confidence">Of the one-sided bound.</param>
    public static CartonBound Lower(IReadOnlyList<long> nonconformingPerCarton, long packSize, long? cartonsInLot, ConfidenceLevel confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(packSize, 1);
        foreach (var nonconforming in nonconformingPerCarton)
            _ = new Tally(nonconforming, packSize);
        if (!(nonconformingPerCarton.Count <= (cartonsInLot ?? long.MaxValue)))
            throw new ArgumentOutOfRangeException(nameof(cartonsInLot), cartonsInLot, $"Wanted at least the {nonconformingPerCarton.Count} opened cartons.");

        var thresholds = Thresholds(packSize).Select(t => new CartonThreshold(t, nonconformingPerCarton.Count(nonconforming => nonconforming >= t))).ToArray();
        if (nonconformingPerCarton.Count == 0)
            return new CartonBound(RateInterval.Uninformative(BoundStatus.NoData, Guarantee.Guaranteed, Method, Version), cartonsInLot is null ? null : 0, thresholds);

        var alpha = confidence.Alpha / thresholds.Length;
        var (rate, items, below) = (0.0, 0L, 0L);
        foreach (var threshold in thresholds)
        {
            var weight = threshold.Nonconforming - below;
            var reached = new Tally(threshold.Cartons, nonconformingPerCarton.Count);
            if (cartonsInLot is { } cartons)
                items += weight * Hypergeometric.Lower(reached, cartons, alpha);
            else
                rate += weight * UnknownLot.Lower(reached.Count, reached.Total, alpha) / packSize;
            below = threshold.Nonconforming;
        }
        if (cartonsInLot is { } known)
            rate = (double)items / (known * packSize);
        return new CartonBound(
            new RateInterval(Rate.Clamped(rate), Rate.One, BoundStatus.Ok, Guarantee.Guaranteed, Method, Version),
            cartonsInLot is null ? null : items, thresholds);
    }

    /// <summary>The smallest error probability at which the bound exceeds a number of items: a p-value against "no more than so many", for a lot of known size.</summary>
    /// <param name="nonconformingPerCarton">One number for each opened carton, 0..packSize.</param>
    /// <param name="packSize">Items per carton, 1 or more.</param>
    /// <param name="cartonsInLot">At least those opened.</param>
    /// <param name="permitted">Items, 0 or more.</param>
    public static Probability PValue(IReadOnlyList<long> nonconformingPerCarton, long packSize, long cartonsInLot, long permitted) =>
        Probability.Clamped(Bisection.FirstDouble(Smallest, 1, alpha =>
            alpha < 1 && Lower(nonconformingPerCarton, packSize, cartonsInLot, new ConfidenceLevel(1 - alpha)).NonconformingAtLeast > permitted));

    private static IEnumerable<long> Thresholds(long packSize)
    {
        for (var t = 1L; t <= packSize; t *= 2)
            yield return t;
    }
}
