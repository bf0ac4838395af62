namespace DefectVision.Training.Labels.Layouts;

/// <summary><c>good/</c> (or another word for it, such as <c>OK/</c> or <c>良品/</c>) and one folder per defect class, at any depth below. Folders of masks, boxes and parts are no classes; a mask lies in <c>masks/CLASS/NAME.png</c>.</summary>
internal static class FolderLayout
{
    private static readonly string[] Masks = ["masks", "mask", "ground_truth"];
    private static readonly string[] NoClasses = [.. Masks, "boxes", "annotations", "train", "test"];

    public static string? Sign(SetFolder set) =>
        Directory.EnumerateDirectories(set.Roots[0]).Where(folder => ClassRule.IsGood(Path.GetFileName(folder))).Order(StringComparer.Ordinal).FirstOrDefault() is { } good ? set.Relative(good) + "/" : null;

    /// <exception cref="DatasetException">There is no good/.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set) => Sign(set) is null && set.WantsGood
        ? throw set.Wrong($"no folder '{LabelledPhoto.Good}'", $"'{LabelledPhoto.Good}/' and one folder per defect class")
        : Classes(set.Roots[0]).Select(entry => entry with { Mask = MaskOf([.. from root in set.Roots from name in Masks select Path.Combine(root, name)], entry) });

    /// <summary>The mask of a photo: CLASS/NAME_mask.png or CLASS/NAME.png in the first of these folders that has one.</summary>
    /// <param name="entry">Its group is its path below the classes' root.</param>
    public static string? MaskOf(IReadOnlyList<string> folders, LabelEntry entry)
    {
        var below = Path.ChangeExtension(entry.Group, null);
        return folders.SelectMany(folder => new[] { Path.Combine(folder, $"{below}_mask.png"), Path.Combine(folder, $"{below}.png") }).FirstOrDefault(File.Exists);
    }

    /// <summary>Whether a folder of that name is passed over.</summary>
    public static bool IsNoClass(string name) => NoClasses.Contains(name, StringComparer.OrdinalIgnoreCase) || name.StartsWith('.');

    /// <summary>Every photo below the folders of a root; the group is its path below the root.</summary>
    public static IEnumerable<LabelEntry> Classes(string root) =>
        from folder in Directory.EnumerateDirectories(root)
        let name = Path.GetFileName(folder)
        where !IsNoClass(name)
        let label = ClassRule.Name(name, name)
        from file in SetFolder.Photos(folder)
        let below = Path.GetRelativePath(root, file).Replace(Path.DirectorySeparatorChar, '/')
        select new LabelEntry(file, label, below, below) { Below = below[(name.Length + 1)..] };
}
