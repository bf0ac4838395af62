using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DefectVision.Evidence.Languages;

/// <summary>Sentences of another language by their English template, from the resource file of that language.</summary>
internal sealed class Translation
{
    private readonly Dictionary<string, string> _templates;

    private readonly List<(Regex English, string Chinese)> _patterns;

    private Translation(Dictionary<string, string> templates)
    {
        _templates = templates;
        _patterns = [.. templates.Where(one => one.Key[0] == Pattern).Select(one => (Expression(one.Key[1..]), one.Value))];
    }

    /// <summary>Simplified Chinese, in the words of the trade and of GB/T 2828.1-2012.</summary>
    public static Translation Chinese { get; } = Read("zh.json");

    /// <summary>Begins the template of a sentence that comes whole from elsewhere, such as a decoder's reason or a model's card: what stands in it is read out of it.</summary>
    public const char Pattern = '~';

    /// <summary>Every English template that has a sentence here.</summary>
    public IReadOnlyCollection<string> Templates => _templates.Keys;

    /// <summary>Null when there is none: the English one stands in its place, so that nothing is lost.</summary>
    public string? Of(string english) => _templates.GetValueOrDefault(english);

    /// <summary>A sentence that comes whole, by its own template or by one that it fits; null when there is none.</summary>
    public string? OfWhole(string english) => Of(english) ?? _patterns
        .Select(pattern => (pattern.Chinese, Match: pattern.English.Match(english)))
        .Where(found => found.Match.Success)
        .Select(found => string.Format(CultureInfo.InvariantCulture, found.Chinese, [.. found.Match.Groups.Values.Skip(1).Select(group => (object)(Of(group.Value) ?? group.Value))]))
        .FirstOrDefault();

    private static Regex Expression(string template) =>
        new("^" + Regex.Replace(Regex.Escape(template), @"\\\{\d+}", "(.+?)") + "$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private static Translation Read(string name)
    {
        using var stream = typeof(Translation).Assembly.GetManifestResourceStream($"{typeof(Translation).Namespace}.{name}")
            ?? throw new InvalidOperationException($"{name}: found no such resource, wanted the sentences of a language");
        return new Translation(JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    }
}
