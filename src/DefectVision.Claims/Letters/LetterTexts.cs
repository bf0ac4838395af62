using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace DefectVision.Claims.Letters;

/// <summary>
/// The texts of one language. The file: a line <c>== words</c> or <c>== letter NAME</c> begins a part. Words are <c>key = text</c>, in quotes where a space at an end counts. In a letter a line is a
/// paragraph; <c>#</c> begins a heading, <c>-</c> a list entry, <c>|</c> a table's row, <c>@name</c> stands for a table of the claim, <c>[fact]</c> or
/// <c>[!fact]</c> before a line keeps it for claims where the fact holds or does not; <c>{field}</c> is filled in, or becomes a blank.
/// </summary>
internal sealed partial class LetterTexts
{
    private readonly Dictionary<string, string> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _letters = new(StringComparer.Ordinal);

    private LetterTexts(string language) => Language = language;

    public static IReadOnlyList<string> Languages { get; } = ["en", "zh"];

    public string Language { get; }

    /// <summary>In the file's order.</summary>
    public IEnumerable<string> Letters => _letters.Keys;

    public IReadOnlyDictionary<string, string> Words => _words;

    public IReadOnlyList<string> LinesOf(string letter) => _letters[letter];

    public string Word(string key) => _words.TryGetValue(key, out var word) ? word : throw new InvalidOperationException($"{Language}.txt: no word '{key}'");

    /// <summary>A word that holds a number in the place of <c>{n}</c>.</summary>
    public string Word(string key, long number) =>
        Word(key).Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>What an amount or a date lacks: a key of the agreement as it is written there, anything else in words.</summary>
    public string Lacking(string field) => _words.GetValueOrDefault("missing." + field, field);

    /// <summary>A sum with its words in the place of their keys, <c>2 {weeks_begun}</c>.</summary>
    public string Filled(string sum) => Key().Replace(sum, key => Word("sum." + key.Groups[1].Value));

    public static LetterTexts In(string language)
    {
        using var reader = new StreamReader(typeof(LetterTexts).Assembly.GetManifestResourceStream($"letters.{language}")!, Encoding.UTF8);
        var texts = new LetterTexts(language);
        List<string>? letter = null;
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("== letter ", StringComparison.Ordinal))
            {
                texts._letters[line["== letter ".Length..].Trim()] = letter = [];
            }
            else if (line.StartsWith("== ", StringComparison.Ordinal))
            {
                letter = null;
            }
            else if (line.Trim().Length > 0 && letter is not null)
            {
                letter.Add(line.Trim());
            }
            else if (letter is null && line.Split(" = ", 2) is [var key, var word])
            {
                texts._words[key.Trim()] = word.Trim().Trim('"');
            }
        }

        return texts;
    }

    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Key();
}
