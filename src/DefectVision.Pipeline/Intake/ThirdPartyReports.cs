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

    /// <exception cref="IntakeException">A line is wrong, names a lot or a document that is not there, or an item a second time.</exception>
    internal static ThirdPartyReport Read(string file, KnownItems items)
    {
        var table = CsvTable.Read(file, "item", "verdict");
        var met = new HashSet<(string, string)>();
        var findings = new List<ThirdPartyFinding>();
        foreach (var line in table.Lines)
        {
            var finding = Finding(line, file, items);
            if (!met.Add((finding.Lot, finding.Item)))
            {
                throw line.Wrong($"item '{finding.Item}' of lot '{finding.Lot}' a second time", "each item once");
            }

            findings.Add(finding);
        }

        return new ThirdPartyReport(table.Name, table.Sha256, findings);
    }

    private static ThirdPartyFinding Finding(CsvLine line, string file, KnownItems items)
    {
        var item = line.Required("item");
        return new ThirdPartyFinding(
            items.LotOfAny(line, item),
            item,
            line.Required("verdict").ToLowerInvariant() switch
            {
                "defective" => true,
                "good" => false,
                var found => throw line.Wrong($"verdict '{found}'", "defective or good"),
            },
            line.Optional("defect_class"),
            line.Word<Severity>("severity"),
            line.Optional("inspector"),
            line.Optional("report_number"),
            line.Day("date"),
            NamedDocuments.Read(line, file));
    }
}
