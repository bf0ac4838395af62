using System.Text.Json;

namespace DefectVision.Evidence.Languages;

/// <summary>Sentences of another language by their English template, from the resource file of that language.</summary>
internal sealed class Translation
{
    private readonly Dictionary<string, string> _templates;

    private Translation(Dictionary<string, string> templates) => _templates = templates;

    /// <summary>Simplified Chinese, in the words of the trade and of GB/T 2828.1-2012.</summary>
    public static Translation Chinese { get; } = Read("zh.json");

    /// <summary>Every English template that has a sentence here.</summary>
    public IReadOnlyCollection<string> Templates => _templates.Keys;

    /// <summary>Null when there is none: the English one stands in its place, so that nothing is lost.</summary>
    public string? Of(string english) => _templates.GetValueOrDefault(english);

    private static Translation Read(string name)
    {
        using var stream = typeof(Translation).Assembly.GetManifestResourceStream($"{typeof(Translation).Namespace}.{name}")
            ?? throw new InvalidOperationException($"{name}: found no such resource, wanted the sentences of a language");
        return new Translation(JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!);
    }
}
