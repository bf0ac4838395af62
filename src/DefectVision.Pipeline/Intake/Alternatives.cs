using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>A buyer's list of other sources: columns product and supplier, where known country, region and note, a line each.</summary>
public static class Alternatives
{
    /// <param name="file">Full path.</param>
    /// <exception cref="IntakeException">It cannot be read, or a line is wrong.</exception>
    public static IReadOnlyList<Alternative> Read(string file) => CsvTable.Read(file, "product", "supplier").Each(
        line => new Alternative(line.Required("product").Trim(), line.Required("supplier").Trim(), line.Optional("country"), line.Optional("region"), line.Optional("note")), null);
}
