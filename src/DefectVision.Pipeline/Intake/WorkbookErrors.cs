using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace DefectVision.Pipeline.Intake;

/// <summary>Cells of the first sheet of a workbook that hold an error such as #VALUE!: the workbook's reader gives them as empty, and an empty cell means something else.</summary>
internal static class WorkbookErrors
{
    /// <returns>By row and column, 1 is the first of both.</returns>
    /// <exception cref="InvalidDataException">The workbook has no sheet.</exception>
    public static IReadOnlyDictionary<(int Row, int Column), string> Of(ZipArchive workbook)
    {
        using var sheet = Part(workbook, FirstSheet(workbook)).Open();
        using var cells = XmlReader.Create(sheet);
        var errors = new Dictionary<(int, int), string>();
        var (row, column) = (0, 0);
        while (cells.Read())
        {
            if (cells.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (cells.LocalName == "row")
            {
                (row, column) = (int.TryParse(cells.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : row + 1, 0);
            }
            else if (cells.LocalName == "c")
            {
                column = ColumnOf(cells.GetAttribute("r")) ?? column + 1;
                if (cells.GetAttribute("t") == "e")
                {
                    errors[(row, column)] = cells.ReadToDescendant("v", cells.NamespaceURI) ? cells.ReadElementContentAsString() : "#VALUE!";
                }
            }
        }

        return errors;
    }

    private static string FirstSheet(ZipArchive workbook)
    {
        var first = Read(workbook, "xl/workbook.xml").Descendants().FirstOrDefault(element => element.Name.LocalName == "sheet") ?? throw new InvalidDataException("no sheet");
        var id = first.Attributes().First(attribute => attribute.Name.LocalName == "id").Value;
        var target = Read(workbook, "xl/_rels/workbook.xml.rels").Descendants().First(relation => relation.Attribute("Id")?.Value == id).Attribute("Target")!.Value;
        return target.StartsWith('/') ? target[1..] : $"xl/{target}";
    }

    private static XDocument Read(ZipArchive workbook, string part)
    {
        using var stream = Part(workbook, part).Open();
        return XDocument.Load(stream);
    }

    private static ZipArchiveEntry Part(ZipArchive workbook, string name) => workbook.GetEntry(name) ?? throw new InvalidDataException($"no part {name}");

    // "AB12" is column 28.
    private static int? ColumnOf(string? place) =>
        place is null ? null : place.TakeWhile(char.IsAsciiLetterUpper).Aggregate(0, (column, letter) => (column * 26) + letter - 'A' + 1);
}
