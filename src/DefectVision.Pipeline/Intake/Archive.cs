using System.IO.Compression;
using DefectVision.Imaging;

namespace DefectVision.Pipeline.Intake;

/// <summary>A zip of photos, unpacked into a folder: all of it or nothing.</summary>
public static class Archive
{
    /// <summary>An archive of more entries is not unpacked.</summary>
    public const int MostEntries = 100_000;

    /// <summary>An archive that would need more bytes on disk is not unpacked.</summary>
    public const long MostBytes = 64L << 30;

    // Photos hardly shrink. What grows more than this is made to fill a disk.
    private const long MostGrowth = 100;
    private const long AlwaysAllowed = 64L << 20;

    private static readonly Dictionary<string, string> Closed = new(StringComparer.OrdinalIgnoreCase)
    {
        [".rar"] = "unrar x",
        [".7z"] = "7z x",
        [".tar"] = "tar xf",
        [".gz"] = "tar xzf",
        [".tgz"] = "tar xzf",
    };

    /// <summary>Whether a name is that of a zip.</summary>
    public static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>What to do with an archive that is not opened; null for any other file.</summary>
    internal static string? Advice(string name) =>
        Closed.TryGetValue(Path.GetExtension(name), out var command) ? $"an archive that is not opened: unpack it ({command}) and inspect again" : null;

    /// <summary>Whether it holds a file with the ending of a photo.</summary>
    /// <exception cref="IntakeException">It is no zip that can be read.</exception>
    internal static bool HoldsPhotos(string file) => Reading(file, zip => zip.Entries.Any(entry => PhotoName.PromisesPhoto(entry.FullName)));

    /// <summary>Unpacks a zip. A single folder in it that is called like the zip is left out of the paths.</summary>
    /// <param name="file">The zip.</param>
    /// <param name="folder">Made anew; what was there is deleted.</param>
    /// <exception cref="IntakeException">It is damaged or encrypted, holds too much, or a path in it leads out of it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public static void Unpack(string file, string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        try
        {
            Reading(file, zip =>
            {
                Write(zip, file, folder);
                return true;
            });
        }
        catch (IntakeException)
        {
            if (Directory.Exists(folder))
            {
                Directory.Delete(folder, recursive: true);
            }

            throw;
        }
    }

    private static void Write(ZipArchive zip, string file, string folder)
    {
        var entries = zip.Entries.Where(entry => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\')).Select(entry => (Entry: entry, Path: Inside(entry.FullName, file))).ToList();
        if (entries.Count > MostEntries)
        {
            throw Wrong(file, $"holds {entries.Count} files, more than {MostEntries}");
        }

        var names = entries.Select(entry => entry.Path).Concat(entries.SelectMany(entry => FoldersOf(entry.Path)).Distinct(StringComparer.Ordinal));
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(alike => alike.Skip(1).Any()) is { Key: var twice })
        {
            throw Wrong(file, $"holds '{twice}' twice");
        }

        var top = Path.GetFileNameWithoutExtension(file) + "/";
        var cut = entries.Count > 0 && entries.All(entry => entry.Path.StartsWith(top, StringComparison.Ordinal)) ? top.Length : 0;
        var left = Math.Min(MostBytes, Math.Max(AlwaysAllowed, new FileInfo(file).Length * MostGrowth));
        var buffer = new byte[1 << 16];
        foreach (var (entry, path) in entries)
        {
            var target = Path.Combine(folder, path[cut..]);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            using var packed = entry.Open();
            using var plain = new FileStream(target, FileMode.CreateNew);
            for (int read; (read = packed.Read(buffer)) > 0; plain.Write(buffer, 0, read))
            {
                left -= read;
                if (left < 0)
                {
                    throw Wrong(file, $"unpacks to far more bytes than photos do");
                }
            }
        }
    }

    private static IEnumerable<string> FoldersOf(string path)
    {
        for (var at = path.IndexOf('/', StringComparison.Ordinal); at > 0; at = path.IndexOf('/', at + 1))
        {
            yield return path[..at];
        }
    }

    private static string Inside(string name, string file)
    {
        var slashed = name.Replace('\\', '/');
        var parts = slashed.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return slashed.StartsWith('/') || parts.Contains("..") || slashed.Contains('\0') || (slashed.Length > 1 && slashed[1] == ':')
            ? throw Wrong(file, $"holds the path '{slashed}', which leads out of it")
            : string.Join('/', parts.Where(part => part != "."));
    }

    private static T Reading<T>(string file, Func<ZipArchive, T> read)
    {
        try
        {
            var names = new NameEncoding();
            using (var zip = Opened(file, names))
            {
                _ = zip.Entries.Count;
            }

            using var named = Opened(file, names);
            return read(named);
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException)
        {
            throw new IntakeException($"{Path.GetFileName(file)}: this zip is damaged, encrypted or of a kind that is not read; unpack it and inspect again", fault);
        }
    }

    private static ZipArchive Opened(string file, NameEncoding names) =>
        new(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read), ZipArchiveMode.Read, leaveOpen: false, names);

    private static IntakeException Wrong(string file, FormattableString what) => new(FormattableString.Invariant($"{Path.GetFileName(file)}: this zip {FormattableString.Invariant(what)}; unpack it yourself, look at it and inspect the folder"));
}
