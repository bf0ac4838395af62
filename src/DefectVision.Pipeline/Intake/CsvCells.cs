using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>The cells of a list that a spreadsheet saved as text: separated by comma, semicolon or tab, as its header or a line <c>sep=;</c> says.</summary>
internal static class CsvCells
{
    private const string Said = "sep=";
    private const double LongestCell = 32_767; // Excel's limit.

    private static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="text">Of the file.</param>
    /// <param name="name">Of the file.</param>
    /// <param name="expected">Columns, in lower case: they tell the separator.</param>
    public static ListCells Read(ListText text, string name, IReadOnlyList<string> expected)
    {
        var (said, body) = WithoutSaid(text.Text);
        if (said is { } odd && !CanSeparate(odd))
        {
            throw new IntakeException(new WrongLine(name, 1, null, $"{Said}{odd}", "a separator such as ; after it: no blank, letter, digit, quotation mark or #"));
        }

        var separator = said ?? SeparatorOf(body, expected);
        var rows = new List<(int, string[])>();
        var broken = new List<WrongLine>();
        var lastLine = body.Count(letter => letter == '\n') + (body.EndsWith('\n') ? 0 : 1);
        var isBad = false;
        var csv = new CsvParser(new StringReader(body), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            AllowComments = true,
            TrimOptions = TrimOptions.Trim,
            MaxFieldSize = LongestCell,
            BadDataFound = bad => isBad |= !CsvPlain.IsWrapped(bad.Field),
        });
        using (csv)
        {
            while (Next(csv, name, broken))
            {
                var fields = (csv.Record ?? []).Select(CsvPlain.Text).ToArray();
                if (isBad || csv.RawRecord.Count(letter => letter == '"') % 2 != 0)
                {
                    broken.Add(new WrongLine(name, Begun(csv, lastLine), null, $"a broken quotation: {CsvLine.Cut(csv.RawRecord)}", "a quotation mark at both ends of a cell, and doubled within it"));
                }
                else if (fields.Any(field => !string.IsNullOrWhiteSpace(field)))
                {
                    rows.Add((csv.RawRow, fields));
                }

                isBad = false;
            }
        }

        return new ListCells(rows, [.. RemarksOf(body, separator)], [.. Assumed(text, name, separator)])
        {
            Broken = broken,
            Decimals = separator == ';' ? NumberMark.CommaAssumed : NumberMark.PointAssumed,
        };
    }

    // A quotation that never ends holds all line ends up to that of the file; any other row has one line end of its own.
    private static int Begun(CsvParser csv, int lastLine) =>
        csv.RawRecord.Count(letter => letter == '\n') is var ends and > 1 ? csv.RawRow - ends : Math.Min(csv.RawRow, lastLine);

    // A quotation that never ends would take the rest of the file for one cell.
    private static bool Next(CsvParser csv, string name, List<WrongLine> broken)
    {
        var begun = csv.RawRow + 1;
        try
        {
            return csv.Read();
        }
        catch (MaxFieldSizeException)
        {
            broken.Add(new WrongLine(name, begun, null, FormattableString.Invariant($"a cell of more than {LongestCell} letters"), "shorter cells: most likely a quotation mark in this line has no other"));
            return false;
        }
    }

    private static IEnumerable<FormattableString> Assumed(ListText text, string name, char separator)
    {
        if (text.Assumed(name) is { } encoding)
        {
            yield return encoding;
        }

        if (separator == ';')
        {
            yield return $"{name}: the columns are separated by semicolons.";
        }
        else if (separator == '\t')
        {
            yield return $"{name}: the columns are separated by tabs.";
        }
    }

    // The line stays as an empty one, so that the numbers of the others are right.
    private static (char? Separator, string Text) WithoutSaid(string text)
    {
        var line = text.AsSpan().TrimStart('"');
        return line.StartsWith(Said, StringComparison.OrdinalIgnoreCase) && line.Length > Said.Length && line[Said.Length] is not ('\r' or '\n')
            ? (line[Said.Length], text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? text[end..] : string.Empty)
            : (null, text);
    }

    private static bool CanSeparate(char letter) =>
        letter == '\t' || !(char.IsControl(letter) || char.IsWhiteSpace(letter) || char.IsLetterOrDigit(letter) || char.IsSurrogate(letter) || letter is '"' or '#');

    // The separator by which the header line holds most of the expected columns, then most columns; a comma where nothing decides.
    private static char SeparatorOf(string text, IReadOnlyList<string> expected)
    {
        var header = text.Split('\n').Select(line => line.Trim('\r', ' ')).FirstOrDefault(line => line.Length > 0 && line[0] != '#') ?? string.Empty;
        return Separators.MaxBy(separator =>
        {
            var cells = header.Split(separator).Select(cell => ColumnName.Of(cell.Trim(' ', '"'))).ToList();
            return (expected.Count(cells.Contains), cells.Count);
        });
    }

    // A spreadsheet fills short lines up with separators.
    private static IEnumerable<CsvRemark> RemarksOf(string text, char separator) => text
        .Split('\n')
        .Select((line, at) => (Number: at + 1, Text: line.Trim().TrimEnd(separator)))
        .Where(line => line.Text.StartsWith('#'))
        .Select(line => new CsvRemark(line.Number, line.Text));
}
