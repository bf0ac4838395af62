using System.Text.Json.Serialization;

namespace DefectVision.Imaging;

/// <summary>A part of an upright photo, in shares of its width and height (0 to 1).</summary>
public sealed record Window(double Left, double Top, double Width, double Height)
{
    public static Window Whole { get; } = new(0, 0, 1, 1);

    [JsonIgnore]
    public double Area => Width * Height;

    /// <summary>Lies within the photo and has an area.</summary>
    [JsonIgnore]
    public bool IsInside => Left >= 0 && Top >= 0 && Width > 0 && Height > 0 && Left + Width <= 1 + 1e-9 && Top + Height <= 1 + 1e-9;

    /// <summary>Wider by a share of its own sides on each of them, cut at the photo's edge.</summary>
    public Window WithMargin(double share)
    {
        double left = Math.Max(0, Left - (share * Width)), top = Math.Max(0, Top - (share * Height));
        return new Window(left, top, Math.Min(1, Left + ((1 + share) * Width)) - left, Math.Min(1, Top + ((1 + share) * Height)) - top);
    }

    /// <summary>The smallest window round this one that has the given shape and lies within the photo; the whole side where the photo is too small for it.</summary>
    /// <param name="shape">Width over height, both as shares of the photo.</param>
    public Window WithShape(double shape)
    {
        double width = Math.Min(1, Math.Max(Width, Height * shape)), height = Math.Min(1, Math.Max(Height, Width / shape));
        return new Window(
            Math.Clamp(Left + ((Width - width) / 2), 0, 1 - width),
            Math.Clamp(Top + ((Height - height) / 2), 0, 1 - height),
            width,
            height);
    }
}
