namespace DefectVision.Hostile.Making;

/// <summary>A folder that is being filled, and what an inspection has to account for in it.</summary>
/// <param name="root">Full path.</param>
internal sealed class Shelf(string root)
{
    private readonly SortedDictionary<string, int> _kinds = new(StringComparer.Ordinal);

    /// <summary>Full path of the folder.</summary>
    public string Root => root;

    /// <summary>Every path that the record has to name exactly once, as it is read.</summary>
    public HashSet<string> Expected { get; } = new(StringComparer.Ordinal);

    /// <summary>Files whose names are no UTF-8: each has to be in the record once, by the name that was made of its bytes.</summary>
    public int Raw { get; private set; }

    /// <summary>How many files of each kind.</summary>
    public IReadOnlyDictionary<string, int> Kinds => _kinds;

    /// <summary>All of them.</summary>
    public int Count => _kinds.Values.Sum();

    /// <summary>Writes a file.</summary>
    public string Put(string kind, string path, ReadOnlySpan<byte> content)
    {
        var full = New(kind, path);
        using var file = new FileStream(full, FileMode.CreateNew);
        file.Write(content);
        return full;
    }

    /// <summary>Writes a file under a name of any bytes, in a folder whose own name is text.</summary>
    public void PutRaw(string kind, string folder, byte[] name, ReadOnlySpan<byte> content)
    {
        var full = Full($"{folder}/to-be-renamed");
        File.WriteAllBytes(full, content);
        Libc.Rename(full, name);
        Raw++;
        Count1(kind);
    }

    /// <summary>A full path at which the caller makes something that is no plain file.</summary>
    public string New(string kind, string path)
    {
        if (!Expected.Add(path))
        {
            throw new InvalidOperationException($"{path}: put twice");
        }

        Count1(kind);
        return Full(path);
    }

    /// <summary>Something that the record has to name beside the files: what comes out of a zip, a folder that cannot be listed.</summary>
    public void Expect(string path) => Expected.Add(path);

    /// <summary>The full path of a place, whose folder is made.</summary>
    public string Full(string path)
    {
        var full = Path.Combine(root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }

    private void Count1(string kind) => _kinds[kind] = _kinds.GetValueOrDefault(kind) + 1;
}
