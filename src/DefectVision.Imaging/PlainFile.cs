namespace DefectVision.Imaging;

/// <summary>Files from other people's folders.</summary>
public static class PlainFile
{
    /// <summary>
    /// Reads a file whole. What has no length is not opened: an empty file has nothing to read, a pipe would wait for ever for its other end, and a device
    /// would never end.
    /// </summary>
    /// <returns>Its bytes; none of an empty file, a pipe, a socket or a device.</returns>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="UnreadableFileException">It is there and may not be read, is a folder, or the disk fails.</exception>
    public static byte[] Bytes(string path) => HasNothing(path) ? [] : Read(path, File.ReadAllBytes);

    /// <summary>Its text, as <see cref="Bytes"/> reads it.</summary>
    /// <inheritdoc cref="Bytes" path="/exception"/>
    public static string Text(string path) => HasNothing(path) ? string.Empty : Read(path, File.ReadAllText);

    /// <summary>Its lines, one at a time; none where <see cref="Bytes"/> has none.</summary>
    /// <inheritdoc cref="Bytes" path="/exception"/>
    public static IEnumerable<string> Lines(string path) => HasNothing(path) ? [] : Read(path, File.ReadLines);

    /// <summary>Opens a file to be read; empty where <see cref="Bytes"/> has none.</summary>
    /// <inheritdoc cref="Bytes" path="/exception"/>
    public static Stream Opened(string path) => HasNothing(path) ? Stream.Null : Read<Stream>(path, File.OpenRead);

    /// <summary>It is there and has no length: an empty file, a pipe, a socket or a device.</summary>
    public static bool HasNothing(string path) => new FileInfo(path) is { Exists: true, Length: 0 };

    /// <summary>Does what goes through a folder.</summary>
    /// <exception cref="UnreadableFileException">It is there, and it or a folder in it may not be read.</exception>
    public static T In<T>(string folder, Func<string, T> through)
    {
        try
        {
            return through(folder);
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new UnreadableFileException($"{folder}: the folder, or one in it, may not be read (permission denied)", fault);
        }
    }

    private static T Read<T>(string path, Func<string, T> read)
    {
        try
        {
            return read(path);
        }
        catch (Exception fault) when (fault is UnauthorizedAccessException or IOException and not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new UnreadableFileException(
                $"{path}: {(Directory.Exists(path) ? "found a folder, wanted a file" : fault is UnauthorizedAccessException ? "the file may not be read (permission denied)" : $"the file cannot be read ({fault.Message})")}", fault);
        }
    }
}
