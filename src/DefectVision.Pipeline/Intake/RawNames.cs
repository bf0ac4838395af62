using System.Runtime.InteropServices;
using System.Text;
using DefectVision.Imaging;
using DefectVision.Inspection;
using Microsoft.Win32.SafeHandles;

namespace DefectVision.Pipeline.Intake;

/// <summary>Files and folders on Linux whose names are no UTF-8, as a Chinese Windows zip leaves them. .NET cannot open them by name, so they are copied under names that it can.</summary>
internal static partial class RawNames
{
    // struct dirent of Linux on 64 bits: d_ino 8, d_off 8, d_reclen 2, d_type 1, d_name.
    private const int TypeAt = 18;
    private const int NameAt = 19;
    private const byte Folder = 4;
    private const byte Plain = 8;
    private const int ReadOnlyCloseOnExec = 0x80000;

    /// <summary>Copies what a folder holds under names that are no UTF-8; none where the system keeps no such names.</summary>
    /// <param name="folder">Its full path.</param>
    /// <param name="targetOf">The full path to copy to by the name that was read; null: leave it.</param>
    /// <param name="bytesOf">Given, by the full path of each copied file, the bytes of the path that it was copied from.</param>
    /// <returns>Each name as .NET garbles it, and as it was read.</returns>
    /// <exception cref="IOException">A copy cannot be written.</exception>
    public static IReadOnlyList<(string Garbled, string Name)> Copied(string folder, Func<string, string?> targetOf, Dictionary<string, byte[]> bytesOf)
    {
        if (!OperatingSystem.IsLinux() || !Environment.Is64BitProcess)
        {
            return [];
        }

        var bytes = Encoding.UTF8.GetBytes(folder);
        var copied = new List<(string Garbled, string Name)>();
        foreach (var (raw, type) in Entries(bytes).Where(entry => !NameBytes.IsText(entry.Name)))
        {
            if (NameBytes.Chinese(raw) is { } name && targetOf(name) is { } target && Copy([.. bytes, (byte)'/', .. raw], type, target, bytesOf))
            {
                copied.Add((Encoding.UTF8.GetString(raw), name));
            }
        }

        return copied;
    }

    private static bool Copy(byte[] path, byte type, string target, Dictionary<string, byte[]> bytesOf)
    {
        if (type == Folder)
        {
            Directory.CreateDirectory(target);
            foreach (var (raw, kind) in Entries(path))
            {
                var name = NameBytes.Readable(raw);
                var (from, to) = ((byte[])[.. path, (byte)'/', .. raw], Path.Combine(target, name));
                if (!Copy(from, kind, to, bytesOf) && PhotoName.PromisesPhoto(name))
                {
                    // A link, or a file that may not be read: an empty file is named as unreadable, a missing one would be lost.
                    File.WriteAllBytes(to, []);
                    bytesOf[to] = from;
                }
            }

            return true;
        }

        if (type != Plain || Open([.. path, 0], ReadOnlyCloseOnExec) is not (>= 0 and var descriptor))
        {
            return false;
        }

        using var handle = new SafeFileHandle(descriptor, ownsHandle: true);
        using var source = new FileStream(handle, FileAccess.Read);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        using var copy = new FileStream(target, FileMode.Create);
        source.CopyTo(copy);
        bytesOf[target] = path;
        return true;
    }

    private static List<(byte[] Name, byte Type)> Entries(byte[] folder)
    {
        var entries = new List<(byte[] Name, byte Type)>();
        var stream = OpenFolder([.. folder, 0]);
        if (stream == 0)
        {
            return entries;
        }

        for (var entry = ReadFolder(stream); entry != 0; entry = ReadFolder(stream))
        {
            var name = new List<byte>();
            for (var at = NameAt; Marshal.ReadByte(entry, at) is not 0 and var letter; at++)
            {
                name.Add(letter);
            }

            if (name is not ([(byte)'.'] or [(byte)'.', (byte)'.']))
            {
                entries.Add(([.. name], Marshal.ReadByte(entry, TypeAt)));
            }
        }

        _ = CloseFolder(stream);
        return [.. entries.OrderBy(entry => Convert.ToHexString(entry.Name), StringComparer.Ordinal)];
    }

    [LibraryImport("libc", EntryPoint = "opendir")]
    private static partial nint OpenFolder(byte[] path);

    [LibraryImport("libc", EntryPoint = "readdir")]
    private static partial nint ReadFolder(nint stream);

    [LibraryImport("libc", EntryPoint = "closedir")]
    private static partial int CloseFolder(nint stream);

    [LibraryImport("libc", EntryPoint = "open")]
    private static partial int Open(byte[] path, int flags);
}
