using System.Globalization;
using System.Text;
using Spectre.Console;

namespace DefectVision.Cli.Terminal;

/// <summary>Text that came from file names, papers or models, unable to steer a terminal: control and format characters are shown as U+FFFD.</summary>
internal static class Plain
{
    public static string Text(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        rune.Value != '\n' && (Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format) ? "\uFFFD" : rune.ToString()));

    /// <summary>The same as a cell of a table; a dash where there is none.</summary>
    public static string Cell(string? text) => Markup.Escape(Text(text ?? "-"));
}
