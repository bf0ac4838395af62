namespace DefectVision.History;

/// <summary>How many of a lot's items are nonconforming, as its report says.</summary>
/// <param name="Lower">At least this share, 0 to 1, at 95 %.</param>
/// <param name="Upper">At most this share, 0 to 1, at 95 %.</param>
/// <param name="IsGuaranteed">The sample speaks for the lot: all items, or a draw that a list shows; else both rest on the word that it was random.</param>
public sealed record BoundsEntry(double Lower, double Upper, bool IsGuaranteed);
