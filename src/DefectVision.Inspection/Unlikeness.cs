namespace DefectVision.Inspection;

/// <summary>How unlike the photos of the other items a photo is, of the same goods and the same view. It says where to look first, and decides nothing.</summary>
/// <param name="Times">How many times as far from them as the middle photo of its view, above 0; two decimals.</param>
/// <param name="Heat">Where in the photo, in the same distances before they were divided.</param>
public sealed record Unlikeness(double Times, HeatReading Heat);
