namespace DefectVision.Evidence.Packets;

/// <summary>A folder under a temporary name that takes its own when it is whole, and vanishes when it is not.</summary>
internal sealed class PacketFolder : IDisposable
{
    private const string Unfinished = ".part";
    private const string Replaced = ".old";

    private readonly string _path;
    private bool _isPublished;

    public PacketFolder(string path)
    {
        _path = path;
        Remove(Temporary);
        Directory.CreateDirectory(Temporary);
    }

    public string Temporary => _path + Unfinished;

    public void Write(string name, ReadOnlySpan<byte> content)
    {
        var path = Path.Combine(Temporary, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    public void Publish()
    {
        var old = _path + Replaced;
        Remove(old);
        if (Directory.Exists(_path))
        {
            Directory.Move(_path, old);
        }

        Directory.Move(Temporary, _path);
        _isPublished = true;
        Remove(old);
    }

    public void Dispose()
    {
        if (!_isPublished)
        {
            Remove(Temporary);
        }
    }

    private static void Remove(string folder)
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
