using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Sampling;

/// <summary>How probably a sampling plan accepts, at each quality. It never rises as quality gets worse.</summary>
public abstract record OperatingCurve
{
    /// <summary>The chance that a lot with so many nonconforming items is accepted. Hypergeometric, exact.</summary>
    /// <param name="lotSize">Items, 1 or more; samples larger than the lot are cut to it.</param>
    /// <param name="nonconforming">0..lotSize.</param>
    public abstract Probability AcceptanceOfLot(long lotSize, long nonconforming);

    /// <summary>The chance that a sample from a process with this rate is accepted. Binomial.</summary>
    public abstract Probability AcceptanceOfProcess(Rate quality);

    /// <summary>
    /// The process rate that is accepted with this probability: the consumer's risk quality at 0.10, the producer's at 0.95. Binomial.
    /// One when the plan accepts whatever it finds.
    /// </summary>
    public abstract Rate QualityAcceptedWith(Probability acceptance);

    /// <summary>The chance for a lot of the given quality; the number of nonconforming items is the nearest whole one, halves up.</summary>
    public Probability AcceptanceOfLot(long lotSize, Rate quality) => AcceptanceOfLot(lotSize, NonconformingAt(lotSize, quality));

    /// <summary>
    /// The fewest nonconforming items at which a lot of this size is accepted with this probability at most: its limiting quality at 0.10
    /// (the definition of ISO 2859-2). Hypergeometric. The whole lot when the plan accepts whatever it finds.
    /// </summary>
    public long NonconformingAcceptedWith(long lotSize, Probability acceptance) =>
        Bisection.FirstInteger(0, lotSize, nonconforming => AcceptanceOfLot(lotSize, nonconforming).Value <= acceptance.Value * (1 + 1e-9));

    /// <summary>The whole number of nonconforming items nearest to this quality, halves up.</summary>
    public static long NonconformingAt(long lotSize, Rate quality) => (long)Math.Floor(quality.Value * lotSize + 0.5);
}
