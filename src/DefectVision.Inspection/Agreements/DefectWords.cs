using System.Text.Json;

namespace DefectVision.Inspection.Agreements;

/// <summary>
/// Common defect classes in Chinese, as inspection reports in China call them. A class is found however its words are joined: broken-yarn, broken_yarn, Broken yarn.
/// </summary>
public static class DefectWords
{
    private static readonly Dictionary<string, string> Chinese = Read();

    /// <summary>English words that are known, in ordinal order.</summary>
    public static IReadOnlyCollection<string> Known => Chinese.Keys;

    /// <returns>Null for a word that is not known.</returns>
    public static string? InChinese(string defectClass)
    {
        ArgumentNullException.ThrowIfNull(defectClass);
        return Chinese.GetValueOrDefault(string.Join(' ', defectClass.ToLowerInvariant().Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries)));
    }

    private static Dictionary<string, string> Read()
    {
        using var stream = typeof(DefectWords).Assembly.GetManifestResourceStream("defect-words.zh")
            ?? throw new InvalidOperationException("found no list of defect words, wanted defect-words.zh");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
    }
}
