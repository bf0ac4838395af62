using DefectVision.Training.Labels.Answered;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>Labels of a known layout, as one list.</summary>
internal static class LayoutReading
{
    /// <exception cref="DatasetException">The labels cannot be read, or speak twice of one photo.</exception>
    public static IReadOnlyList<LabelEntry> Of(SetFolder set, LabelLayout layout)
    {
        IReadOnlyList<LabelEntry> entries =
        [
            .. layout switch
            {
                LabelLayout.Folders => FolderLayout.Read(set),
                LabelLayout.MvTec => MvTecLayout.Read(set),
                LabelLayout.Csv => CsvLayout.Read(set),
                LabelLayout.Coco => CocoLayout.Read(set),
                LabelLayout.Voc => VocLayout.Read(set),
                LabelLayout.Yolo => YoloLayout.Read(set),
                LabelLayout.LabelStudio => LabelStudioLayout.Read(set),
                LabelLayout.Cvat => CvatLayout.Read(set),
                LabelLayout.Manifest => ManifestLayout.Read(set),
                _ => throw new ArgumentException($"{layout} is no layout that is read"),
            },
        ];
        if (layout is LabelLayout.Folders or LabelLayout.MvTec && AnswerNotes.Of(set.Full) is { } notes)
        {
            entries = [.. notes.Applied(set, entries)];
        }

        var photos = entries.GroupBy(entry => entry.Path).ToList();
        return photos.FirstOrDefault(group => group.DistinctBy(entry => entry.Label).Skip(1).Any()) is { } twice
            ? throw new DatasetException(
                $"{set.Relative(twice.Key)}: found it labelled {string.Join(" and ", twice.Select(entry => $"'{entry.Label}' ({entry.Where})"))}, wanted one label a photo")
            : [.. photos.Select(group => group.First() with { Boxes = [.. group.SelectMany(entry => entry.Boxes).Distinct()] })];
    }
}
