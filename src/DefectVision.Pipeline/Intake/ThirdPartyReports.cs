using DefectVision.Inspection;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// <c>third-party.csv</c>: a third party's inspection report, item by item. Columns item and verdict (defective or good); where known lot, defect_class, severity,
/// inspector, report_number, date and document, a file below the list's folder. The items need not be among those photographed.
/// </summary>
public static class ThirdPartyReports
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "third-party.csv";

    /// <param name="file">Full path.</param>
    /// <param name="items">Every item of the shipment.</param>
    /// <param name="reading">Where wrong lines go; null: they are an error.</param>
    /// <exception cref="IntakeException">The list cannot be read, or a line is wrong, names a lot or a document that is not there, or an item a second time.</exception>
    internal static ThirdPartyReport Read(string file, KnownItems items, ListReading? reading = null)
    {
        var table = CsvTable.Read(file, "item", "verdict");
        var met = new HashSet<(string, string)>();
        return new ThirdPartyReport(table.Name, table.Sha256, table.Each(
            line => Finding(line, file, items) is var finding && met.Add((finding.Lot, finding.Item)) ? finding
                : throw line.Wrong($"item '{CsvLine.Cut(finding.Item)}' of lot '{CsvLine.Cut(finding.Lot)}' a second time", "each item once", "item"),
            reading,
            days: ["date"]));
    }

    private static ThirdPartyFinding Finding(CsvLine line, string file, KnownItems items)
    {
        var (lot, item) = items.AnyItemOf(line);
        line.Required("verdict");
        return new ThirdPartyFinding(
            lot,
            item,
            line.Word("verdict", TradeWords.DefectiveOrGood)!.Value,
            line.DefectClass,
            line.Word<Severity>("severity"),
            line.Optional("inspector"),
            line.Optional("report_number"),
            line.Day("date"),
            NamedDocuments.Read(line, file));
    }
}
