using System.IO.Compression;

namespace DefectVision.Evidence.Packets;

/// <summary>A packet as a zip. Nothing is unpacked onto the disk.</summary>
internal sealed class ArchiveSource : PacketSource
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.Ordinal);

    private ArchiveSource(ZipArchive archive)
    {
        _archive = archive;
        var faults = new List<(string Name, string Fault)>();
        var files = archive.Entries.Where(entry => !(entry.FullName.EndsWith('/') && entry.Length == 0)).ToList();
        var above = Above([.. files.Select(entry => entry.FullName)]);
        foreach (var entry in files)
        {
            if (!_entries.TryAdd(entry.FullName[above..], entry))
            {
                faults.Add((entry.FullName[above..], "stands twice in the archive: who unpacks it sees one of the two"));
            }
        }

        Names = [.. _entries.Keys.Order(StringComparer.Ordinal)];
        Faults = faults;
    }

    public override IReadOnlyList<string> Names { get; }

    public override IReadOnlyList<(string Name, string Fault)> Faults { get; }

    /// <exception cref="InvalidDataException">The file is no archive that can be read.</exception>
    public static ArchiveSource Of(string path)
    {
        var archive = ZipFile.OpenRead(path);
        try
        {
            return new ArchiveSource(archive);
        }
        catch (InvalidDataException)
        {
            archive.Dispose();
            throw;
        }
    }

    // Other packers put the packet's own folder around it.
    private static int Above(IReadOnlyList<string> names) =>
        names.Count > 0 && names[0].IndexOf('/', StringComparison.Ordinal) is var slash and > 0 && names.All(name => name.StartsWith(names[0][..(slash + 1)], StringComparison.Ordinal)) ? slash + 1 : 0;

    public override Stream Open(string name) => _entries[name].Open();

    public override void Dispose() => _archive.Dispose();
}
