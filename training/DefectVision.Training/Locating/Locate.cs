using DefectVision.Imaging;

namespace DefectVision.Training.Locating;

/// <summary>What a person asks about the product's place in the photo.</summary>
/// <param name="IsAutomatic">It is looked for where the photos allow it.</param>
/// <param name="Fixed">It always lies here; null: nowhere in particular.</param>
public sealed record Locate(bool IsAutomatic, Window? Fixed)
{
    public static Locate Auto { get; } = new(true, null);

    public static Locate None { get; } = new(false, null);
}
