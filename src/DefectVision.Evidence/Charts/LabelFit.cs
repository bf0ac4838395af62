using System.Text;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Charts;

/// <summary>SVG text does not wrap: a long name keeps its end, which is where names of one order differ.</summary>
public static class LabelFit
{
    /// <summary>Width of a Latin letter on average, in letter sizes, in the widest of the fonts that a document may be set in (DejaVu Sans).</summary>
    private const double WidestLatin = 0.62;

    /// <param name="name">The name.</param>
    /// <param name="columns">Room in Latin letters; a Chinese letter takes two.</param>
    public static string End(string name, int columns)
    {
        var runes = PlainText.Of(name).EnumerateRunes().ToArray();
        if (runes.Sum(Columns) <= columns)
        {
            return string.Concat(runes);
        }

        var room = columns - 1;
        var kept = new Stack<string>();
        for (var at = runes.Length - 1; at >= 0 && Columns(runes[at]) <= room; at--)
        {
            room -= Columns(runes[at]);
            kept.Push(runes[at].ToString());
        }

        return new StringBuilder("…").AppendJoin("", kept).ToString();
    }

    /// <summary>The same of a name that is told by its beginning.</summary>
    /// <inheritdoc cref="End"/>
    public static string Begin(string name, int columns)
    {
        var runes = PlainText.Of(name).EnumerateRunes().ToArray();
        if (runes.Sum(Columns) <= columns)
        {
            return string.Concat(runes);
        }

        var (room, kept) = (columns - 1, new StringBuilder());
        foreach (var rune in runes.TakeWhile(rune => (room -= Columns(rune)) >= 0))
        {
            kept.Append(rune.ToString());
        }

        return kept.Append('…').ToString();
    }

    /// <summary>Where a label begins that should begin at a place and must end inside a drawing.</summary>
    /// <param name="text">The label.</param>
    /// <param name="wanted">The place.</param>
    /// <param name="width">Of the drawing.</param>
    public static double From(string text, double wanted, double width) =>
        Math.Clamp(width - (text.EnumerateRunes().Sum(rune => Columns(rune) == 2 ? 1 : WidestLatin) * Drawing.LetterSize), 0, wanted);

    private static int Columns(Rune rune) => rune.Value is >= 0x1100 and <= 0x115F or >= 0x2E80 and <= 0xA4CF or >= 0xAC00 and <= 0xD7A3
        or >= 0xF900 and <= 0xFAFF or >= 0xFE30 and <= 0xFE6F or >= 0xFF00 and <= 0xFF60 or >= 0xFFE0 and <= 0xFFE6 or >= 0x1F300 ? 2 : 1;
}
