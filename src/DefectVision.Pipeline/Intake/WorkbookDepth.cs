using System.IO.Compression;
using System.Xml;

namespace DefectVision.Pipeline.Intake;

/// <summary>The parts of a workbook are XML. A part that is nothing but opening tags takes all memory before its reader finds it wrong, so the depth of each is looked at first.</summary>
internal static class WorkbookDepth
{
    /// <summary>Elements within each other at most; a formatted text in a cell lies in eight.</summary>
    private const int Most = 64;

    /// <exception cref="InvalidDataException">A part is deeper than any that a spreadsheet writes.</exception>
    /// <exception cref="XmlException">A part is no XML.</exception>
    public static void Check(ZipArchive workbook)
    {
        foreach (var part in workbook.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || entry.FullName.EndsWith(".rels", StringComparison.OrdinalIgnoreCase)))
        {
            using var stream = part.Open();
            using var reader = XmlReader.Create(stream);
            while (reader.Read())
            {
                if (reader.Depth > Most)
                {
                    throw new InvalidDataException($"{part.FullName}: elements within each other deeper than {Most}");
                }
            }
        }
    }
}
