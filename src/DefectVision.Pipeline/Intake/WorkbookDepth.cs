using System.IO.Compression;
using System.Xml;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// The parts of a workbook are XML. A part that is nothing but opening tags takes all memory before its reader finds it wrong, so the depth of each is looked at first;
/// of every one, for relations can name any of them.
/// </summary>
internal static class WorkbookDepth
{
    /// <summary>Elements within each other at most; a formatted text in a cell lies in eight.</summary>
    private const int Most = 64;

    /// <exception cref="InvalidDataException">A part is deeper than any that a spreadsheet writes.</exception>
    public static void Check(ZipArchive workbook)
    {
        foreach (var part in workbook.Entries)
        {
            using var stream = part.Open();
            using var reader = XmlReader.Create(stream);
            if (IsDeep(reader))
            {
                throw new InvalidDataException(FormattableString.Invariant($"{part.FullName}: elements within each other deeper than {Most}"));
            }
        }
    }

    private static bool IsDeep(XmlReader part)
    {
        try
        {
            while (part.Read())
            {
                if (part.Depth > Most)
                {
                    return true;
                }
            }

            return false;
        }
        catch (XmlException)
        {
            // A picture is no XML; of a part that should be, its reader says so.
            return false;
        }
    }
}
