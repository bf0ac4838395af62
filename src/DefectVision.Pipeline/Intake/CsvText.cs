using System.Text;

namespace DefectVision.Pipeline.Intake;

/// <summary>The text of a list as spreadsheets save it: UTF-8 with or without a mark, or UTF-16 with one; separated by comma, semicolon or tab.</summary>
internal static class CsvText
{
    private static readonly char[] Separators = [',', ';', '\t'];

    /// <param name="bytes">Of the file.</param>
    /// <param name="name">Of the file.</param>
    /// <exception cref="IntakeException">It is neither.</exception>
    public static string Decode(byte[] bytes, string name)
    {
        Encoding encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => new UTF8Encoding(false, throwOnInvalidBytes: true),
        };
        try
        {
            return encoding.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException fault)
        {
            throw new IntakeException($"{name}: found bytes that are not UTF-8, wanted UTF-8 text (in Excel: save as CSV UTF-8)", fault);
        }
    }

    /// <summary>The separator by which the header line holds most of the expected columns, then most columns; a comma where nothing decides.</summary>
    public static char SeparatorOf(string text, ReadOnlySpan<string> expected)
    {
        var header = text.Split('\n').Select(line => line.Trim('\r', ' ')).FirstOrDefault(line => line.Length > 0 && line[0] != '#') ?? string.Empty;
        var columns = expected.ToArray();
        return Separators.MaxBy(separator =>
        {
            var cells = header.Split(separator).Select(cell => cell.Trim(' ', '"').ToLowerInvariant()).ToList();
            return (columns.Count(cells.Contains), cells.Count);
        });
    }
}
