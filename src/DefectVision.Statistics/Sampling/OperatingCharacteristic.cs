using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Sampling;

/// <summary>How probably a single sampling plan accepts, at each quality: its OC curve.</summary>
/// <remarks>Source: ISO 2859-1:1999, clause 11; for an isolated lot the hypergeometric form is the exact one.</remarks>
public sealed record OperatingCharacteristic
{
    /// <param name="sampleSize">Items, 1 or more.</param>
    /// <param name="acceptanceNumber">0 or more.</param>
    public OperatingCharacteristic(long sampleSize, long acceptanceNumber)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sampleSize, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(acceptanceNumber);
        SampleSize = sampleSize;
        AcceptanceNumber = acceptanceNumber;
    }

    public long SampleSize { get; }

    public long AcceptanceNumber { get; }

    /// <summary>The chance that a lot with so many nonconforming items is accepted; a sample larger than the lot is cut to the lot. Hypergeometric, exact.</summary>
    public Probability AcceptanceOfLot(long lotSize, long nonconforming)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lotSize, 1);
        _ = new Tally(nonconforming, lotSize);
        return Probability.Clamped(new HypergeometricTail(lotSize, nonconforming, Math.Min(SampleSize, lotSize)).AtMost(AcceptanceNumber));
    }

    /// <summary>The same for a lot of the given quality; the number of nonconforming items is the nearest whole one, halves up.</summary>
    public Probability AcceptanceOfLot(long lotSize, Rate quality) => AcceptanceOfLot(lotSize, NonconformingAt(lotSize, quality));

    /// <summary>The chance that a sample from a process with this rate is accepted. Binomial.</summary>
    public Probability AcceptanceOfProcess(Rate quality) =>
        Probability.Clamped(BinomialTail.AtMost(AcceptanceNumber, SampleSize, quality.Value));

    /// <summary>The chance of acceptance when nonconformities are counted, with this mean number per item (0 or more, may exceed 1). Poisson.</summary>
    public Probability AcceptanceOfNonconformities(double perItem)
    {
        if (!(perItem >= 0))
            throw new ArgumentOutOfRangeException(nameof(perItem), perItem, "A mean number per item is 0 or more.");
        return Probability.Clamped(PoissonTail.AtMost(AcceptanceNumber, perItem * SampleSize));
    }

    /// <summary>
    /// The process rate that is accepted with this probability: the consumer's risk quality at 0.10, the producer's at 0.95. Binomial.
    /// One when the plan accepts whatever it finds.
    /// </summary>
    public Rate QualityAcceptedWith(Probability acceptance)
    {
        if (AcceptanceNumber >= SampleSize)
            return Rate.One;
        return Rate.Clamped(BetaTail.UpperQuantile(acceptance.Value, AcceptanceNumber + 1.0, SampleSize - AcceptanceNumber));
    }

    /// <summary>
    /// The fewest nonconforming items at which a lot of this size is accepted with this probability at most: its limiting quality at 0.10
    /// (the definition of ISO 2859-2). Hypergeometric. The whole lot when the plan accepts whatever it finds.
    /// </summary>
    public long NonconformingAcceptedWith(long lotSize, Probability acceptance) =>
        Bisection.FirstInteger(0, lotSize, nonconforming => AcceptanceOfLot(lotSize, nonconforming).Value <= acceptance.Value * (1 + 1e-9));

    /// <summary>The mean number of nonconformities per item that is accepted with this probability, above 0. Poisson.</summary>
    public double NonconformitiesPerItemAcceptedWith(Probability acceptance)
    {
        if (!(acceptance.Value > 0))
            throw new ArgumentOutOfRangeException(nameof(acceptance), acceptance, "No finite number of nonconformities is never accepted.");
        return PoissonTail.MeanWhereAtMost(AcceptanceNumber, acceptance.Value) / SampleSize;
    }

    /// <summary>The whole number of nonconforming items nearest to this quality, halves up.</summary>
    public static long NonconformingAt(long lotSize, Rate quality) => (long)Math.Floor(quality.Value * lotSize + 0.5);
}
