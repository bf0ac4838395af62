namespace DefectVision.Imaging;

/// <summary>What a person asks about tiles.</summary>
/// <param name="IsAutomatic">As many as keep the photo's own pixels down to half scale.</param>
/// <param name="Fixed">So many from left to right and from top to bottom; null: not said.</param>
public sealed record Tiling(bool IsAutomatic, (int Columns, int Rows)? Fixed)
{
    public static Tiling Auto { get; } = new(true, null);

    public static Tiling None { get; } = new(false, null);
}
