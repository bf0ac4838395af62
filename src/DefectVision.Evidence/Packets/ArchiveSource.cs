using System.IO.Compression;
using DefectVision.Imaging;

namespace DefectVision.Evidence.Packets;

/// <summary>A packet as a zip. Nothing is unpacked onto the disk, and no more of it than its bytes can hold in earnest.</summary>
internal sealed class ArchiveSource : PacketSource
{
    // Photos do not shrink in a zip, lists shrink to a tenth: a packet that grows beyond this was made to fill a disk.
    private const long MostGrowth = 100;
    private const long FreeBytes = 64L << 20;
    private const int UnixKind = 0xF000;
    private const int UnixFile = 0x8000;

    // MS-DOS: what some programs skip or make a folder of.
    private const int DosVolumeOrFolder = 0x18;

    private readonly ZipArchive _archive;
    private readonly Stream _file;
    private readonly Dictionary<string, (ZipArchiveEntry Entry, ZipListing Listing)> _entries = new(StringComparer.Ordinal);

    private ArchiveSource(ZipArchive archive, Stream file, IReadOnlyList<ZipListing> listings, IEnumerable<(string Name, string Fault)> told)
    {
        (_archive, _file) = (archive, file);
        var (faults, bytes) = (told.ToList(), file.Length);
        Unpacked = archive.Entries.Sum(entry => (decimal)entry.Length) is var sum && sum <= FreeBytes + ((decimal)MostGrowth * bytes) ? (long)sum
            : throw new InvalidDataException(FormattableString.Invariant($"its {bytes:N0} bytes are said to unpack to {sum:N0}, wanted {MostGrowth} times as many at most"));
        var above = Above([.. archive.Entries.Select(entry => entry.FullName)]);
        foreach (var (entry, listing) in archive.Entries.Zip(listings).Where(pair => !IsFolder(pair.First)))
        {
            var name = entry.FullName[above..];
            if (Fault(entry, name) is { } fault)
            {
                faults.Add((name, fault));
            }
            else if (!_entries.TryAdd(name, (entry, listing)))
            {
                faults.Add((name, "stands twice in the archive: who unpacks it sees one of the two"));
            }
        }

        Names = [.. _entries.Keys.Order(StringComparer.Ordinal)];
        var folders = FoldersOf(Names);
        faults.AddRange(Names.Where(folders.Contains).Select(name => (name, "is a file and a folder in one: who unpacks it sees one of the two")));
        faults.AddRange(archive.Entries.Where(IsFolder).Select(entry => entry.FullName[above..].TrimEnd('/')).Where(name => name.Length > 0 && !folders.Contains(name)).Select(name => (name, EmptyFolder)));
        Faults = faults;
    }

    private static bool IsFolder(ZipArchiveEntry entry) => entry.FullName.EndsWith('/') && entry.Length == 0;

    public override IReadOnlyList<string> Names { get; }

    public override IReadOnlyList<(string Name, string Fault)> Faults { get; }

    /// <summary>Bytes of all files, by the archive's word.</summary>
    public long Unpacked { get; }

    /// <exception cref="PacketException">The file is no archive at all.</exception>
    /// <exception cref="InvalidDataException">It is one that cannot be read, or that was made to do harm.</exception>
    public static ArchiveSource Of(string path)
    {
        var file = PlainFile.Opened(path) as FileStream
            ?? throw new PacketException($"{Path.GetFileName(path)}: found an empty file, or none that is plain, wanted a packet: its folder, or the zip of one");
        ZipArchive? archive = null;
        try
        {
            if (!ZipLayout.IsZip(file))
            {
                throw new PacketException($"{Path.GetFileName(path)}: found no zip, wanted a packet: its folder, or the zip of one");
            }

            var (files, faults) = ZipLayout.Of(file, MostFiles);
            file.Position = 0;
#pragma warning disable CA2000 // The source owns it.
            archive = new ZipArchive(file, ZipArchiveMode.Read);
#pragma warning restore CA2000
            return new ArchiveSource(archive, file, files, faults);
        }
        catch
        {
            archive?.Dispose();
            file.Dispose();
            throw;
        }
    }

    // What unpacking would do with it.
    private static string? Fault(ZipArchiveEntry entry, string name) =>
        ((entry.ExternalAttributes >> 16) & UnixKind) is not (0 or UnixFile) ? "found a link or a device, wanted a file"
        : (entry.ExternalAttributes & DosVolumeOrFolder) != 0 ? "is marked as a folder or a label of a disk, wanted a file: some programs do not unpack it"
        : entry.IsEncrypted ? "it is encrypted: nobody can check it"
        : name.Length == 0 || name.Contains('\\', StringComparison.Ordinal) || Path.IsPathRooted(name) || name.Split('/').Any(part => part is "" or "." or "..") ? "its name leads out of the packet, or nowhere"
        : null;

    // Other packers put the packet's own folder around it.
    private static int Above(IReadOnlyList<string> names) =>
        names.Count > 0 && names[0].IndexOf('/', StringComparison.Ordinal) is var slash and > 0 && names.All(name => name.StartsWith(names[0][..(slash + 1)], StringComparison.Ordinal)) ? slash + 1 : 0;

    public override Stream Open(string name)
    {
        var (_, listing) = _entries[name];
        if (listing.DataAt < 0)
        {
            throw new InvalidDataException($"{name}: the archive's list leads to no file");
        }

#pragma warning disable CA2000 // What unpacks them owns the packed bytes.
        var packed = new PackedStream(_file, listing.DataAt, listing.Packed);
        return listing.Method == ZipLayout.Stored ? new EntryStream(packed, name, listing.Size, listing.Crc, null) : new EntryStream(new DeflateStream(packed, CompressionMode.Decompress), name, listing.Size, listing.Crc, packed);
#pragma warning restore CA2000
    }

    public override void Dispose() => _archive.Dispose();
}
