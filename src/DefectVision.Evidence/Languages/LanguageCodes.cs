namespace DefectVision.Evidence.Languages;

/// <summary>How options and remarks write a language.</summary>
public static class LanguageCodes
{
    private static readonly (Language Language, string Code)[] Known = [(Language.English, "en"), (Language.Chinese, "zh"), (Language.Both, "en+zh")];

    public static IReadOnlyList<string> All { get; } = [.. Known.Select(known => known.Code)];

    public static string Code(this Language language) => Known.Single(known => known.Language == language).Code;

    /// <summary>Null for null.</summary>
    /// <exception cref="ArgumentException">It is the code of no language.</exception>
    public static Language? Parse(string? code) => code is null ? null
        : Known.FirstOrDefault(known => known.Code == code) is { Code: not null } found ? found.Language
        : throw new ArgumentException($"found '{code}', expected {string.Join(", ", All)}", nameof(code));
}
