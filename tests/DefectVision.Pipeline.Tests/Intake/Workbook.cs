using System.IO.Compression;
using System.Security;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>An Excel workbook as small as it may be (ECMA-376).</summary>
internal static class Workbook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    /// <param name="sheets">Rows of cells; a number, a day as <see cref="DateTime"/>, an error as #VALUE!, a number shown as 000 as <see cref="int"/>, otherwise text.</param>
    public static byte[] Of(params IReadOnlyList<object[][]> sheets)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Put(zip, "[Content_Types].xml", $"""
                <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
                """);
            Put(zip, "_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>""");
            Put(zip, "xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each(sheets, at => $"<sheet name=\"Sheet{at}\" sheetId=\"{at}\" r:id=\"r{at}\"/>")}</sheets></workbook>""");
            Put(zip, "xl/_rels/workbook.xml.rels", $"""
                <Relationships xmlns="{Package}/relationships">{Each(sheets, at => $"<Relationship Id=\"r{at}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{at}.xml\"/>")}<Relationship Id="s" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
                """);
            Put(zip, "xl/styles.xml", $"""
                <styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="000"/></numFmts>
                <cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>
                """);
            for (var at = 0; at < sheets.Count; at++)
            {
                var rows = sheets[at].Select(row => $"<row>{string.Concat(row.Select(Cell))}</row>");
                Put(zip, $"xl/worksheets/sheet{at + 1}.xml", $"""<worksheet xmlns="{Main}"><sheetData>{string.Concat(rows)}</sheetData></worksheet>""");
            }
        }

        return bytes.ToArray();
    }

    private static string Cell(object cell) => cell switch
    {
        double number => FormattableString.Invariant($"<c><v>{number:R}</v></c>"),
        int number => FormattableString.Invariant($"<c s=\"2\"><v>{number}</v></c>"),
        DateTime day => FormattableString.Invariant($"<c s=\"1\"><v>{day.ToOADate():R}</v></c>"),
        string error when error.StartsWith('#') && error.EndsWith('!') => $"<c t=\"e\"><v>{error}</v></c>",
        _ => $"<c t=\"inlineStr\"><is><t>{SecurityElement.Escape(cell.ToString())}</t></is></c>",
    };

    private static string Each(IReadOnlyList<object[][]> sheets, Func<int, string> write) => string.Concat(Enumerable.Range(1, sheets.Count).Select(write));

    private static void Put(ZipArchive zip, string name, string text)
    {
        using var writer = new StreamWriter(zip.CreateEntry(name).Open());
        writer.Write(text);
    }
}
