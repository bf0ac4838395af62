namespace DefectVision.Inspection.Reviewing;

/// <summary>A rectangle on an upright photo, each number a share of the photo's width or height, 0 to 1.</summary>
/// <param name="X">Left edge.</param>
/// <param name="Y">Upper edge.</param>
/// <param name="Width">Above 0.</param>
/// <param name="Height">Above 0.</param>
public sealed record PhotoRegion(double X, double Y, double Width, double Height)
{
    /// <summary>It has an area and lies in the photo.</summary>
    public bool IsSound => X >= 0 && Y >= 0 && Width > 0 && Height > 0 && X + Width <= 1 && Y + Height <= 1;
}
