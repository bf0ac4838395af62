using DefectVision.Statistics.Intervals;

namespace DefectVision.Statistics.Verification;

/// <summary>
/// From what people confirmed, over the sample, to the lot. A classifier only chose what people looked at, so the bounds hold whatever its errors are.
/// </summary>
/// <remarks>
/// Each stage at which items were drawn (the sample from the lot, the verified from a stratum) gets an equal part of the error probability (Bonferroni).
/// The parts follow from the design, never from what was found. Strata as in Neyman 1934, Journal of the Royal Statistical Society 97:558.
/// </remarks>
/// <param name="Flagged">Items the classifier flagged.</param>
/// <param name="Unflagged">The other items of the sample.</param>
/// <param name="LotSize">Items in the lot, at least those of the sample.</param>
public sealed record VerificationChain(VerifiedStratum Flagged, VerifiedStratum Unflagged, long LotSize)
{
    private const string Version = "1";

    public long LotSize { get; } = LotSize >= 1 && LotSize >= Flagged.Size + Unflagged.Size
        ? LotSize
        : throw new ArgumentOutOfRangeException(nameof(LotSize), LotSize, $"Wanted at least the {Flagged.Size + Unflagged.Size} items of the sample, and 1.");

    /// <summary>Items in the sample.</summary>
    public long SampleSize => Flagged.Size + Unflagged.Size;

    private long Confirmed => Flagged.Confirmed.Count + Unflagged.Confirmed.Count;

    private int Stages => (SampleSize < LotSize ? 1 : 0) + (Flagged.IsSampled ? 1 : 0) + (Unflagged.IsSampled ? 1 : 0);

    /// <summary>
    /// The lower bound for the lot from confirmed items only: what nobody looked at counts as conforming. One stage, the whole error probability.
    /// </summary>
    public CountInterval ConfirmedOnly(ConfidenceLevel confidence) =>
        Hypergeometric.Bound(Confirmed, SampleSize, LotSize, confidence, Side.Lower) with { Method = "Confirmed-only hypergeometric", MethodVersion = Version };

    /// <summary>Bounds for the number of nonconforming items in the lot.</summary>
    public CountInterval BoundLot(ConfidenceLevel confidence, Side side)
    {
        var sample = BoundSample(confidence, side);
        var alpha = AlphaPerStage(confidence, side);
        return sample with
        {
            LotSize = LotSize,
            Lower = side == Side.Upper ? 0 : Hypergeometric.Lower(new Tally(sample.Lower, SampleSize), LotSize, alpha),
            Upper = side == Side.Lower ? LotSize : Hypergeometric.Upper(new Tally(sample.Upper, SampleSize), LotSize, alpha),
        };
    }

    /// <summary>Bounds for the number of nonconforming items in the sample, at the error probability left for it by <see cref="BoundLot"/>.</summary>
    public CountInterval BoundSample(ConfidenceLevel confidence, Side side)
    {
        var alpha = AlphaPerStage(confidence, side);
        var lower = side == Side.Upper ? 0 : Least(Flagged, alpha) + Least(Unflagged, alpha);
        var upper = side == Side.Lower ? SampleSize : Most(Flagged, alpha) + Most(Unflagged, alpha);
        var status = SampleSize == 0 ? BoundStatus.NoData : BoundStatus.Ok;
        return new CountInterval(lower, upper, Math.Max(SampleSize, 1), status, Guarantee.Guaranteed, "Stratified verification chain", Version);
    }

    /// <summary>The pair to report: confirmed-only below and the chain above, each at half of the error probability.</summary>
    public CountInterval ConfirmedBelowChainAbove(ConfidenceLevel confidence)
    {
        var half = confidence.ForEachOf(2);
        return BoundLot(half, Side.Upper) with
        {
            Lower = ConfirmedOnly(half).Lower,
            Method = "Confirmed-only below, verification chain above",
        };
    }

    /// <summary>The unbiased estimate of the number in the sample and its standard error, each null where a stratum was not looked at enough to have one. Class A.</summary>
    public (double? Nonconforming, double? StandardError) EstimateSample()
    {
        var (flagged, unflagged) = (Estimate(Flagged), Estimate(Unflagged));
        return (flagged.Value + unflagged.Value, SquareRoot(flagged.Variance + unflagged.Variance));
    }

    private double AlphaPerStage(ConfidenceLevel confidence, Side side) => confidence.AlphaPerEnd(side) / Math.Max(Stages, 1);

    private static long Least(VerifiedStratum stratum, double alpha) =>
        stratum.IsSampled ? Hypergeometric.Lower(stratum.Confirmed, stratum.Size, alpha) : stratum.Confirmed.Count;

    private static long Most(VerifiedStratum stratum, double alpha) =>
        stratum.IsSampled ? Hypergeometric.Upper(stratum.Confirmed, stratum.Size, alpha) : stratum.Size - stratum.Confirmed.Rest;

    private static (double? Value, double? Variance) Estimate(VerifiedStratum stratum)
    {
        var verified = stratum.Confirmed.Total;
        if (verified == stratum.Size)
            return (stratum.Confirmed.Count, 0);
        if (verified == 0)
            return (null, null);
        var share = stratum.Confirmed.Share;
        double size = stratum.Size;
        double? variance = verified < 2 ? null : size * size * (1 - verified / size) * share * (1 - share) / (verified - 1);
        return (share * size, variance);
    }

    private static double? SquareRoot(double? value) => value is { } number ? Math.Sqrt(number) : null;
}
