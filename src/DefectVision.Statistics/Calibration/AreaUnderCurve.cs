using DefectVision.Statistics.Tails;

namespace DefectVision.Statistics.Calibration;

/// <summary>The chance that a nonconforming item scores higher than a conforming one, ties counting half: the area under the ROC curve. Never part of a claim.</summary>
/// <param name="Value">0..1; one half for a score that says nothing.</param>
/// <param name="Variance">DeLong's variance.</param>
/// <param name="Nonconforming">Items of that kind.</param>
/// <param name="Conforming">Items of that kind.</param>
/// <remarks>Source: DeLong, DeLong and Clarke-Pearson 1988, Biometrics 44:837.</remarks>
public sealed record AreaUnderCurve(Probability Value, double Variance, int Nonconforming, int Conforming)
{
    /// <summary>With fewer nonconforming items the interval covers as little as half of the time and is not given.</summary>
    public const int FewestNonconforming = 20;

    private const string Method = "DeLong, logit";
    private const string Version = "1";

    public double StandardError => Math.Sqrt(Variance);

    /// <summary>Degenerate when the variance is zero, TooFewOfAKind below twenty nonconforming items.</summary>
    public BoundStatus Status
    {
        get
        {
            if (!(Variance > 0))
                return BoundStatus.Degenerate;
            return Nonconforming < FewestNonconforming ? BoundStatus.TooFewOfAKind : BoundStatus.Ok;
        }
    }

    /// <param name="items">At least one of each kind.</param>
    public static AreaUnderCurve Of(IReadOnlyList<LabelledScore> items)
    {
        var components = new DeLong(items);
        return new AreaUnderCurve(Probability.Clamped(components.Area), DeLong.Covariance(components, components), components.Nonconforming, components.Conforming);
    }

    /// <summary>The two-sided interval on the logit scale, back on the scale of the area; 0 to 1 unless the status is Ok.</summary>
    public RateInterval TwoSided(ConfidenceLevel confidence)
    {
        if (Status != BoundStatus.Ok)
            return RateInterval.Uninformative(Status, Guarantee.Approximate, Method, Version);
        var (lower, upper) = LogitLimits(confidence);
        return new RateInterval(Rate.Clamped(lower), Rate.Clamped(upper), BoundStatus.Ok, Guarantee.Approximate, Method, Version);
    }

    internal (double Lower, double Upper) LogitLimits(ConfidenceLevel confidence)
    {
        var area = Value.Value;
        var centre = Math.Log(area / (1 - area));
        var half = NormalTail.UpperQuantile(confidence.Alpha / 2) * StandardError / (area * (1 - area));
        return (1 / (1 + Math.Exp(half - centre)), 1 / (1 + Math.Exp(-half - centre)));
    }

    internal (double Lower, double Upper) WaldLimits(ConfidenceLevel confidence)
    {
        var half = NormalTail.UpperQuantile(confidence.Alpha / 2) * StandardError;
        return (Math.Max(0, Value.Value - half), Math.Min(1, Value.Value + half));
    }
}
