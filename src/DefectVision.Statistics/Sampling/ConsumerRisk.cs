using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Sampling;

/// <summary>
/// How many items to draw so that a bad lot is caught: the smallest sample that accepts it with at most the permitted risk. With acceptance number 0 this is the computation behind
/// zero-acceptance plans; at a limiting quality and risk 0.10 the one behind ISO 2859-2.
/// </summary>
/// <remarks>Exact hypergeometric and binomial tails; no published table is copied.</remarks>
public static class ConsumerRisk
{
    private const long LargestSample = 1_000_000_000;

    /// <summary>The chance with which a lot of the limiting quality may be accepted at most, for a lot by itself (ISO 2859-2).</summary>
    public const double OfLimitingQuality = 0.10;

    /// <summary>True where a chance of acceptance at the limiting quality is at most <see cref="OfLimitingQuality"/>; what is met exactly is met.</summary>
    /// <param name="acceptance">0 to 1.</param>
    public static bool IsOfLimitingQuality(double acceptance) => acceptance <= OfLimitingQuality * (1 + 1e-9);

    /// <summary>The whole number of nonconforming items of a lot this bad or worse.</summary>
    public static long NonconformingIn(long lotSize, Rate badQuality) => (long)Math.Ceiling(badQuality.Value * lotSize - 1e-9);

    /// <summary>Smallest sample for a lot of known size; null when the acceptance number alone lets that lot pass.</summary>
    /// <param name="lotSize">Items, 1 or more.</param>
    /// <param name="nonconforming">Of the lot that must be caught.</param>
    /// <param name="acceptanceNumber">0 or more.</param>
    /// <param name="confidence">Of catching it; 1 minus the consumer's risk.</param>
    public static long? SampleSizeForLot(long lotSize, long nonconforming, int acceptanceNumber, ConfidenceLevel confidence)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lotSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(acceptanceNumber);
        _ = new Tally(nonconforming, lotSize);
        if (acceptanceNumber >= nonconforming)
            return null;
        return Bisection.FirstInteger(acceptanceNumber + 1, lotSize,
            n => new HypergeometricTail(lotSize, nonconforming, n).AtMost(acceptanceNumber) <= Risk(confidence));
    }

    /// <summary>Smallest sample from a process with this rate.</summary>
    /// <param name="badQuality">Above 0.</param>
    /// <param name="acceptanceNumber">0 or more.</param>
    /// <param name="confidence">Of catching it.</param>
    public static long SampleSizeForProcess(Rate badQuality, int acceptanceNumber, ConfidenceLevel confidence)
    {
        if (!(badQuality.Value > 0))
            throw new ArgumentOutOfRangeException(nameof(badQuality), badQuality, "A process without nonconforming items cannot be caught.");
        ArgumentOutOfRangeException.ThrowIfNegative(acceptanceNumber);
        return Bisection.FirstInteger(acceptanceNumber + 1, LargestSample,
            n => BinomialTail.AtMost(acceptanceNumber, n, badQuality.Value) <= Risk(confidence));
    }

    /// <summary>A risk that is met exactly is met: the slack keeps rounding from asking for one item more.</summary>
    private static double Risk(ConfidenceLevel confidence) => confidence.Alpha * (1 + 1e-9);
}
