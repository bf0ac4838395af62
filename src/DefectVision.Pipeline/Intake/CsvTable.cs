using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// A list that a person or a program wrote for an inspection: UTF-8, comma separated, a header line, columns in any order and any case.
/// Lines that begin with '#' are remarks, <c># key: value</c>.
/// </summary>
public sealed class CsvTable
{
    private readonly string[] _header;

    private CsvTable(string name, string sha256, string[] header, IReadOnlyList<CsvLine> lines, IReadOnlyList<(string Key, string Value)> remarks)
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

    public IReadOnlyList<(string Key, string Value)> Remarks { get; }

    public bool Has(string column) => _header.Contains(column);

    /// <exception cref="IntakeException">It cannot be read, or a wanted column is missing.</exception>
    public static CsvTable Read(string file, params ReadOnlySpan<string> wanted)
    {
        var name = Path.GetFileName(file);
        var bytes = File.ReadAllBytes(file);
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException fault)
        {
            throw new IntakeException($"{name}: found bytes that are not UTF-8, wanted UTF-8 text", fault);
        }

        using var csv = new CsvReader(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            AllowComments = true,
            TrimOptions = TrimOptions.Trim,
            BadDataFound = bad => throw new IntakeException(FormattableString.Invariant($"{name}({bad.Context?.Parser?.RawRow}): found a broken quotation: {bad.Field}")),
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
            lines.Add(new CsvLine(name, csv.Parser.RawRow, header, csv.Parser.Record ?? []));
        }

        return new CsvTable(name, Convert.ToHexStringLower(SHA256.HashData(bytes)), header, lines, [.. RemarksOf(text)]);
    }

    private static IEnumerable<(string Key, string Value)> RemarksOf(string text) => text
        .Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.StartsWith('#') && line.Contains(':', StringComparison.Ordinal))
        .Select(line => (line[1..line.IndexOf(':', StringComparison.Ordinal)].Trim(), line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()));
}
