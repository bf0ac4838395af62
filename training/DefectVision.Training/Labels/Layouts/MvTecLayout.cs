namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// The layout of the MVTec anomaly sets: <c>train/good</c>, <c>test/CLASS</c>, <c>ground_truth/CLASS/NAME_mask.png</c> (Bergmann et al. 2019).
/// Like folders in parts, with masks.
/// </summary>
internal static class MvTecLayout
{
    private const string Masks = "ground_truth";

    public static string? Sign(SetFolder set) =>
        Directory.Exists(Path.Combine(set.Full, Masks)) && Directory.Exists(Path.Combine(set.Full, "train")) && Directory.Exists(Path.Combine(set.Full, "test"))
            ? $"{Masks}/ beside train/ and test/"
            : null;

    /// <exception cref="DatasetException">The part that is asked for is missing.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set)
    {
        var root = Path.Combine(set.Full, set.Part);
        return Directory.Exists(root)
            ? FolderLayout.Classes(root).Select(entry => entry with { Mask = FolderLayout.MaskOf([Path.Combine(set.Full, Masks)], entry) })
            : throw set.Wrong($"no folder '{set.Part}' ({set.Top()})", "train/, test/ and ground_truth/");
    }
}
