using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// <c>photos.csv</c>: the columns path and lot, and where known item and view; further columns are kept for others. UTF-8, a header line, any order.
/// </summary>
internal static class Manifest
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "photos.csv";

    /// <summary>Path to place. A photo whose item is not named is an item of its own.</summary>
    /// <exception cref="IntakeException">A column is missing, or a line is wrong, with its number.</exception>
    public static (IReadOnlyDictionary<string, PhotoPlace> Places, bool NamesItems) Read(string file)
    {
        var name = Path.GetFileName(file);
        var places = new SortedDictionary<string, PhotoPlace>(StringComparer.Ordinal);
        try
        {
            using var text = new StreamReader(file, new UTF8Encoding(false, throwOnInvalidBytes: true));
            using var csv = new CsvReader(text, new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                PrepareHeaderForMatch = header => header.Header.Trim().ToLowerInvariant(),
                TrimOptions = TrimOptions.Trim,
                MissingFieldFound = null,
                BadDataFound = bad => throw new IntakeException(FormattableString.Invariant($"{name}({bad.Context?.Parser?.RawRow}): found a broken quotation: {bad.Field}")),
            });
            if (!csv.Read() || !csv.ReadHeader())
            {
                throw new IntakeException($"{name}(1): found no header, wanted at least the columns path and lot");
            }

            var header = csv.HeaderRecord!.Select(column => column.Trim().ToLowerInvariant()).ToHashSet();
            if (!header.Contains("path") || !header.Contains("lot"))
            {
                throw new IntakeException($"{name}(1): found the columns {string.Join(", ", csv.HeaderRecord!)}, wanted at least path and lot");
            }

            while (csv.Read())
            {
                Add(places, csv, name);
            }

            return (places, header.Contains("item"));
        }
        catch (DecoderFallbackException fault)
        {
            throw new IntakeException($"{name}: found bytes that are not UTF-8, wanted UTF-8 text", fault);
        }
    }

    private static void Add(SortedDictionary<string, PhotoPlace> places, CsvReader csv, string name)
    {
        var line = csv.Parser.RawRow;
        var path = (csv.GetField("path") ?? string.Empty).Replace('\\', '/');
        var lot = csv.GetField("lot") ?? string.Empty;
        var parts = path.Split('/');
        if (path.Length == 0 || lot.Length == 0)
        {
            throw new IntakeException(FormattableString.Invariant($"{name}({line}): found an empty {(path.Length == 0 ? "path" : "lot")}, wanted one"));
        }

        if (path.StartsWith('/') || parts.Contains("..") || (path.Length > 1 && path[1] == ':'))
        {
            throw new IntakeException(FormattableString.Invariant($"{name}({line}): found the path '{path}', wanted one inside the shipment's folder"));
        }

        var clean = string.Join('/', parts.Where(part => part is not ("" or ".")));
        var item = csv.TryGetField<string>("item", out var named) && !string.IsNullOrEmpty(named) ? named : clean;
        var view = csv.TryGetField<string>("view", out var seen) ? seen ?? string.Empty : string.Empty;
        if (!places.TryAdd(clean, new PhotoPlace(lot, item, view)))
        {
            throw new IntakeException(FormattableString.Invariant($"{name}({line}): found '{clean}' a second time, wanted each photo once"));
        }
    }
}
