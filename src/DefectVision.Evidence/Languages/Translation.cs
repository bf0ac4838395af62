using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.Inspection;
using DefectVision.Inspection.Languages;

namespace DefectVision.Evidence.Languages;

/// <summary>
/// Sentences of another language. The sources write a sentence in English, where the compiler checks what stands in it; the English pack gives it its identifier, and the
/// other language has its sentence under the same one.
/// </summary>
internal sealed class Translation
{
    /// <summary>Begins the identifier of a sentence that comes whole from elsewhere, such as a decoder's reason or a model's card: what stands in it is read out of it.</summary>
    public const string Repeated = "repeated.";

    private static readonly Dictionary<string, string> Identifiers = LanguagePack.English.Sentences
        .GroupBy(sentence => sentence.Value, StringComparer.Ordinal)
        .ToDictionary(sentence => sentence.Key, sentence => sentence.First().Key, StringComparer.Ordinal);

    private static readonly ConcurrentDictionary<LanguagePack, Translation?> Known = new();

    private readonly LanguagePack _pack;

    private readonly List<(Regex English, string Translated)> _patterns;

    private Translation(LanguagePack pack)
    {
        _pack = pack;
        _patterns =
        [
            .. pack.Sentences
                .Where(sentence => sentence.Key.StartsWith(Repeated, StringComparison.Ordinal) && LanguagePack.English.Sentences.ContainsKey(sentence.Key))
                .Select(sentence => (Expression(LanguagePack.English.Sentences[sentence.Key]), sentence.Value)),
        ];
    }

    /// <returns>Null for English.</returns>
    public static Translation? Of(LanguagePack pack) => Known.GetOrAdd(pack, pack => pack == LanguagePack.English ? null : new Translation(pack));

    /// <summary>Null when there is none: the English one stands in its place, so that nothing is lost.</summary>
    public string? Of(string english) => Identifiers.TryGetValue(english, out var identifier) ? _pack.Sentences.GetValueOrDefault(identifier) : null;

    /// <summary>A word of an enumeration. "Workmanship" is a cause and a section: where one word stands for two things, the second has an identifier of its own kind.</summary>
    public string? Of(Word word) => _pack.Sentences.GetValueOrDefault($"{word.Value.GetType().Name}.{word}") ?? Of(word.ToString());

    /// <summary>A sentence that comes whole, by its own template or by one that it fits; null when there is none.</summary>
    public string? OfWhole(string english) => Of(english) ?? _patterns
        .Select(pattern => (pattern.Translated, Match: pattern.English.Match(english)))
        .Where(found => found.Match.Success)
        .Select(found => string.Format(CultureInfo.InvariantCulture, found.Translated, [.. found.Match.Groups.Values.Skip(1).Select(group => (object)(OfWhole(group.Value) ?? group.Value))]))
        .FirstOrDefault();

    private static Regex Expression(string template) =>
        new("^" + Regex.Replace(Regex.Escape(template), @"\\\{\d+}", "(.+?)") + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
