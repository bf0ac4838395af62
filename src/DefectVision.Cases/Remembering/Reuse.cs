namespace DefectVision.Cases.Remembering;

/// <summary>Which photos of a case were among those of other shipments.</summary>
/// <param name="Photos">In path order; one that was in several shipments stands for each.</param>
/// <param name="NotCompared">Names of shipments whose inspection is no longer there: of their photos only files that are the same, byte for byte, are found.</param>
public sealed record Reuse(IReadOnlyList<ReusedPhoto> Photos, IReadOnlyList<string> NotCompared)
{
    public static Reuse None { get; } = new([], []);
}
