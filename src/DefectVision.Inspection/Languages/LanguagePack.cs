using System.Text.Json;

namespace DefectVision.Inspection.Languages;

/// <summary>
/// A language of reports and letters: a folder that holds <c>language.json</c> (its names and fonts), <c>sentences.json</c> (sentences of the report by their identifiers),
/// <c>letters.txt</c>, <c>defect-words.json</c> (common defect classes by their English names) and <c>review.json</c> (the page on which a case is reviewed).
/// Another such folder is another language.
/// </summary>
public sealed class LanguagePack
{
    private const string Root = "languages/";

    private readonly LanguageFacts _facts;

    /// <param name="code">Of the language.</param>
    /// <param name="open">A file of the folder by its name; null when it is not there.</param>
    /// <exception cref="InvalidOperationException">A file is missing that every language needs.</exception>
    public LanguagePack(string code, Func<string, Stream?> open)
    {
        ArgumentNullException.ThrowIfNull(open);
        Code = code;
        _facts = Read<LanguageFacts>("language.json") ?? throw Missing("language.json");
        Sentences = Read<Dictionary<string, string>>("sentences.json") ?? throw Missing("sentences.json");
        DefectWords = Read<Dictionary<string, string>>("defect-words.json") ?? [];
        Review = Read<Dictionary<string, string>>("review.json") ?? [];
        using var letters = new StreamReader(open("letters.txt") ?? throw Missing("letters.txt"));
        Letters = letters.ReadToEnd();

        T? Read<T>(string name)
            where T : class
        {
            using var stream = open(name);
            return stream is null ? null : JsonSerializer.Deserialize<T>(stream, JsonSerializerOptions.Web);
        }

        InvalidOperationException Missing(string name) => new($"language '{code}': found no {name}");
    }

    /// <summary>English, then the others by their codes.</summary>
    public static IReadOnlyList<LanguagePack> All { get; } =
    [
        .. typeof(LanguagePack).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Root, StringComparison.Ordinal))
            .Select(name => name[Root.Length..name.LastIndexOf('/')])
            .Distinct()
            .OrderBy(code => code != "en").ThenBy(code => code, StringComparer.Ordinal)
            .Select(code => new LanguagePack(code, file => typeof(LanguagePack).Assembly.GetManifestResourceStream($"{Root}{code}/{file}"))),
    ];

    /// <summary>In which the program thinks: its sentences are the ones that the others are found by.</summary>
    public static LanguagePack English => All[0];

    /// <summary>As options and file names write it: zh.</summary>
    public string Code { get; }

    /// <summary>In English.</summary>
    public string Name => _facts.Name;

    /// <summary>For documents on the web and on paper, BCP 47: zh-Hans.</summary>
    public string Tag => _facts.Tag;

    /// <summary>For office documents, BCP 47 with a country: zh-CN.</summary>
    public string Office => _facts.Office;

    /// <summary>Families that hold its letters, the best first; empty where those of English do.</summary>
    public IReadOnlyList<string> Fonts => _facts.Fonts;

    /// <summary>Its words stand without blanks between them.</summary>
    public bool IsUnspaced => _facts.Unspaced;

    /// <summary>By identifier. What stands in a sentence is numbered as in the English one.</summary>
    public IReadOnlyDictionary<string, string> Sentences { get; }

    /// <summary>The texts of the letters, in the form that the claims room reads.</summary>
    public string Letters { get; }

    /// <summary>Common defect classes by their English names, lower case, a blank between words.</summary>
    public IReadOnlyDictionary<string, string> DefectWords { get; }

    /// <summary>Texts of the page on which a case is reviewed, by identifier; empty where the language has none: the page is then in English.</summary>
    public IReadOnlyDictionary<string, string> Review { get; }

    /// <returns>Null when no language has the code.</returns>
    public static LanguagePack? Find(string code) => All.FirstOrDefault(pack => pack.Code == code);

    /// <summary>A common defect class, however its English words are joined: broken-yarn, broken_yarn, Broken yarn.</summary>
    /// <returns>Null for one that is not known.</returns>
    public string? DefectWord(string defectClass)
    {
        ArgumentNullException.ThrowIfNull(defectClass);
        return DefectWords.GetValueOrDefault(string.Join(' ', defectClass.ToLowerInvariant().Split(['-', '_', ' '], StringSplitOptions.RemoveEmptyEntries)));
    }

    public override string ToString() => Code;

    private sealed record LanguageFacts(string Name, string Tag, string Office, IReadOnlyList<string> Fonts, bool Unspaced);
}
