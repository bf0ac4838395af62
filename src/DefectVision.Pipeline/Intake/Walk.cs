using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>Finds every file below a folder, in ordinal path order. Links that leave the folder, and links to folders, are listed and not followed.</summary>
internal static class Walk
{
    private static readonly HashSet<string> SystemNames = new(StringComparer.OrdinalIgnoreCase) { "thumbs.db", "ehthumbs.db", "desktop.ini", "icon\r" };

    private static readonly HashSet<string> SystemFolders = new(StringComparer.OrdinalIgnoreCase)
    {
        "__MACOSX", "@eaDir", "$RECYCLE.BIN", "System Volume Information", "lost+found",
    };

    /// <param name="root">Full path of the shipment's folder.</param>
    /// <param name="skip">Full path of the folder the outputs go to; not part of the shipment.</param>
    /// <exception cref="IntakeException">A folder cannot be listed.</exception>
    public static IReadOnlyList<FoundFile> Files(string root, string skip)
    {
        var found = new List<FoundFile>();
        var folders = new Stack<(DirectoryInfo Folder, string Path, bool System)>([(new DirectoryInfo(root), string.Empty, false)]);
        while (folders.TryPop(out var here))
        {
            foreach (var entry in List(here.Folder, here.Path))
            {
                var path = here.Path.Length == 0 ? entry.Name : $"{here.Path}/{entry.Name}";
                if (entry is DirectoryInfo { LinkTarget: null } folder)
                {
                    if (!string.Equals(folder.FullName, skip, StringComparison.Ordinal))
                    {
                        folders.Push((folder, path, here.System || IsSystemFolder(folder.Name)));
                    }
                }
                else
                {
                    found.Add(Found(entry, path, root, here.System));
                }
            }
        }

        return [.. found.OrderBy(file => file.Path, StringComparer.Ordinal)];
    }

    private static FileSystemInfo[] List(DirectoryInfo folder, string path)
    {
        try
        {
            return folder.GetFileSystemInfos();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IntakeException($"{(path.Length == 0 ? "." : path)}: this folder cannot be listed ({fault.GetType().Name}); what it holds would be lost", fault);
        }
    }

    private static FoundFile Found(FileSystemInfo entry, string path, string root, bool inSystemFolder)
    {
        if (entry.LinkTarget is not null)
        {
            return Linked(entry, path, root);
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

        return inSystemFolder || entry.Name.StartsWith('.') || SystemNames.Contains(entry.Name)
            ? file.Decide(PhotoOutcome.SystemFile, "left behind by an operating system")
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
            : file.FullName.StartsWith(root + Path.DirectorySeparatorChar, StringComparison.Ordinal) && !PassesLink(file, root)
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

    private static bool IsSystemFolder(string name) => name.StartsWith('.') || SystemFolders.Contains(name);
}
