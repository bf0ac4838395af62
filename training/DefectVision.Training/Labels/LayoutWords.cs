namespace DefectVision.Training.Labels;

/// <summary>The word that a person types for each layout.</summary>
public static class LayoutWords
{
    private static readonly (string Word, LabelLayout Layout)[] Pairs =
    [
        ("auto", LabelLayout.Auto),
        ("folders", LabelLayout.Folders),
        ("mvtec", LabelLayout.MvTec),
        ("csv", LabelLayout.Csv),
        ("coco", LabelLayout.Coco),
        ("voc", LabelLayout.Voc),
        ("yolo", LabelLayout.Yolo),
        ("label-studio", LabelLayout.LabelStudio),
        ("cvat", LabelLayout.Cvat),
        ("manifest", LabelLayout.Manifest),
    ];

    /// <summary>All of them, "auto" first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Pairs.Select(pair => pair.Word)];

    public static string Of(LabelLayout layout) => Pairs.Single(pair => pair.Layout == layout).Word;

    /// <exception cref="ArgumentException">No such word.</exception>
    public static LabelLayout Layout(string word) => Pairs.Any(pair => pair.Word == word)
        ? Pairs.Single(pair => pair.Word == word).Layout
        : throw new ArgumentException($"found the layout '{word}', wanted {string.Join(", ", All)}");
}
