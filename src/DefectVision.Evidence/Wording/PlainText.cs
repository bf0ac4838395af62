using System.Globalization;
using System.Text;

namespace DefectVision.Evidence.Wording;

/// <summary>
/// Text from file names and agreements, made safe to look at: what a reader cannot see, or what turns the order of letters around
/// (U+202E makes "gpj.exe" of "exe.jpg"), is printed as its code point.
/// </summary>
internal static class PlainText
{
    /// <summary>A name of so many letters is never parted where a line has another place to end: half of it would read as another name.</summary>
    public const int KeptWhole = 24;

    private const char ZeroWidthNonJoiner = '\u200C';
    private const char ZeroWidthJoiner = '\u200D';

    /// <summary>Calls back with each visible piece: a rune as it is, or "[U+202E]" in place of one that is not fit to print.</summary>
    public static void Read(string text, Action<Rune> visible, Action<string> named)
    {
        for (var at = 0; at < text.Length;)
        {
            var whole = Rune.TryGetRuneAt(text, at, out var rune);
            if (whole && IsVisible(rune))
            {
                visible(rune);
            }
            else
            {
                named(string.Create(CultureInfo.InvariantCulture, $"[U+{(whole ? rune.Value : text[at]):X4}]"));
            }

            at += whole ? rune.Utf16SequenceLength : 1;
        }
    }

    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length);
        Read(text, rune => plain.Append(rune.ToString()), name => plain.Append(name));
        return plain.ToString();
    }

    private static bool IsVisible(Rune rune) =>
        rune.Value is ZeroWidthJoiner or ZeroWidthNonJoiner // letters of some scripts and emoji are spelt with them
        || Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse);
}
