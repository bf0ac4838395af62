namespace DefectVision.Training.Labels.Layouts;

/// <summary>The one class of a photo of which several things were said: the defect class named most often, ties by ordinal order of the name; good without any.</summary>
internal static class ClassRule
{
    public static string Of(IEnumerable<string> classes) => classes
        .Where(name => name != LabelledPhoto.Good)
        .GroupBy(name => name)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key ?? LabelledPhoto.Good;

    /// <summary>A class as it was written, trimmed; "good" in any case is <see cref="LabelledPhoto.Good"/>.</summary>
    /// <exception cref="DatasetException">It is empty.</exception>
    public static string Name(string? written, string where) => written?.Trim() switch
    {
        null or "" => throw new DatasetException($"{where}: found no class, wanted its name"),
        var name => name.Equals(LabelledPhoto.Good, StringComparison.OrdinalIgnoreCase) ? LabelledPhoto.Good : name,
    };
}
