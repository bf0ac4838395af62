using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Sampling;

/// <summary>How probably a single sampling plan accepts, at each quality: its OC curve.</summary>
/// <remarks>Source: ISO 2859-1:1999, clause 11; for an isolated lot the hypergeometric form is the exact one.</remarks>
public sealed record OperatingCharacteristic : OperatingCurve
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

    /// <inheritdoc/>
    public override Probability AcceptanceOfLot(long lotSize, long nonconforming)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(lotSize, 1);
        _ = new Tally(nonconforming, lotSize);
        return Probability.Clamped(new HypergeometricTail(lotSize, nonconforming, Math.Min(SampleSize, lotSize)).AtMost(AcceptanceNumber));
    }

    /// <inheritdoc/>
    public override Probability AcceptanceOfProcess(Rate quality) =>
        Probability.Clamped(BinomialTail.AtMost(AcceptanceNumber, SampleSize, quality.Value));

    /// <summary>The chance of acceptance when nonconformities are counted, with this mean number per item (0 or more, may exceed 1). Poisson.</summary>
    public Probability AcceptanceOfNonconformities(double perItem)
    {
        if (!(perItem >= 0))
            throw new ArgumentOutOfRangeException(nameof(perItem), perItem, "A mean number per item is 0 or more.");
        return Probability.Clamped(PoissonTail.AtMost(AcceptanceNumber, perItem * SampleSize));
    }

    /// <inheritdoc/>
    public override Rate QualityAcceptedWith(Probability acceptance)
    {
        if (AcceptanceNumber >= SampleSize)
            return Rate.One;
        return Rate.Clamped(BetaTail.UpperQuantile(acceptance.Value, AcceptanceNumber + 1.0, SampleSize - AcceptanceNumber));
    }

    /// <summary>The mean number of nonconformities per item that is accepted with this probability, above 0. Poisson.</summary>
    public double NonconformitiesPerItemAcceptedWith(Probability acceptance)
    {
        if (!(acceptance.Value > 0))
            throw new ArgumentOutOfRangeException(nameof(acceptance), acceptance, "No finite number of nonconformities is never accepted.");
        return PoissonTail.MeanWhereAtMost(AcceptanceNumber, acceptance.Value) / SampleSize;
    }
}
