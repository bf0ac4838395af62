using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>The files that a list names in its column document, by paths below the list's own folder.</summary>
internal static class NamedDocuments
{
    private const string Column = "document";

    /// <summary>Full paths of all that the list names.</summary>
    /// <exception cref="IntakeException">The list cannot be read, or a path leads out of its folder.</exception>
    public static IEnumerable<string> Of(string list) =>
        CsvTable.Read(list).WholeLines.Where(line => line.Optional(Column) is not null).Select(line => Path.Combine(Folder(list), Inner(line))).Distinct(StringComparer.Ordinal);

    /// <summary>What a line names; null where it names nothing.</summary>
    /// <exception cref="IntakeException">The file is not there, is reached by a link, or lies outside the list's folder.</exception>
    public static NamedDocument? Read(CsvLine line, string list)
    {
        if (line.Optional(Column) is null)
        {
            return null;
        }

        var inner = Inner(line);
        var path = Path.Combine(Folder(list), inner);
        if (!File.Exists(path) || IsLinked(Folder(list), inner))
        {
            throw line.Wrong($"{Column} '{inner}', {(File.Exists(path) ? "which is reached by a link" : "which is not there")}", "a file below the folder of the list", Column);
        }

        using var stream = PlainFile.Opened(path);
        return new NamedDocument(inner, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    private static string Inner(CsvLine line) => InnerPath.Of(line, line.Required(Column), "the folder of the list", Column);

    private static string Folder(string list) => Path.GetDirectoryName(Path.GetFullPath(list))!;

    // A link may lead anywhere.
    private static bool IsLinked(string folder, string inner)
    {
        foreach (var part in inner.Split('/'))
        {
            folder = Path.Combine(folder, part);
            if (new FileInfo(folder).LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }
}
