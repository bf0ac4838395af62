namespace DefectVision.Pipeline.Intake;

/// <summary>Takes from a cell what was put there for a spreadsheet alone: the apostrophe before a formula, and ="017" around a number that is a name.</summary>
internal static class CsvPlain
{
    public static string Text(string cell) => cell switch
    {
        ['=', '"', .. var inner, '"'] => inner.Replace("\"\"", "\"", StringComparison.Ordinal),
        ['\'', .. var rest] when IsFormula(rest) => rest,
        _ => cell,
    };

    /// <summary>A cell that is ="…" without being quoted: no good CSV, and easily understood.</summary>
    public static bool IsWrapped(string field) => field.Trim() is ['=', '"', .. var inner, '"'] && !inner.Contains('"', StringComparison.Ordinal);

    // The rule by which such a cell is written: blanks, quotes and apostrophes in front of the sign do not hide it.
    private static bool IsFormula(string text) =>
        text is ['\t' or '\r' or '\n', ..]
        || text.SkipWhile(letter => letter is '"' or '\'' or '\uFEFF' or '\u200B' || (char.IsWhiteSpace(letter) && letter is not ('\t' or '\r'))).FirstOrDefault()
            is '=' or '+' or '-' or '@' or '\t' or '\r' or '\uFF1D' or '\uFF0B' or '\uFF0D' or '\uFF20';
}
