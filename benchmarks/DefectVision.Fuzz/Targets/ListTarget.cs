using DefectVision.Pipeline.Intake;

namespace DefectVision.Fuzz.Targets;

/// <summary>The lists of a shipment, as text or as a workbook, which end by <see cref="IntakeException"/> where they are wrong. A name below xl/ is a part of a workbook of measurements.</summary>
internal static class ListTarget
{
    /// <summary>The name of a list of regions, which has none of its own.</summary>
    public const string Regions = "regions.csv";

    private static readonly string[] Photos = ["PO-1/LOT-A/A-001_front.jpg", "PO-1/LOT-A/A-001_back.jpg", "PO-1/LOT-A/A-002_front.jpg", "PO-1/LOT-B/017_front.jpg"];

    private static readonly (string Lot, string Item)[] Items = [("PO-1/LOT-A", "A-001"), ("PO-1/LOT-A", "A-002"), ("PO-1/LOT-B", "017")];

    public static FuzzTarget Make()
    {
        var folder = Directory.CreateTempSubdirectory("fuzz-lists").FullName;
        File.WriteAllText(Path.Combine(folder, "report.pdf"), "%PDF");
        return new FuzzTarget("lists", input => Read(Path.Combine(folder, "list"), NamedContent.Of(input)));
    }

    private static void Read(string file, NamedContent list)
    {
        var isPart = list.Name.StartsWith("xl/", StringComparison.Ordinal);
        File.WriteAllBytes(file, isPart ? WorkbookParts.With(list) : list.Content);
        var reading = new ListReading(accepts: false);
        try
        {
            ReadAs(isPart ? Measurements.FileName : list.Name, file, reading);
            reading.Settle();
        }
        catch (IntakeException)
        {
            // A wrong list is refused.
        }
    }

    private static object ReadAs(string name, string file, ListReading reading) => name switch
    {
        Confirmations.FileName => Confirmations.Read(file, Known(), reading),
        Measurements.FileName => Measurements.Read(file, Known(), reading),
        TestResults.FileName => (TestResults.Read(file, Known(), reading), Lists.DocumentsOf(ListKind.Tests, file)),
        ThirdPartyReports.FileName => (ThirdPartyReports.Read(file, Known(), reading), Lists.DocumentsOf(ListKind.ThirdParty, file)),
        Draws.FileName => (Draws.Read(file), Lists.DocumentsOf(ListKind.Draw, file)),
        Regions => WithheldRegions.Read(file, Photos),
        _ => Manifest.Read(file, new FoundPaths(Photos), reading),
    };

    private static KnownItems Known() => new(Items) { Photos = [.. Items.Select(item => ($"{item.Lot}/{item.Item}_front.jpg", item.Lot, item.Item))] };
}
