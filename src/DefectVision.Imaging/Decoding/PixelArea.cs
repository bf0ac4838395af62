namespace DefectVision.Imaging.Decoding;

/// <summary>A rectangle of whole pixels.</summary>
internal readonly record struct PixelArea(int X, int Y, int Width, int Height);
