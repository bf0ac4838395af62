using System.Globalization;
using DefectVision.Inspection.Languages;

namespace DefectVision.Web.Pages;

/// <summary>Texts of the page in one language: <c>review.json</c> of the language pack, in English where it lacks one.</summary>
internal sealed class PageTexts
{
    /// <summary>Begins the identifiers of texts that scripts say.</summary>
    private const string Scripts = "js.";

    private static readonly Dictionary<string, PageTexts> Known = LanguagePack.All.ToDictionary(pack => pack.Code, pack => new PageTexts(pack));

    private readonly Dictionary<string, string> _texts;

    private PageTexts(LanguagePack language)
    {
        Language = language;
        _texts = LanguagePack.English.Review.ToDictionary(text => text.Key, text => language.Review.GetValueOrDefault(text.Key, text.Value));
        OfScripts = _texts.Where(text => text.Key.StartsWith(Scripts, StringComparison.Ordinal)).ToDictionary(text => text.Key[Scripts.Length..], text => text.Value);
    }

    public LanguagePack Language { get; }

    /// <summary>By identifier, without its first part.</summary>
    public IReadOnlyDictionary<string, string> OfScripts { get; }

    /// <summary>Languages that have a page of their own.</summary>
    public static IEnumerable<LanguagePack> Languages => LanguagePack.All.Where(pack => pack.Review.Count > 0);

    public static PageTexts Of(LanguagePack language) => Known[language.Code];

    /// <exception cref="KeyNotFoundException">There is no such text.</exception>
    public string this[string identifier] => _texts[identifier];

    /// <summary>A text with what stands in it, numbered from 0.</summary>
    public string With(string identifier, params object?[] arguments) => string.Format(CultureInfo.InvariantCulture, _texts[identifier], arguments);
}
