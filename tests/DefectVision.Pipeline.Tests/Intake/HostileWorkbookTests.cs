using System.IO.Compression;
using DefectVision.Fixtures;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>
/// Rule: a workbook of a few hundred bytes takes neither all time nor all memory. Sheets end at row 1,048,576 and column XFD (Microsoft, "Excel specifications and limits");
/// the library looks at every place up to the farthest cell (found beside fuzzing).
/// </summary>
public sealed class HostileWorkbookTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("""<row r="1048576"><c r="A1048576"><v>1</v></c></row>""")]
    [InlineData("""<row r="2"><c r="XFD2"><v>1</v></c></row>""")]
    public void The_last_row_and_the_last_column_of_a_sheet_are_read(string row) => Assert.Single(Read(Sheet(row)).Lines);

    [Theory]
    [InlineData("""<row r="1048577"><c r="A1048577"><v>1</v></c></row>""")]
    [InlineData("""<row r="2147483647"><c><v>1</v></c></row>""")]
    [InlineData("""<row r="2"><c r="XFE2"><v>1</v></c></row>""")]
    [InlineData("""<row r="2"><c r="ZZZZZZ2"><v>1</v></c></row>""")]
    [InlineData("""<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>""")]
    public void A_cell_beyond_every_list_is_refused_before_the_places_up_to_it_are_looked_at(string row) =>
        Assert.Contains("far from all others", Assert.Throws<IntakeException>(() => Read(Sheet(row))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("xl/nested.xml", 64, true)]
    [InlineData("xl/nested.xml", 65, false)]
    [InlineData("xl/nested.bin", 65, false)]
    public void Elements_within_elements_are_read_as_deep_as_a_spreadsheet_writes(string part, int depth, bool isRead)
    {
        // The outermost element is at depth 0.
        var inside = depth - 1;
        var nested = $"""<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">{string.Concat(Enumerable.Repeat("<a>", inside))}<a/>{string.Concat(Enumerable.Repeat("</a>", inside))}</sst>""";
        var workbook = With(Workbook.Of([["item"], ["1"]]), part, nested);
        if (isRead)
        {
            Assert.Single(Read(workbook).Lines);
        }
        else
        {
            Assert.Contains("no workbook that can be read", Assert.Throws<IntakeException>(() => Read(workbook)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_part_that_is_no_XML_is_no_fault() => Assert.Single(Read(With(Workbook.Of([["item"], ["1"]]), "xl/media/image1.png", "\u0089PNG")).Lines);

    private static byte[] Sheet(string row) => With(Workbook.Of([["item"]]), "xl/worksheets/sheet1.xml", $"""
        <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>item</t></is></c></row>{row}</sheetData></worksheet>
        """);

    private static byte[] With(byte[] workbook, string part, string text)
    {
        using var bytes = new MemoryStream();
        bytes.Write(workbook);
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write(text);
        }

        return bytes.ToArray();
    }

    private CsvTable Read(byte[] workbook) => CsvTable.Read(_temp.Put("list.xlsx", workbook), "item");
}
