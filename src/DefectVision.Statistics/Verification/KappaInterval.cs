namespace DefectVision.Statistics.Verification;

/// <summary>Limits for Cohen's kappa, class A: right in the limit of many items, and too narrow with few.</summary>
/// <param name="Lower">−1..1, cut off there.</param>
/// <param name="Upper">−1..1, cut off there.</param>
/// <param name="StandardError">Of kappa, above 0.</param>
/// <param name="Confidence">Of the whole interval, 0..1.</param>
/// <remarks>Source: Fleiss, Cohen and Everitt 1969, Psychological Bulletin 72:323.</remarks>
public sealed record KappaInterval(double Lower, double Upper, double StandardError, double Confidence)
{
    public const string Method = "Fleiss-Cohen-Everitt large-sample variance";

    public const string MethodVersion = "1";

    /// <summary>For display, not for a claim.</summary>
    public const Guarantee Class = Guarantee.Approximate;
}
