using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// <c>tests.csv</c>: tests made elsewhere. Columns test, kind (functional, safety or laboratory) and result (pass or fail); where known lot, item, standard, required,
/// found, laboratory, report_number, mandatory (yes: a failure fails the lot), date and document, a file below the list's folder. A specimen that is no item of the shipment has no item.
/// </summary>
public static class TestResults
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "tests.csv";

    /// <param name="file">Full path.</param>
    /// <param name="items">Every item of the shipment.</param>
    /// <param name="reading">Where wrong lines go; null: they are an error.</param>
    /// <exception cref="IntakeException">The list cannot be read, or a line is wrong or names a lot, an item or a document that is not there.</exception>
    internal static TestList Read(string file, KnownItems items, ListReading? reading = null)
    {
        var table = CsvTable.Read(file, "test", "kind", "result");
        return new TestList(table.Name, table.Sha256, table.Each(line => Result(line, file, items), reading, days: ["date"]));
    }

    private static TestResult Result(CsvLine line, string file, KnownItems items)
    {
        var (lot, item) = line.Optional("item") is null ? (items.Lot(line), null) : items.ItemOf(line);
        line.Required("kind");
        line.Required("result");
        return new TestResult(
            lot,
            item,
            line.Required("test"),
            line.Word<TestKind>("kind")!.Value,
            line.Optional("standard"),
            line.Optional("required"),
            line.Optional("found"),
            line.Word("result", TradeWords.PassOrFail)!.Value,
            line.Optional("laboratory"),
            line.Optional("report_number"),
            NamedDocuments.Read(line, file))
        {
            IsMandatory = line.YesOrNo("mandatory") ?? false,
            Date = line.Day("date"),
        };
    }
}
