using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>Finds every file below a folder, in ordinal path order. Links that leave the folder, and links to folders, are listed and not followed.</summary>
internal static class Walk
{
    private const string LeftBehind = "left behind by an operating system";
    private const string IsComplete = "it tells the watcher of a folder that the shipment is complete";

    // What Office puts beside a document as long as it is open.
    private const string OpenDocument = "~$";

    /// <summary>A file of this name beside the lots says that nothing more will come.</summary>
    public const string ReadyMark = "_READY";

    private static readonly HashSet<string> SystemNames = new(StringComparer.OrdinalIgnoreCase) { "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r" };

    private static readonly HashSet<string> SystemFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information", "lost+found",
        ".git", ".svn", ".Trash", ".Trashes", ".trash", ".thumbnails", ".Spotlight-V100", ".fseventsd", ".TemporaryItems", ".DocumentRevisions-V100", ".AppleDouble", ".cache", ".@__thumb",
    };

    /// <summary>Every file, and every folder that was not looked into, with what is known from its name and place.</summary>
    /// <param name="root">Full path of the shipment's folder.</param>
    /// <param name="outFolder">Full path of the folder the outputs go to: not part of the shipment. Zips of the shipment are unpacked there.</param>
    /// <exception cref="IntakeException">The shipment's folder itself cannot be listed.</exception>
    /// <exception cref="IOException">A zip cannot be unpacked to the disk.</exception>
    public static IReadOnlyList<FoundFile> Files(string root, string outFolder)
    {
        var unpacked = Path.Combine(outFolder, ShipmentFile.UnpackedFolder);
        UnpackedFolder.Clear(unpacked);
        var found = new List<FoundFile>();
        var names = new RawPaths(root);
        var folders = new Stack<Here>([new Here(new DirectoryInfo(root), string.Empty, root)]);
        while (folders.TryPop(out var here))
        {
            foreach (var entry in Read(List(here, found), here, unpacked, names))
            {
                var path = here.Below(entry.Name);
                if (entry is not DirectoryInfo { LinkTarget: null } folder)
                {
                    found.Add(Opened(Found(entry, path, here), entry.FullName, here, unpacked, names, folders) with { NameBytes = names.Of(entry.FullName) });
                }
                else if (EarlierOutputs.What(folder.FullName) is { } outputs)
                {
                    if (!IsSame(folder, outFolder))
                    {
                        found.Add(new FoundFile(path, 0, null, PhotoOutcome.NotAPhoto, outputs));
                    }
                }
                else if (!IsSame(folder, outFolder))
                {
                    folders.Push(here with { Folder = folder, Path = path, IsSystem = here.IsSystem || SystemFolders.Contains(folder.Name), IsHidden = here.IsHidden || folder.Name.StartsWith('.') });
                }
            }
        }

        return [.. Apart(found).OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static bool IsSame(DirectoryInfo folder, string other) => string.Equals(folder.FullName, other, StringComparison.Ordinal);

    // A folder of the walk: where it lies, its path in the shipment, and in which folder links have to stay.
    private sealed record Here(DirectoryInfo Folder, string Path, string Root)
    {
        public bool IsSystem { get; init; }

        public bool IsHidden { get; init; }

        public bool IsUnpacked { get; init; }

        public string Below(string name) => Path.Length == 0 ? name : $"{Path}/{name}";
    }

    // Entries whose names are no UTF-8 stand for copies under the names that were read, where they could be.
    private static List<FileSystemInfo> Read(FileSystemInfo[] listed, Here here, string unpacked, RawPaths names)
    {
        const char Garbled = '\uFFFD';
        var entries = listed.ToList();
        if (!listed.Any(entry => entry.Name.Contains(Garbled, StringComparison.Ordinal)))
        {
            return entries;
        }

        UnpackedFolder.Make(unpacked);
        foreach (var (garbled, name) in RawNames.Copied(here.Folder.FullName, name => Path.Exists(Path.Combine(here.Folder.FullName, name)) || Path.Exists(CopyOf(name)) ? null : CopyOf(name), names.Copied))
        {
            entries.RemoveAt(entries.FindIndex(entry => entry.Name == garbled));
            entries.Add(Directory.Exists(CopyOf(name)) ? new DirectoryInfo(CopyOf(name)) : new FileInfo(CopyOf(name)));
        }

        return entries;

        string CopyOf(string name) => Path.Combine(unpacked, here.Below(name));
    }

    // A zip of photos is walked like a folder that is called like it, without the ending.
    private static FoundFile Opened(FoundFile file, string zip, Here here, string unpacked, RawPaths names, Stack<Here> folders)
    {
        if (file.Decided is not null || file.Bytes == 0)
        {
            return file;
        }

        if (!Archive.IsZip(file.Path))
        {
            return Archive.Advice(file.Path) is { } advice ? file.Decide(PhotoOutcome.UnsupportedFormat, advice) : file;
        }

        try
        {
            using var archive = Openable(zip, out var reason);
            if (archive is null)
            {
                return file.Decide(PhotoOutcome.Unreadable, reason!);
            }

            if (!archive.HoldsPhotos)
            {
                return file.Decide(PhotoOutcome.Attachment, "an archive without photos");
            }

            if (here.IsUnpacked)
            {
                return file.Decide(PhotoOutcome.UnsupportedFormat, "an archive in an archive: unpack it and inspect again");
            }

            if (Path.Exists(zip[..^Path.GetExtension(zip).Length]))
            {
                return file.Decide(PhotoOutcome.UnsupportedFormat, "an archive beside a folder of its name: not opened; take one of the two away, or unpack it elsewhere in the shipment");
            }

            var path = file.Path[..^Path.GetExtension(file.Path).Length];
            var folder = Path.Combine(unpacked, path);
            UnpackedFolder.Make(unpacked);
            names.Add(archive.Unpack(folder));
            folders.Push(new Here(new DirectoryInfo(folder), path, folder) { IsUnpacked = true });
            return file.Decide(PhotoOutcome.NotAPhoto, "an archive: what it holds was inspected as a folder of its name") with { Archive = archive.Facts(file.Path) };
        }
        catch (IntakeException fault)
        {
            return file.Decide(PhotoOutcome.UnsupportedFormat, fault.Message);
        }
    }

    // What cannot be written while it is unpacked ends the run; what cannot be read is one file of many.
    private static Archive? Openable(string zip, out string? reason)
    {
        try
        {
            reason = null;
            return Archive.Open(zip);
        }
        catch (Exception fault) when (ReadFault.Is(fault))
        {
            reason = ReadFault.Reason(fault);
            return null;
        }
    }

    // Names in another code page may look alike once read as UTF-8; each is still a file of its own.
    private static IEnumerable<FoundFile> Apart(List<FoundFile> found) =>
        found.GroupBy(file => file.Path, StringComparer.Ordinal).SelectMany(alike =>
            alike.Select((file, at) => at == 0 ? file : file with { Path = FormattableString.Invariant($"{file.Path} [{at + 1}]") }));

    private static FileSystemInfo[] List(Here here, List<FoundFile> found)
    {
        try
        {
            return here.Folder.GetFileSystemInfos();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            if (here.Path.Length == 0)
            {
                throw new IntakeException($".: this folder cannot be listed ({fault.GetType().Name}), expected a shipment", fault);
            }

            found.Add(here.IsSystem
                ? new FoundFile(here.Path, 0, null, PhotoOutcome.SystemFile, LeftBehind)
                : new FoundFile(here.Path, 0, null, PhotoOutcome.OutsideAnyLot, "a folder that cannot be listed: what it holds was not inspected; allow reading it, or rename it in UTF-8, and inspect again"));
            return [];
        }
    }

    private static FoundFile Found(FileSystemInfo entry, string path, Here here)
    {
        if (entry.LinkTarget is not null)
        {
            return Linked(entry, path, here.Root);
        }

        FoundFile file;
        try
        {
            file = new FoundFile(path, ((FileInfo)entry).Length, null, null, null);
        }
        catch (FileNotFoundException)
        {
            // Its name holds bytes that are no UTF-8 (an archive of another code page), or it was taken away this moment.
            file = new FoundFile(path, 0, null, PhotoOutcome.Unreadable, "it cannot be opened by its name: rename it in UTF-8");
        }

        if (here is { IsHidden: true, IsSystem: false } && PhotoName.PromisesPhoto(entry.Name) && !entry.Name.StartsWith('.'))
        {
            return file.Decide(PhotoOutcome.OutsideAnyLot, "a photo in a hidden folder, whose name begins with a dot: rename the folder to inspect it");
        }

        if (here.Path.Length == 0 && entry.Name == ReadyMark)
        {
            return file.Decide(PhotoOutcome.SystemFile, IsComplete);
        }

        return here.IsSystem || here.IsHidden || (entry.Name.StartsWith('.') && !Companions.IsPlaceholder(entry.Name)) || SystemNames.Contains(entry.Name) || entry.Name.StartsWith(OpenDocument, StringComparison.Ordinal)
            ? file.Decide(PhotoOutcome.SystemFile, LeftBehind)
            : file;
    }

    private static FoundFile Linked(FileSystemInfo entry, string path, string root)
    {
        var link = new FoundFile(path, 0, null, null, null);
        if (entry is DirectoryInfo)
        {
            return link.Decide(PhotoOutcome.OutsideAnyLot, "a symbolic link to a folder; not followed");
        }

        FileSystemInfo? target;
        try
        {
            target = entry.ResolveLinkTarget(returnFinalTarget: true);
        }
        catch (IOException)
        {
            target = null;
        }

        return target is not FileInfo { Exists: true } file
            ? link.Decide(PhotoOutcome.Unreadable, "a symbolic link to nothing")
            : Whereabouts.IsBelow(file.FullName, root) && !PassesLink(file, root)
            ? link with { Bytes = file.Length }
            : link.Decide(PhotoOutcome.OutsideAnyLot, "a symbolic link that leaves the folder; not followed");
    }

    // The target's path may itself lead through a linked folder, and by it to anywhere.
    private static bool PassesLink(FileInfo file, string root)
    {
        for (var folder = file.Directory; folder is not null && folder.FullName.Length > root.Length; folder = folder.Parent)
        {
            if (folder.LinkTarget is not null)
            {
                return true;
            }
        }

        return false;
    }
}
