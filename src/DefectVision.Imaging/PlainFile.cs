namespace DefectVision.Imaging;

/// <summary>Files from other people's folders.</summary>
public static class PlainFile
{
    /// <summary>
    /// Reads a file whole. What has no length is not opened: an empty file has nothing to read, a pipe would wait for ever for its other end, and a device
    /// would never end.
    /// </summary>
    /// <returns>Its bytes; none of an empty file, a pipe, a socket or a device.</returns>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    public static byte[] Bytes(string path) => HasNothing(path) ? [] : File.ReadAllBytes(path);

    /// <summary>Its text, as <see cref="Bytes"/> reads it.</summary>
    /// <inheritdoc cref="Bytes" path="/exception"/>
    public static string Text(string path) => HasNothing(path) ? string.Empty : File.ReadAllText(path);

    /// <summary>Its lines, one at a time; none where <see cref="Bytes"/> has none.</summary>
    /// <inheritdoc cref="Bytes" path="/exception"/>
    public static IEnumerable<string> Lines(string path) => HasNothing(path) ? [] : File.ReadLines(path);

    /// <summary>Opens a file to be read; empty where <see cref="Bytes"/> has none.</summary>
    /// <inheritdoc cref="Bytes" path="/exception"/>
    public static Stream Opened(string path) => HasNothing(path) ? Stream.Null : File.OpenRead(path);

    /// <summary>It is there and has no length: an empty file, a pipe, a socket or a device.</summary>
    public static bool HasNothing(string path) => new FileInfo(path) is { Exists: true, Length: 0 };
}
