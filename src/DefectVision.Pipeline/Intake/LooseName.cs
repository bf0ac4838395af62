using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>Names as people retype them and spreadsheets change them: each way of writing forgives more than the one before.</summary>
internal static partial class LooseName
{
    /// <summary>In the order in which they are tried.</summary>
    public static IReadOnlyList<Func<string, string>> Ways { get; } = [Plain, WithoutEnding, name => WithoutZeros(Plain(name)), name => WithoutZeros(WithoutEnding(name))];

    /// <summary>In one case, width and Unicode form, with one kind of hyphen, without blanks at the ends and invisible letters.</summary>
    public static string Plain(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var letter in UnicodeForm.Compatible(name))
        {
            var kind = char.GetUnicodeCategory(letter);
            _ = kind switch
            {
                UnicodeCategory.Format or UnicodeCategory.Control => text,
                UnicodeCategory.DashPunctuation => text.Append('-'),
                UnicodeCategory.SpaceSeparator => text.Length > 0 && text[^1] != ' ' ? text.Append(' ') : text,
                _ => letter == '\u2212' ? text.Append('-') : text.Append(char.ToUpperInvariant(letter)),
            };
        }

        return text.ToString().TrimEnd(' ');
    }

    /// <summary>Names that look most like one that fits nothing.</summary>
    /// <param name="names">All there are.</param>
    /// <param name="written">The one that fits nothing.</param>
    /// <param name="most">How many to give.</param>
    public static IReadOnlyList<string> Nearest(IEnumerable<string> names, string written, int most)
    {
        var plain = Plain(written);
        return [.. names.Distinct(StringComparer.Ordinal).OrderBy(name => Distance(Plain(name), plain)).ThenBy(name => name, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>Letters to add, take away or change (Levenshtein).</summary>
    public static int Distance(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var at = 1; at <= one.Length; at++)
        {
            var corner = row[0];
            row[0] = at;
            for (var to = 1; to <= other.Length; to++)
            {
                var change = corner + (one[at - 1] == other[to - 1] ? 0 : 1);
                corner = row[to];
                row[to] = Math.Min(change, 1 + Math.Min(row[to], row[to - 1]));
            }
        }

        return row[^1];
    }

    private static string WithoutEnding(string name) => Imaging.PhotoName.PromisesPhoto(Plain(name)) ? Path.ChangeExtension(Plain(name), null) : Plain(name);

    // Excel takes 001 for the number 1.
    private static string WithoutZeros(string plain) => LeadingZeros().Replace(plain, string.Empty);

    [GeneratedRegex("(?<![0-9])0+(?=[0-9])")]
    private static partial Regex LeadingZeros();
}
