namespace DefectVision.Training.Labels.Layouts;

/// <summary><c>good/</c> and one folder per defect class, at any depth below. Folders of masks and boxes are no classes.</summary>
internal static class FolderLayout
{
    private static readonly string[] NoClasses = ["masks", "mask", "ground_truth", "boxes", "annotations"];

    public static string? Sign(SetFolder set) =>
        Path.Combine(set.Roots[0], LabelledPhoto.Good) is var good && Directory.Exists(good) ? set.Relative(good) + "/" : null;

    /// <exception cref="DatasetException">There is no good/.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set) => Sign(set) is null
        ? throw set.Wrong($"no folder '{LabelledPhoto.Good}'", $"'{LabelledPhoto.Good}/' and one folder per defect class")
        : Classes(set.Roots[0]);

    /// <summary>Every photo below the folders of a root; the group is its path below the root.</summary>
    public static IEnumerable<LabelEntry> Classes(string root) =>
        from folder in Directory.EnumerateDirectories(root)
        let label = Path.GetFileName(folder)
        where !NoClasses.Contains(label, StringComparer.OrdinalIgnoreCase) && !label.StartsWith('.')
        from file in SetFolder.Photos(folder)
        let below = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')
        select new LabelEntry(file, label, below, below);
}
