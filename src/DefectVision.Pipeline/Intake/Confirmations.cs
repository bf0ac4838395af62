using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// <c>confirmed.csv</c>: what readers said of items. Columns item, confirmed (yes or no), reader and time; where known lot, defect_class and severity.
/// One line per reader and item; a reader's later line replaces his earlier one.
/// </summary>
public static class Confirmations
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "confirmed.csv";

    /// <param name="file">Full path.</param>
    /// <param name="items">Every item of the shipment with its lot; a lot may be left out where an item's name is found in one lot only, and told by the last part of its name.</param>
    /// <exception cref="IntakeException">A line is wrong, or names an item that the shipment does not hold.</exception>
    public static ConfirmedList Read(string file, IReadOnlyCollection<(string Lot, string Item)> items)
    {
        var table = CsvTable.Read(file, "item", "confirmed", "reader", "time");
        var lots = items.ToLookup(item => item.Item, item => item.Lot, StringComparer.Ordinal);
        return new ConfirmedList(table.Name, table.Sha256, [.. table.Lines.Select(line => Reading(line, lots))]);
    }

    private static Confirmation Reading(CsvLine line, ILookup<string, string> lots)
    {
        var item = line.Required("item");
        var isDefective = line.Required("confirmed").ToLowerInvariant() switch
        {
            "yes" => true,
            "no" => false,
            var found => throw line.Wrong($"confirmed '{found}'", "yes or no; a defect that is only possible is no"),
        };
        var time = DateTimeOffset.TryParse(line.Required("time"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var told)
            ? told
            : throw line.Wrong($"the time '{line["time"]}'", "one such as 2026-11-24T09:30:00Z");
        Severity? severity = line["severity"] is { Length: > 0 } word
            ? Enum.GetNames<Severity>().FirstOrDefault(name => name.Equals(word, StringComparison.OrdinalIgnoreCase)) is { } known
                ? Enum.Parse<Severity>(known)
                : throw line.Wrong($"severity '{word}'", "minor, major or critical")
            : null;
        return new Confirmation(Lot(line, item, lots), item, isDefective, line.Required("reader"), time, line["defect_class"] is { Length: > 0 } named ? named : null, severity);
    }

    private static string Lot(CsvLine line, string item, ILookup<string, string> lots)
    {
        var named = line["lot"];
        var fitting = lots[item].Where(lot => named.Length == 0 || LotAssembly.IsNamed(lot, named)).Distinct().ToList();
        return fitting.Count switch
        {
            1 => fitting[0],
            0 => throw line.Wrong($"item '{item}'{(named.Length > 0 ? $" of lot '{named}'" : string.Empty)}, which the shipment does not hold", "an item as the table of items names it"),
            _ => throw line.Wrong($"item '{item}', which {fitting.Count} lots hold", $"its lot: one of {string.Join(", ", fitting)}"),
        };
    }
}
