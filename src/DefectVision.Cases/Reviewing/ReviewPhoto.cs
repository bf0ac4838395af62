namespace DefectVision.Cases.Reviewing;

/// <summary>A photo to show to a reader.</summary>
/// <param name="Id">By which the case knows it: the SHA-256 of its bytes.</param>
/// <param name="Name">Of its file.</param>
/// <param name="View">Which picture of its item; empty when not told.</param>
/// <param name="Width">Upright, in pixels; 0 when not known.</param>
/// <param name="Height">Upright, in pixels; 0 when not known.</param>
public sealed record ReviewPhoto(string Id, string Name, string View, int Width, int Height);
