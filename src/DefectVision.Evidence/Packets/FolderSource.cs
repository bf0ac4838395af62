using DefectVision.Imaging;

namespace DefectVision.Evidence.Packets;

/// <summary>A packet as a folder. Links are not followed: what lies elsewhere is not in the packet. Pipes, sockets and devices have no bytes of their own, and none is opened.</summary>
internal sealed class FolderSource : PacketSource
{
    // What stands for bytes that are no UTF-8.
    private const char NoText = '\uFFFD';

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

        Names = [.. found.Where(entry => entry.Entry is FileInfo { LinkTarget: null } && Fault(entry.Entry, entry.Name) is null).Select(entry => entry.Name)];
        var folders = FoldersOf(Names);
        Faults =
        [
            .. found.Select(entry => (entry.Name, Fault: Fault(entry.Entry, entry.Name) ?? (entry.Entry is DirectoryInfo && !folders.Contains(entry.Name) ? EmptyFolder : null)))
                .Where(entry => entry.Fault is not null).Select(entry => (entry.Name, entry.Fault!)),
        ];
    }

    // A name that is no text cannot be opened again by what it reads as.
    private static string? Fault(FileSystemInfo entry, string name) => entry.LinkTarget is not null ? "found a link, wanted a file"
        : name.Contains(NoText, StringComparison.Ordinal) && !Path.Exists(entry.FullName) ? "added: found a file or folder whose name is no UTF-8"
        : null;

    public override IReadOnlyList<string> Names { get; }

    public override IReadOnlyList<(string Name, string Fault)> Faults { get; }

    public override Stream Open(string name) => PlainFile.Opened(Path.Combine(_root, name));

    public override void Dispose()
    {
    }
}
