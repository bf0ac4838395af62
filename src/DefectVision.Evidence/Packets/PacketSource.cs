namespace DefectVision.Evidence.Packets;

/// <summary>A packet's files, in a folder or in an archive.</summary>
internal abstract class PacketSource : IDisposable
{
    // No file of a packet that is read whole is larger in earnest: the largest is the list of results, or a photo.
    private const long MostBytes = 256L << 20;

    /// <summary>Files of a packet at most: a hundred thousand photos with their proofs are fewer.</summary>
    protected const int MostFiles = 500_000;

    /// <summary>What is wrong with a folder that holds no file of the packet.</summary>
    protected const string EmptyFolder = "added: found a folder that holds no file";

    private HashSet<string>? _known;

    /// <summary>Paths with '/', in ordinal order.</summary>
    public abstract IReadOnlyList<string> Names { get; }

    /// <summary>What lies there and is no plain file of its own, and why.</summary>
    public abstract IReadOnlyList<(string Name, string Fault)> Faults { get; }

    public bool Has(string name) => (_known ??= new HashSet<string>(Names, StringComparer.Ordinal)).Contains(name);

    public abstract Stream Open(string name);

    /// <exception cref="InvalidDataException">The file is an archive that cannot be read.</exception>
    /// <exception cref="FileNotFoundException">There is neither.</exception>
    public static PacketSource At(string path) => Directory.Exists(path) ? new FolderSource(path)
        : File.Exists(path) ? ArchiveSource.Of(path)
        : throw new FileNotFoundException($"{path}: no such packet");

    /// <exception cref="InvalidDataException">The file is too large to be one of a packet, or cannot be unpacked.</exception>
    public byte[] Read(string name)
    {
        using var stream = Open(name);
        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            content.Write(buffer, 0, read);
            if (content.Length > MostBytes)
            {
                throw new InvalidDataException(FormattableString.Invariant($"{name}: found more than {MostBytes:N0} bytes"));
            }
        }

        return content.ToArray();
    }

    /// <summary>Every folder that files lie in.</summary>
    protected static HashSet<string> FoldersOf(IEnumerable<string> names)
    {
        var folders = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            for (var slash = name.LastIndexOf('/'); slash > 0 && folders.Add(name[..slash]); slash = name.LastIndexOf('/', slash - 1))
            {
            }
        }

        return folders;
    }

    public abstract void Dispose();
}
