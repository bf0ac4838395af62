using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Intake;

/// <summary>Every item of a lot by name, a line each, in a text file: what an item's position in a draw means.</summary>
/// <param name="File">The file's own name.</param>
/// <param name="Sha256">Of its bytes, lower-case hex.</param>
/// <param name="Names">In the order of the file; empty lines are left out.</param>
public sealed record ItemList(string File, string Sha256, IReadOnlyList<string> Names)
{
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="IntakeException">It is no text.</exception>
    public static ItemList Read(string file)
    {
        var bytes = PlainFile.Bytes(file);
        var names = (ListText.Of(bytes) ?? throw new IntakeException($"{Path.GetFileName(file)}: found bytes that are no text, wanted a name in each line")).Text.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0);
        return new ItemList(Path.GetFileName(file), Convert.ToHexStringLower(SHA256.HashData(bytes)), [.. names]);
    }
}
