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

    /// <exception cref="IntakeException">A line is wrong, or names a lot, an item or a document that is not there.</exception>
    internal static TestList Read(string file, KnownItems items)
    {
        var table = CsvTable.Read(file, "test", "kind", "result");
        return new TestList(table.Name, table.Sha256, [.. table.Lines.Select(line => Result(line, file, items))]);
    }

    private static TestResult Result(CsvLine line, string file, KnownItems items)
    {
        var item = line.Optional("item");
        line.Required("kind");
        return new TestResult(
            item is null ? items.Lot(line) : items.LotOf(line, item),
            item,
            line.Required("test"),
            line.Word<TestKind>("kind")!.Value,
            line.Optional("standard"),
            line.Optional("required"),
            line.Optional("found"),
            line.Required("result").ToLowerInvariant() switch
            {
                "pass" => true,
                "fail" => false,
                var found => throw line.Wrong($"result '{found}'", "pass or fail"),
            },
            line.Optional("laboratory"),
            line.Optional("report_number"),
            NamedDocuments.Read(line, file))
        {
            IsMandatory = line.YesOrNo("mandatory") ?? false,
            Date = line.Day("date"),
        };
    }
}
