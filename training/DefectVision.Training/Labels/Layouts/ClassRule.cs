namespace DefectVision.Training.Labels.Layouts;

/// <summary>The one class of a photo of which several things were said: the defect class named most often, ties by ordinal order of the name; good without any.</summary>
internal static class ClassRule
{
    private static readonly HashSet<string> GoodWords = new(StringComparer.OrdinalIgnoreCase)
    {
        LabelledPhoto.Good, "ok", "pass", "passed", "normal", "良品", "合格", "合格品", "正常", "无缺陷",
    };

    /// <summary>Whether a class is one of the words that people write for good.</summary>
    public static bool IsGood(string name) => GoodWords.Contains(name.Trim());

    public static string Of(IEnumerable<string> classes) => classes
        .Where(name => name != LabelledPhoto.Good)
        .GroupBy(name => name)
        .OrderByDescending(group => group.Count())
        .ThenBy(group => group.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.Key ?? LabelledPhoto.Good;

    /// <summary>A class as it was written, trimmed; a word for good is <see cref="LabelledPhoto.Good"/>.</summary>
    /// <exception cref="DatasetException">It is empty.</exception>
    public static string Name(string? written, string where) => written?.Trim() switch
    {
        null or "" => throw new DatasetException($"{where}: found no class, wanted its name"),
        var name => IsGood(name) ? LabelledPhoto.Good : name,
    };
}
