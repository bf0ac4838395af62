using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// <c>confirmed.csv</c>: what readers said of items. Columns item, confirmed (yes or no), reader and time; where known lot, defect_class, severity and cause.
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
        var known = new KnownItems(items);
        return new ConfirmedList(table.Name, table.Sha256, [.. table.Lines.Select(line => Reading(line, known))]);
    }

    private static Confirmation Reading(CsvLine line, KnownItems items)
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
        return new Confirmation(items.LotOf(line, item), item, isDefective, line.Required("reader"), time, line.Optional("defect_class"), line.Word<Severity>("severity"), line.Word<Cause>("cause"));
    }
}
