using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>A shipment that was given as a zip and unpacked into a folder.</summary>
/// <param name="Folder">Full path of what it was unpacked into.</param>
/// <param name="Archive">The zip.</param>
/// <param name="Names">By full path the bytes of the names that are no UTF-8.</param>
public sealed record UnpackedArchive(string Folder, ShipmentArchive Archive, IReadOnlyDictionary<string, byte[]> Names)
{
    /// <param name="zip">Full path of the zip.</param>
    /// <param name="outFolder">Full path of the folder of the outputs: it is unpacked below it.</param>
    /// <exception cref="IntakeException">It is no zip that can be read, it leads out of the folder, or the folder is another's.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static UnpackedArchive Of(string zip, string outFolder)
    {
        var folder = FolderOf(zip, outFolder);
        var above = Path.GetDirectoryName(folder)!;
        UnpackedFolder.Clear(above);
        UnpackedFolder.Make(above);
        using var archive = Intake.Archive.Open(zip);
        var names = archive.Unpack(folder);
        Directory.CreateDirectory(folder);
        return new UnpackedArchive(folder, archive.Facts(Path.GetFileName(zip)), names);
    }

    /// <summary>What a zip is unpacked into.</summary>
    /// <param name="zip">Its path, or its name alone.</param>
    /// <param name="outFolder">Full path of the folder of the outputs.</param>
    public static string FolderOf(string zip, string outFolder) => Path.Combine(outFolder, "shipment", Path.GetFileNameWithoutExtension(zip));

    /// <summary>The bytes of a file's name in the zip, as the record has them; null where they are UTF-8.</summary>
    internal string? NameOf(string path) => Names.TryGetValue(path, out var bytes) ? NameBytes.Form(bytes) : null;
}
