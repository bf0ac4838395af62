using System.Globalization;
using System.Security.Cryptography;
using CsvHelper;
using CsvHelper.Configuration;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// A list that a person or a program wrote for an inspection, as spreadsheets save it: a header line, columns in any order and any case, separated by comma,
/// semicolon or tab. What was put into a cell for a spreadsheet alone is taken off again (<see cref="CsvPlain"/>).
/// Lines that begin with '#' are remarks, <c># key: value</c>.
/// </summary>
public sealed class CsvTable
{
    private readonly string[] _header;

    private CsvTable(string name, string sha256, string[] header, IReadOnlyList<CsvLine> lines, IReadOnlyList<CsvRemark> remarks)
    {
        Name = name;
        Sha256 = sha256;
        _header = header;
        Lines = lines;
        Remarks = remarks;
    }

    /// <summary>The file's own name, for errors.</summary>
    public string Name { get; }

    /// <summary>Of the file's bytes, lower-case hex.</summary>
    public string Sha256 { get; }

    public IReadOnlyList<CsvLine> Lines { get; }

    public IReadOnlyList<CsvRemark> Remarks { get; }

    /// <summary>Of the header, in its order, in lower case.</summary>
    public IReadOnlyList<string> Columns => _header;

    public bool Has(string column) => _header.Contains(column);

    /// <exception cref="IntakeException">It cannot be read, or a wanted column is missing.</exception>
    public static CsvTable Read(string file, params ReadOnlySpan<string> wanted)
    {
        var name = Path.GetFileName(file);
        var bytes = File.ReadAllBytes(file);
        var text = CsvText.Decode(bytes, name);

        var separator = CsvText.SeparatorOf(text, wanted);
        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.ToString(),
            AllowComments = true,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = bad =>
            {
                if (!CsvPlain.IsWrapped(bad.Field))
                {
                    throw new IntakeException(FormattableString.Invariant($"{name}({bad.Context?.Parser?.RawRow}): found a broken quotation: {bad.Field}"));
                }
            },
        });
        if (!csv.Read() || !csv.ReadHeader())
        {
            throw new IntakeException($"{name}(1): found no header, wanted at least the columns {string.Join(", ", wanted)}");
        }

        var header = csv.HeaderRecord!.Select(column => column.Trim().ToLowerInvariant()).ToArray();
        foreach (var column in wanted)
        {
            if (!header.Contains(column))
            {
                throw new IntakeException(FormattableString.Invariant($"{name}({csv.Parser.RawRow}): found the columns {string.Join(", ", csv.HeaderRecord!)}, wanted at least {string.Join(", ", wanted)}"));
            }
        }

        var lines = new List<CsvLine>();
        while (csv.Read())
        {
            var fields = (csv.Parser.Record ?? []).Select(CsvPlain.Text).ToArray();
            if (fields.Any(field => field.Length > 0))
            {
                lines.Add(new CsvLine(name, csv.Parser.RawRow, header, fields));
            }
        }

        return new CsvTable(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), header, lines, [.. RemarksOf(text, separator)]);
    }

    // A spreadsheet fills short lines up with separators.
    private static IEnumerable<CsvRemark> RemarksOf(string text, char separator) => text
        .Split('\n')
        .Select((line, at) => (Number: at + 1, Text: line.Trim().TrimEnd(separator)))
        .Where(line => line.Text.StartsWith('#'))
        .Select(line => new CsvRemark(line.Number, line.Text));
}
