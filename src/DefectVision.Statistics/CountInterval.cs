namespace DefectVision.Statistics;

/// <summary>Limits for the number of nonconforming items in a lot. A one-sided bound leaves the other end at 0 or the lot size.</summary>
/// <param name="Lower">Items, 0 or more.</param>
/// <param name="Upper">Items, not below <paramref name="Lower"/> and not above <paramref name="LotSize"/>.</param>
/// <param name="LotSize">Items in the lot, 1 or more.</param>
/// <param name="Status">Ok, or why the limits say nothing.</param>
/// <param name="Guarantee">Class G or A.</param>
/// <param name="Method">The method's name in the literature.</param>
/// <param name="MethodVersion">Changes whenever the same input could give another number.</param>
public sealed record CountInterval(long Lower, long Upper, long LotSize, BoundStatus Status, Guarantee Guarantee, string Method, string MethodVersion)
{
    public Rate LowerRate => Rate.Of(Lower, LotSize);

    public Rate UpperRate => Rate.Of(Upper, LotSize);
}
