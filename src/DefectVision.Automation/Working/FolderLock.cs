namespace DefectVision.Automation.Working;

/// <summary>A folder that one program works in: two watchers or servers would write the same cases. Given up when the program ends, however it ends.</summary>
public sealed class FolderLock : IDisposable
{
    private const string Name = ".lock";

    private readonly FileStream _file;

    private FolderLock(FileStream file) => _file = file;

    /// <param name="folder">Full path; made where there is none.</param>
    /// <exception cref="FolderTakenException">Another program has it.</exception>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static FolderLock Take(string folder)
    {
        var path = Path.Combine(folder, Name);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"{folder}: cannot be written ({fault.Message})", fault);
        }

        try
        {
            return new FolderLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new IOException($"{folder}: cannot be written ({fault.Message})", fault);
        }
        catch (IOException fault) when (fault is not FileNotFoundException and not DirectoryNotFoundException and not PathTooLongException && File.Exists(path))
        {
            throw new FolderTakenException($"{folder}: another watch or serve works in it; wait for its end, or name another folder", fault);
        }
    }

    public void Dispose() => _file.Dispose();
}
