using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DefectVision.Imaging;

/// <summary>Files from other people's folders.</summary>
public static partial class PlainFile
{
    private const int NoEntry = 2;
    private const int NoAccess = 13;

    // open(2) on Linux: read, do not wait for a pipe's other end, take no terminal, close in children.
    private const int ReadWithoutWaiting = 0x800 | 0x100 | 0x80000;

    /// <summary>
    /// Reads a file whole. What has no length is not opened: an empty file has nothing to read, a pipe would wait for ever for its other end, and a device
    /// would never end.
    /// </summary>
    /// <returns>Its bytes; none of an empty file, a pipe, a socket or a device.</returns>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    /// <exception cref="UnreadableFileException">It is there and may not be read, is a folder, or the disk fails.</exception>
    public static byte[] Bytes(string path) => Read(path, () =>
    {
        using var file = Opened(path);
        using var bytes = new MemoryStream((int)Math.Min(file.Length, Array.MaxLength));
        file.CopyTo(bytes);
        return bytes.Length == bytes.Capacity ? bytes.GetBuffer() : bytes.ToArray();
    });

    /// <summary>Looks before a file is put in a place: what is there may be nothing, a file or a folder, and no device, pipe or socket, which would be replaced.</summary>
    /// <exception cref="IOException">It is one of these.</exception>
    public static void CheckPlace(string path)
    {
        const int ThisFolder = -100;
        const int Mode = 28;
        const int Kind = 0xF000;
        const int Folder = 0x4000;
        const int File = 0x8000;
        Span<byte> facts = stackalloc byte[256];
        if (OperatingSystem.IsLinux() && Facts(ThisFolder, path, 0, 1, facts) == 0 && (BitConverter.ToUInt16(facts[Mode..]) & Kind) is not (Folder or File))
        {
            throw new IOException($"{path}: found a device, a pipe or a socket, wanted a place for a file");
        }
    }

    // statx(2): the kind and the mode are at the same place on every processor.
    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Facts(int folder, string path, int flags, uint wanted, Span<byte> facts);

    /// <summary>Its text, as <see cref="Bytes"/> reads it.</summary>
    /// <inheritdoc cref="Bytes" path="/exception"/>
    public static string Text(string path) => Read(path, () =>
    {
        using var text = new StreamReader(Opened(path));
        return text.ReadToEnd();
    });

    /// <summary>Its lines, one at a time; none where <see cref="Bytes"/> has none.</summary>
    /// <inheritdoc cref="Bytes" path="/exception"/>
    public static IEnumerable<string> Lines(string path)
    {
        using var text = new StreamReader(Opened(path));
        while (text.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    /// <summary>Opens a file to be read; empty where <see cref="Bytes"/> has none. Others may write, move and delete it meanwhile.</summary>
    /// <inheritdoc cref="Bytes" path="/exception"/>
    public static Stream Opened(string path) => HasNothing(path) ? Stream.Null : Read(path, () =>
    {
        if (Directory.Exists(path))
        {
            throw new UnreadableFileException($"{path}: found a folder, wanted a file");
        }

        // Since that look it may have become a pipe.
#pragma warning disable CA2000 // The stream owns the handle.
        var file = new FileStream(Handle(path), FileAccess.Read);
#pragma warning restore CA2000
        if (file is { CanSeek: true, Length: > 0 })
        {
            return file;
        }

        file.Dispose();
        return Stream.Null;
    });

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

    private static T Read<T>(string path, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new UnreadableFileException($"{path}: the file may not be read (permission denied)", fault);
        }
        catch (IOException fault) when (fault is not (FileNotFoundException or DirectoryNotFoundException or UnreadableFileException))
        {
            throw new UnreadableFileException($"{path}: the file cannot be read ({fault.Message})", fault);
        }
    }

    // .NET opens a pipe as it opens a file, and waits.
    private static SafeFileHandle Handle(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            return File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }

        var descriptor = Open(path, ReadWithoutWaiting);
        return descriptor >= 0 ? new SafeFileHandle(descriptor, ownsHandle: true) : throw (Marshal.GetLastPInvokeError() switch
        {
            NoEntry when !Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(path))) => new DirectoryNotFoundException($"Could not find a part of the path '{path}'."),
            NoEntry => new FileNotFoundException($"Could not find file '{path}'.", path),
            NoAccess => new UnauthorizedAccessException($"Access to the path '{path}' is denied."),
            var fault => new IOException($"{Marshal.GetPInvokeErrorMessage(fault)} : '{path}'"),
        });
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Open(string path, int flags);
}
