namespace DefectVision.Imaging.Withholding;

/// <summary>A rectangle of a photo that must not be shown.</summary>
/// <param name="X">From the left of the upright photo, in pixels of the file, from 0.</param>
/// <param name="Y">From the top.</param>
/// <param name="Width">1 or more.</param>
/// <param name="Height">1 or more.</param>
public sealed record PhotoRegion(int X, int Y, int Width, int Height)
{
    /// <summary>Whether the rectangle has an area and lies within an upright photo of this size.</summary>
    public bool IsInside(int width, int height) => X >= 0 && Y >= 0 && Width > 0 && Height > 0 && X <= width - Width && Y <= height - Height;
}

/// <summary>A region of a certain photo, and why it is withheld.</summary>
/// <param name="Path">Of the photo, parts joined by '/'.</param>
/// <param name="Region">In the upright photo.</param>
/// <param name="Reason">Such as faces or prices.</param>
public sealed record WithheldRegion(string Path, PhotoRegion Region, string Reason);
