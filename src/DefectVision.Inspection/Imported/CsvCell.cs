using System.Globalization;
using System.Text.RegularExpressions;

namespace DefectVision.Inspection.Imported;

/// <summary>One cell of a CSV file by RFC 4180 that no spreadsheet will run.</summary>
public static partial class CsvCell
{
    /// <summary>
    /// Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV Injection"), full-width signs included;
    /// blanks and quotes in front of the sign do not hide it.
    /// </summary>
    public static string Text(string? text)
    {
        var cell = text ?? "";
        return Quoted(IsFormula(cell) ? "'" + cell : cell);
    }

    /// <summary>A name that a spreadsheet would take for a number or a date ("017", "2-11", "MAR1") stays text there, as ="017".</summary>
    public static string Name(string? name) =>
        name is not null && !IsFormula(name) && name.Any(char.IsDigit) && (NumberOrTime().IsMatch(name) || Month().IsMatch(name)) ? Quoted($"=\"{name}\"") : Text(name);

    /// <summary>A number of ours stays a number, minus sign included.</summary>
    public static string Number(double? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    private static bool IsFormula(string cell)
    {
        if (cell.Length > 0 && cell[0] is '\t' or '\r' or '\n')
        {
            return true;
        }

        foreach (var letter in cell)
        {
            if (letter is '=' or '+' or '-' or '@' or '\t' or '\r' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20')
            {
                return true;
            }

            if (!char.IsWhiteSpace(letter) && letter is not ('"' or '\'' or '\uFEFF' or '\u200B'))
            {
                return false;
            }
        }

        return false;
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().IndexOfAny("\",\r\n") < 0 && cell.Trim().Length == cell.Length
            ? cell
            : "\"" + cell.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    // Digits and the signs of numbers, amounts, shares, dates and times; 1E5 and 10:30 AM are such, too.
    [GeneratedRegex(@"^[\d\s.,:/()%\-+$€£¥年月日时分秒eE]*( ?[AaPp][Mm]?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex NumberOrTime();

    // Names of months as English and German spreadsheets know them.
    [GeneratedRegex(
        @"^[\d\s./,\-]*(jan(uary?)?|feb(ruary?)?|mar(ch)?|märz|mrz|apr(il)?"
        + @"|ma[yi]|jun[ei]?|jul[yi]?|aug(ust)?|sept?(ember)?|o[ck]t(ober)?|nov(ember)?|de[cz](ember)?)[\d\s./,\-]*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Month();
}
