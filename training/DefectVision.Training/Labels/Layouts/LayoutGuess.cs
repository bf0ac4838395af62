namespace DefectVision.Training.Labels.Layouts;

/// <summary>Tells a layout by what lies in the folder. It never chooses among several.</summary>
internal static class LayoutGuess
{
    /// <exception cref="DatasetException">Nothing or several things were recognised.</exception>
    public static LabelLayout Of(SetFolder set)
    {
        (LabelLayout Layout, string? Sign)[] signs =
        [
            (LabelLayout.MvTec, MvTecLayout.Sign(set)),
            (LabelLayout.Folders, MvTecLayout.Sign(set) is null ? FolderLayout.Sign(set) : null),
            (LabelLayout.Csv, CsvLayout.Sign(set)),
            (LabelLayout.Coco, CocoLayout.Sign(set)),
            (LabelLayout.Voc, VocLayout.Sign(set)),
            (LabelLayout.Yolo, YoloLayout.Sign(set)),
            (LabelLayout.LabelStudio, LabelStudioLayout.Sign(set)),
            (LabelLayout.Cvat, CvatLayout.Sign(set)),
            (LabelLayout.Manifest, ManifestLayout.Sign(set)),
        ];
        var found = signs.Where(entry => entry.Sign is not null).ToList();
        return found.Count switch
        {
            1 => found[0].Layout,
            0 when YoloLayout.LacksNames(set) => LabelLayout.Yolo,
            0 when !set.WantsGood && FolderLayout.Classes(set.Roots[0]).Any() => LabelLayout.Folders,
            0 => throw set.Wrong(
                $"no folder '{LabelledPhoto.Good}' and no label file that is known ({set.Top()})",
                $"'{LabelledPhoto.Good}/' and one folder per defect class, or labels of {string.Join(", ", LayoutWords.All.Skip(2))}"),
            _ => throw set.Wrong(
                $"labels of several kinds: {string.Join(", ", found.Select(entry => $"{LayoutWords.Of(entry.Layout)} ({entry.Sign})"))}",
                "one kind, or --labels to say which"),
        };
    }
}
