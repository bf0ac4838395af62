using System.IO.Compression;
using System.Text;

namespace DefectVision.Fuzz.Targets;

/// <summary>A workbook of measurements of which one part is the input: in a whole one a changed byte would break its compression and nothing more.</summary>
internal static class WorkbookParts
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";

    private static readonly IReadOnlyList<(string Name, string Text)> Parts =
    [
        ("[Content_Types].xml", $"""<Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/></Types>"""),
        ("_rels/.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>"""),
        ("xl/workbook.xml", $"""<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>"""),
        ("xl/_rels/workbook.xml.rels", $"""<Relationships xmlns="{Package}/relationships"><Relationship Id="r1" Type="{Relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s" Type="{Relations}/styles" Target="styles.xml"/><Relationship Id="t" Type="{Relations}/sharedStrings" Target="sharedStrings.xml"/></Relationships>"""),
        ("xl/styles.xml", $"""<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="170" formatCode="000"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="22" applyNumberFormat="1"/><xf numFmtId="170" applyNumberFormat="1"/></cellXfs></styleSheet>"""),
        ("xl/sharedStrings.xml", $"""<sst xmlns="{Main}"><si><t>item</t></si><si><t>point</t></si></sst>"""),
        ("xl/worksheets/sheet1.xml", $"""<worksheet xmlns="{Main}"><sheetData><row r="1"><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><t>value</t></is></c><c t="inlineStr"><is><t>upper</t></is></c></row><row r="2"><c r="A2" s="2"><v>17</v></c><c t="inlineStr"><is><t>chest</t></is></c><c><v>54.1</v></c><c t="e"><v>#VALUE!</v></c></row></sheetData></worksheet>"""),
    ];

    /// <summary>Each part that can be the input, as it is in a whole workbook.</summary>
    public static IEnumerable<NamedContent> Whole => Parts.Where(part => part.Name.StartsWith("xl/", StringComparison.Ordinal)).Select(part => new NamedContent(part.Name, Encoding.UTF8.GetBytes(part.Text)));

    /// <summary>The workbook with one part in place of its own, or beside its own.</summary>
    public static byte[] With(NamedContent other)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Parts.Where(part => part.Name != other.Name).Select(part => (part.Name, Encoding.UTF8.GetBytes(part.Text))).Append((other.Name, other.Content)))
            {
                using var part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                part.Write(content);
            }
        }

        return bytes.ToArray();
    }
}
