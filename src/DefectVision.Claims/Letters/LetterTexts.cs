using System.Globalization;
using System.Text.RegularExpressions;
using DefectVision.Inspection;
using DefectVision.Inspection.Languages;

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

    private LetterTexts(LanguagePack language) => Language = language;

    public LanguagePack Language { get; }

    /// <summary>In the file's order.</summary>
    public IEnumerable<string> Letters => _letters.Keys;

    public IReadOnlyDictionary<string, string> Words => _words;

    public IReadOnlyList<string> LinesOf(string letter) => _letters[letter];

    public string Word(string key) => _words.TryGetValue(key, out var word) ? word : throw new InvalidOperationException($"{Language}/letters.txt: no word '{key}'");

    /// <summary>A word that holds a number in the place of <c>{n}</c>.</summary>
    public string Word(string key, long number) =>
        Word(key).Replace("{n}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Words with values in the places of their names: <c>{n}</c>, <c>{lot}</c>.</summary>
    public string Say(string key, params (string Name, string Value)[] values)
    {
        var named = values.ToDictionary(value => value.Name, value => value.Value, StringComparer.Ordinal);
        return Key().Replace(Word(key), place => named[place.Groups[1].Value]);
    }

    /// <summary>What an amount, a date or the agreement lacks, in words; what is missing of one lot with the lot's name.</summary>
    /// <param name="field">As <c>AmountLine.Missing</c>, <c>Deadline.Missing</c> and <c>AgreementGap.Key</c> name it.</param>
    /// <exception cref="InvalidOperationException">No word stands for it.</exception>
    public string Lacking(string field) =>
        field.StartsWith("lots.", StringComparison.Ordinal) && field.LastIndexOf('.') is var end and > 5
            ? Say("missing.lots" + field[end..], ("lot", field[5..end]))
            : Word("missing." + field);

    /// <summary>A day as it is written in this language: 24 November 2026.</summary>
    public string Day(DateOnly day) => day.ToString(Word("format.day"), CultureInfo.InvariantCulture);

    /// <inheritdoc cref="Day(DateOnly)"/>
    public string? Day(DateOnly? day) => day is { } known ? Day(known) : null;

    /// <summary>The same with the time of the day (UTC).</summary>
    public string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString(Word("format.moment"), CultureInfo.InvariantCulture);

    /// <summary>A country by its name; by its two letters where no name is known.</summary>
    public string Country(string code) => _words.GetValueOrDefault("country." + code, code);

    /// <summary>Parts as a list: "a, b".</summary>
    public string List(IEnumerable<string> parts) => string.Join(Word("list_separator"), parts);

    /// <summary>A defect class in this language: as agreed or by the common word for it; null for null.</summary>
    public string? ClassName(string? defectClass, InspectionRecord record) =>
        defectClass is not null && Language != LanguagePack.English ? record.Terms.ClassNameIn(defectClass, Language) ?? defectClass : defectClass;

    /// <summary>A sum with its words in the place of their keys, <c>2 {weeks_begun}</c>.</summary>
    public string Filled(string sum) =>
        Key().Replace(sum.Replace(" x ", $" {Word("sum.times")} ", StringComparison.Ordinal), key => Word("sum." + key.Groups[1].Value));

    public static LetterTexts In(LanguagePack language)
    {
        using var reader = new StringReader(language.Letters);
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
