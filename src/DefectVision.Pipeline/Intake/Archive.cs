using System.IO.Compression;
using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Intake;

/// <summary>A zip of photos, unpacked into a folder: all of it or nothing.</summary>
public sealed class Archive : IDisposable
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

    private readonly string _file;
    private readonly Stream _bytes;
    private readonly NameEncoding _names = new();
    private readonly ZipArchive _zip;

    private Archive(string file)
    {
        _file = file;
        _bytes = PlainFile.Opened(file);
        try
        {
            _zip = _bytes.Length == 0 ? throw new IntakeException($"{Path.GetFileName(file)}: found an empty file, wanted a zip archive") : Reading(file, () => Directed(_bytes, _names));
        }
        catch
        {
            _bytes.Dispose();
            throw;
        }
    }

    /// <summary>Whether a name is that of a zip.</summary>
    public static bool IsZip(string name) => name.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>What to do with an archive that is not opened; null for any other file.</summary>
    internal static string? Advice(string name) =>
        Closed.TryGetValue(Path.GetExtension(name), out var command) ? $"an archive that is not opened: unpack it ({command}) and inspect again" : null;

    /// <summary>Opens a zip. It is read through this one handle: what is hashed is what is unpacked.</summary>
    /// <exception cref="IntakeException">It is no zip that can be read.</exception>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="UnreadableFileException">It cannot be read.</exception>
    public static Archive Open(string file) => new(file);

    /// <summary>Size and digest of the zip.</summary>
    /// <param name="path">That it goes by in the inspection.</param>
    public ShipmentArchive Facts(string path)
    {
        _bytes.Position = 0;
        return new ShipmentArchive(path, _bytes.Length, Convert.ToHexStringLower(SHA256.HashData(_bytes)));
    }

    /// <summary>Whether it holds a file with the ending of a photo.</summary>
    public bool HoldsPhotos => _zip.Entries.Any(entry => PhotoName.PromisesPhoto(entry.FullName));

    /// <summary>Unpacks the zip. A single folder in it that is called like the zip is left out of the paths.</summary>
    /// <param name="folder">Made anew; what was there is deleted.</param>
    /// <returns>By the full path of a file the bytes of its entry's name, where they are no UTF-8.</returns>
    /// <exception cref="IntakeException">It is damaged or encrypted, holds too much, or a path in it leads out of it.</exception>
    /// <exception cref="IOException">The folder cannot be written.</exception>
    public IReadOnlyDictionary<string, byte[]> Unpack(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        try
        {
            return Reading(_file, () => Write(folder));
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

    public void Dispose()
    {
        _zip.Dispose();
        _bytes.Dispose();
    }

    private Dictionary<string, byte[]> Write(string folder)
    {
        var entries = _zip.Entries.Where(entry => !entry.FullName.EndsWith('/') && !entry.FullName.EndsWith('\\')).Select(entry => (Entry: entry, Path: Inside(entry.FullName, _file))).ToList();
        if (entries.Count > MostEntries)
        {
            throw Wrong(_file, $"holds {entries.Count} files, more than {MostEntries}");
        }

        var all = entries.Select(entry => entry.Path).Concat(entries.SelectMany(entry => FoldersOf(entry.Path)).Distinct(StringComparer.Ordinal));
        if (all.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(alike => alike.Skip(1).Any()) is { Key: var twice })
        {
            throw Wrong(_file, $"holds '{twice}' twice");
        }

        var top = Path.GetFileNameWithoutExtension(_file) + "/";
        var cut = entries.Count > 0 && entries.All(entry => entry.Path.StartsWith(top, StringComparison.Ordinal)) ? top.Length : 0;
        var left = Math.Min(MostBytes, Math.Max(AlwaysAllowed, _bytes.Length * MostGrowth));
        var buffer = new byte[1 << 16];
        var names = new Dictionary<string, byte[]>(StringComparer.Ordinal);
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
                    throw Wrong(_file, $"unpacks to far more bytes than photos do");
                }
            }

            if (_names.BytesOf(entry.FullName) is { } bytes)
            {
                names[target] = bytes;
            }
        }

        return names;
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

    private static T Reading<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is InvalidDataException or NotSupportedException)
        {
            throw new IntakeException($"{Path.GetFileName(file)}: this zip is damaged, encrypted or of a kind that is not read; unpack it and inspect again", fault);
        }
    }

    // Whether its names are Chinese is known once all were read: if one was not UTF-8, they are read again.
    private static ZipArchive Directed(Stream bytes, NameEncoding names)
    {
        var zip = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true, names);
        _ = zip.Entries.Count;
        if (!names.IsChinese)
        {
            return zip;
        }

        zip.Dispose();
        var again = new ZipArchive(bytes, ZipArchiveMode.Read, leaveOpen: true, names);
        _ = again.Entries.Count;
        return again;
    }

    private static IntakeException Wrong(string file, FormattableString what) => new(FormattableString.Invariant($"{Path.GetFileName(file)}: this zip {FormattableString.Invariant(what)}; unpack it yourself, look at it and inspect the folder"));
}
