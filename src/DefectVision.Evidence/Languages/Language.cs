using DefectVision.Inspection.Languages;

namespace DefectVision.Evidence.Languages;

/// <summary>What a report is written in.</summary>
/// <param name="First">Of every sentence.</param>
/// <param name="Second">Beside it or under it; null for a report in one language.</param>
public sealed record Language(LanguagePack First, LanguagePack? Second = null)
{
    private const char And = '+';

    public static Language English { get; } = new(LanguagePack.English);

    /// <summary>Each language alone, then each beside English.</summary>
    public static IReadOnlyList<Language> All { get; } =
        [.. LanguagePack.All.Select(pack => new Language(pack)), .. LanguagePack.All.Skip(1).Select(pack => new Language(LanguagePack.English, pack))];

    /// <summary>As options and remarks write it: zh, en+zh.</summary>
    public string Code => Second is null ? First.Code : $"{First.Code}{And}{Second.Code}";

    public IEnumerable<LanguagePack> Packs => Second is null ? [First] : [First, Second];

    /// <summary>Null for null.</summary>
    /// <exception cref="ArgumentException">It is the code of no language.</exception>
    public static Language? Parse(string? code) => code is null ? null
        : All.FirstOrDefault(language => language.Code == code)
        ?? throw new ArgumentException($"found '{code}', expected {string.Join(", ", All.Select(language => language.Code))}", nameof(code));

    public override string ToString() => Code;
}
