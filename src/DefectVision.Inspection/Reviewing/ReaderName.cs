using DefectVision.Inspection.Imported;

namespace DefectVision.Inspection.Reviewing;

/// <summary>Names of readers: "Li Wei", " li wei" and the full-width form are one person (Unicode Standard Annex 15, form KC).</summary>
public static class ReaderName
{
    /// <summary>Equal for every spelling of one name: normalised, trimmed, in one case.</summary>
    public static string Key(string name) =>
        UnicodeForm.Compatible(UnicodeForm.Compatible(name).Trim().ToUpperInvariant().ToLowerInvariant());

    /// <summary>The same lines, every reader under the spelling of his first line.</summary>
    internal static IReadOnlyList<Confirmation> Unify(IReadOnlyList<Confirmation> readings)
    {
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        return [.. readings.Select(reading =>
        {
            var (key, shown) = (Key(reading.Reader), reading.Reader.Trim());
            return reading with { Reader = first.TryAdd(key, shown) ? shown : first[key] };
        })];
    }
}
