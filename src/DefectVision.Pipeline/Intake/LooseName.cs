using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>Names as people retype them and spreadsheets change them: each way of writing forgives more than the one before.</summary>
public static partial class LooseName
{
    /// <summary>How many near names are given.</summary>
    private const int MostNearest = 3;

    /// <summary>Looking through all names takes a while, and a list of another shipment fits none of them.</summary>
    internal const int MostLooks = 20;

    /// <summary>In the order in which they are tried.</summary>
    internal static IReadOnlyList<Func<string, string>> Ways { get; } = [Plain, WithoutEnding, name => WithoutZeros(Plain(name)), name => WithoutZeros(WithoutEnding(name))];

    /// <summary>In one case, width and Unicode form, with one kind of hyphen, without blanks at the ends and invisible letters.</summary>
    internal static string Plain(string name)
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
    internal static IReadOnlyList<string> Nearest(IEnumerable<string> names, string written)
    {
        var plain = Plain(written);
        return [.. names.Distinct(StringComparer.Ordinal).OrderBy(name => Distance(Plain(name), plain)).ThenBy(name => name, StringComparer.Ordinal).Take(MostNearest)];
    }

    /// <summary>Paths whose file names look most like that of one that fits nothing; of names equally near, those in the folders most alike.</summary>
    /// <param name="paths">All there are, parts joined by '/'.</param>
    /// <param name="written">The one that fits nothing.</param>
    public static IReadOnlyList<string> NearestPaths(IEnumerable<string> paths, string written)
    {
        var (plain, name) = (Plain(written), Plain(FileName(written)));
        return
        [
            .. paths.Distinct(StringComparer.Ordinal)
                .OrderBy(path => Distance(Plain(FileName(path)), name)).ThenBy(path => Distance(Plain(path), plain)).ThenBy(path => path, StringComparer.Ordinal)
                .Take(MostNearest),
        ];
    }

    /// <summary>The last part of a path.</summary>
    internal static string FileName(string path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>Letters to add, take away or change (Levenshtein).</summary>
    internal static int Distance(string one, string other)
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
