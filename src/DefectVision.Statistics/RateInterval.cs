namespace DefectVision.Statistics;

/// <summary>Limits for a rate. A one-sided bound leaves the other end at 0 or 1.</summary>
/// <param name="Lower">0..1.</param>
/// <param name="Upper">0..1, not below <paramref name="Lower"/>.</param>
/// <param name="Status">Ok, or why the limits say nothing.</param>
/// <param name="Guarantee">Class G or A.</param>
/// <param name="Method">The method's name in the literature.</param>
/// <param name="MethodVersion">Changes whenever the same input could give another number.</param>
public sealed record RateInterval(Rate Lower, Rate Upper, BoundStatus Status, Guarantee Guarantee, string Method, string MethodVersion)
{
    /// <summary>The interval that nothing is known about.</summary>
    internal static RateInterval Uninformative(BoundStatus status, Guarantee guarantee, string method, string version) =>
        new(Rate.Zero, Rate.One, status, guarantee, method, version);

    /// <summary>Keeps the side that was asked for and opens the other.</summary>
    internal static RateInterval For(Side side, Func<double> lower, Func<double> upper, Guarantee guarantee, string method, string version) =>
        new(side == Side.Upper ? Rate.Zero : Rate.Clamped(lower()),
            side == Side.Lower ? Rate.One : Rate.Clamped(upper()),
            BoundStatus.Ok, guarantee, method, version);
}
