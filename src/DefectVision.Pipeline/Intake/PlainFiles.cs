using System.IO.Enumeration;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// Full paths of the files below a folder, as far as they can be seen: no links, and nothing of a folder that may not be entered or whose path is longer than the system
/// takes. What is left out here the walk accounts for.
/// </summary>
/// <param name="folder">Its full path.</param>
internal sealed class PlainFiles(string folder) : FileSystemEnumerator<string>(folder, new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, AttributesToSkip = FileAttributes.None })
{
    /// <summary>All of them, in the order of the disk.</summary>
    public static List<string> Below(string folder)
    {
        using var files = new PlainFiles(folder);
        var found = new List<string>();
        while (files.MoveNext())
        {
            found.Add(files.Current);
        }

        return found;
    }

    protected override bool ShouldIncludeEntry(ref FileSystemEntry entry) => IsPlain(ref entry) && !entry.IsDirectory;

    protected override bool ShouldRecurseIntoEntry(ref FileSystemEntry entry) => IsPlain(ref entry);

    protected override string TransformEntry(ref FileSystemEntry entry) => entry.ToFullPath();

    protected override bool ContinueOnError(int error) => true;

    private static bool IsPlain(ref FileSystemEntry entry)
    {
        try
        {
            return !entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
        }
        catch (Exception fault) when (ReadFault.Is(fault))
        {
            return false;
        }
    }
}
