using System.Security.Cryptography;
using DefectVision.Imaging;

namespace DefectVision.Evidence;

/// <summary>Name and lower-case hex SHA-256 of an output.</summary>
internal sealed record FileDigest(string Name, string Sha256)
{
    public static FileDigest Of(string folder, string name)
    {
        using var stream = File.OpenRead(Path.Combine(folder, name));
        return new FileDigest(name, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }
}

/// <summary>Outputs under temporary names until all of them are whole.</summary>
public sealed class StagedFiles : IDisposable
{
    private const string Unfinished = ".part";
    private const int BufferBytes = 1 << 16;

    private readonly string _folder;
    private readonly List<string> _names = [];

    public StagedFiles(string folder)
    {
        _folder = folder;
        Directory.CreateDirectory(folder);
    }

    public void Stage(string name, Action<Stream> write)
    {
        PlainFile.CheckPlace(Path.Combine(_folder, name));
        _names.Add(name);
        using var stream = new FileStream(Temporary(name), FileMode.Create, FileAccess.ReadWrite, FileShare.None, BufferBytes);
        write(stream);
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Two outputs that are written at once; the second is left out when <paramref name="write"/> says that there is none.</summary>
    public void Stage(string name, string other, Func<Stream, Stream, bool> write)
    {
        var isWritten = false;
        Stage(name, first => Stage(other, second => isWritten = write(first, second)));
        if (!isWritten)
        {
            File.Delete(Temporary(other));
            _names.Remove(other);
            File.Delete(Path.Combine(_folder, other));
        }
    }

    /// <summary>Of the files staged so far.</summary>
    internal IReadOnlyList<FileDigest> Digests() => [.. _names.Select(Digest)];

    public IReadOnlyList<string> Publish()
    {
        var paths = new List<string>(_names.Count);
        foreach (var name in _names)
        {
            var path = Path.Combine(_folder, name);
            File.Move(Temporary(name), path, overwrite: true);
            paths.Add(path);
        }

        return paths;
    }

    /// <summary>Takes away what was staged and not published.</summary>
    public void Dispose()
    {
        foreach (var name in _names)
        {
            File.Delete(Temporary(name));
        }
    }

    private string Temporary(string name) => Path.Combine(_folder, name + Unfinished);

    private FileDigest Digest(string name) => FileDigest.Of(_folder, name + Unfinished) with { Name = name };
}
