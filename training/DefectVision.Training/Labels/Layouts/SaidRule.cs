namespace DefectVision.Training.Labels.Layouts;

/// <summary>The class of a photo of which a whole was said, and of parts: the word for the whole counts, and must not call good what has a box.</summary>
internal static class SaidRule
{
    /// <param name="whole">Classes said of the whole photo, each once.</param>
    /// <param name="boxes">Of its parts.</param>
    /// <exception cref="DatasetException">Two classes for the whole, or good with a box of a defect.</exception>
    public static string Of(IReadOnlyList<string> whole, IReadOnlyList<LabelledBox> boxes, string where)
    {
        var byBoxes = ClassRule.Of(boxes.Select(box => box.Class));
        return whole switch
        {
            [] => byBoxes,
            [LabelledPhoto.Good] when byBoxes != LabelledPhoto.Good => throw new DatasetException($"{where}: found the photo called good and a box of '{byBoxes}', wanted one or the other"),
            [var name] => name,
            _ => throw new DatasetException($"{where}: found the classes {string.Join(", ", whole)}, wanted one a photo"),
        };
    }

    /// <summary>The class of a photo that may show several, each said of the whole of it.</summary>
    /// <param name="classes">As often as they were said.</param>
    /// <exception cref="DatasetException">Good is one of several.</exception>
    public static string OfSeveral(IReadOnlyList<string> classes, string where) =>
        classes.Contains(LabelledPhoto.Good) && classes.Any(name => name != LabelledPhoto.Good)
            ? throw new DatasetException($"{where}: found the classes {string.Join(", ", classes.Distinct())}, wanted {LabelledPhoto.Good} or classes of defects")
            : ClassRule.Of(classes);
}
