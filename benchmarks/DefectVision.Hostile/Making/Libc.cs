using System.Runtime.InteropServices;

namespace DefectVision.Hostile.Making;

/// <summary>What .NET has no door to: pipes, devices, hard links, names that are no UTF-8 and paths that are longer than a path may be.</summary>
internal static partial class Libc
{
    private const int CharacterDevice = 0x2000;

    private const int Folder = 0x10000;

    private const int Here = -100;

    /// <summary>Makes a pipe with a name.</summary>
    public static void MakePipe(string path) => Check(MkFifo(path, 0x1B6), path);

    /// <summary>Makes a character device; only the administrator may.</summary>
    /// <returns>Whether it was made.</returns>
    public static bool MakeDevice(string path, int major, int minor) => MkNod(path, CharacterDevice | 0x1B6, (ulong)((major << 8) | minor)) == 0;

    /// <summary>Gives a file a second name.</summary>
    public static void MakeHardLink(string path, string second) => Check(Link(path, second), second);

    /// <summary>Renames a file within a folder to a name of any bytes.</summary>
    public static void Rename(string path, byte[] name)
    {
        byte[] from = [.. System.Text.Encoding.UTF8.GetBytes(path), 0];
        byte[] to = [.. System.Text.Encoding.UTF8.GetBytes(Path.GetDirectoryName(path)!), (byte)'/', .. name, 0];
        Check(RenameRaw(from, to), path);
    }

    /// <summary>Makes folders, one in the other, step by step: the whole path may be longer than the system takes.</summary>
    public static void MakeDeep(string folder, string name, int levels)
    {
        var at = OpenAt(Here, folder, Folder);
        Check(at, folder);
        for (var level = 0; level < levels; level++)
        {
            Check(MkDirAt(at, name, 0x1ED), folder);
            var next = OpenAt(at, name, Folder);
            Check(next, folder);
            _ = Close(at);
            at = next;
        }

        _ = Close(at);
    }

    private static void Check(int answer, string path)
    {
        if (answer < 0)
        {
            throw new IOException($"{path}: {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        }
    }

    [LibraryImport("libc", EntryPoint = "mkfifo", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int MkFifo(string path, uint mode);

    [LibraryImport("libc", EntryPoint = "mknod", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int MkNod(string path, uint mode, ulong device);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int Link(string path, string second);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true)]
    private static partial int RenameRaw(byte[] from, byte[] to);

    [LibraryImport("libc", EntryPoint = "openat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenAt(int folder, string path, int flags);

    [LibraryImport("libc", EntryPoint = "mkdirat", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int MkDirAt(int folder, string path, uint mode);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
