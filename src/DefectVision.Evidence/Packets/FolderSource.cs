using DefectVision.Imaging;

namespace DefectVision.Evidence.Packets;

/// <summary>A packet as a folder. Links are not followed: what lies elsewhere is not in the packet. Pipes, sockets and devices have no bytes of their own, and none is opened.</summary>
internal sealed class FolderSource : PacketSource
{
    private readonly string _root;

    public FolderSource(string root)
    {
        _root = root;
        var found = new DirectoryInfo(root)
            .EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None, ReturnSpecialDirectories = false })
            .Select(entry => (Entry: entry, Name: Path.GetRelativePath(root, entry.FullName).Replace('\\', '/')))
            .Take(MostFiles + 1)
            .OrderBy(entry => entry.Name, StringComparer.Ordinal)
            .ToList();
        if (found.Count > MostFiles)
        {
            throw new InvalidDataException(FormattableString.Invariant($"found more than {MostFiles:N0} files and folders"));
        }

        Names = [.. found.Where(entry => entry.Entry is FileInfo { LinkTarget: null }).Select(entry => entry.Name)];
        Faults = [.. found.Where(entry => entry.Entry.LinkTarget is not null).Select(entry => (entry.Name, "found a link, wanted a file"))];
    }

    public override IReadOnlyList<string> Names { get; }

    public override IReadOnlyList<(string Name, string Fault)> Faults { get; }

    public override Stream Open(string name) => PlainFile.Opened(Path.Combine(_root, name));

    public override void Dispose()
    {
    }
}
