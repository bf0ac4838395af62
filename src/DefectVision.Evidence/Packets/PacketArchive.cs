using System.IO.Compression;

namespace DefectVision.Evidence.Packets;

/// <summary>A packet as one zip: the same bytes each time, because nothing in it is compressed, dated or owned.</summary>
public static class PacketArchive
{
    private const string Unfinished = ".part";

    // The earliest that a zip can say, and read and write for the owner, read for others, as a plain file of Unix.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private const int PlainFile = unchecked((int)(0x81A4u << 16));

    /// <param name="packetFolder">A packet.</param>
    /// <param name="file">To write; one that is there is replaced.</param>
    /// <exception cref="PacketException">The folder is no packet that holds.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static void Write(string packetFolder, string file, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(file);
        Imaging.PlainFile.CheckPlace(file);
        using var source = PacketSource.At(packetFolder);
        if (PacketCheck.Of(source, new CheckOptions(), cancel).Parts.FirstOrDefault(part => part.Answer == CheckAnswer.Fails) is { } broken)
        {
            throw new PacketException($"{broken.Part}: {broken.Detail}; wanted a packet that holds");
        }

        var temporary = file + Unfinished;
        try
        {
            using (var stream = new FileStream(temporary, FileMode.Create, FileAccess.ReadWrite, FileShare.None))
            {
                Write(source, stream, cancel);
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Every byte of an archive that <see cref="Write(string, string, CancellationToken)"/> made follows from its files; another packer's does not.</summary>
    internal static IEnumerable<CheckedPart> Check(ArchiveSource source, string file, CancellationToken cancel)
    {
        // Nothing is compressed in an archive of ours: it is never smaller than its files, and what is written here never larger than it.
        if (source.Unpacked > new FileInfo(file).Length)
        {
            return [OfOthers];
        }

        using var found = File.OpenRead(file);
        using var again = new ComparedStream(found);
        Write(source, again, cancel);
        return [again.IsSame ? CheckedPart.Holds("archive", "every byte of it follows from its files") : OfOthers];
    }

    private static CheckedPart OfOthers { get; } =
        CheckedPart.NotChecked("archive", "it is not packed as packet export packs: its files were checked, what else the archive holds (times, remarks, order) was not");

    private static void Write(PacketSource source, Stream stream, CancellationToken cancel)
    {
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var name in source.Names)
        {
            cancel.ThrowIfCancellationRequested();
            var entry = archive.CreateEntry(name, CompressionLevel.NoCompression);
            entry.LastWriteTime = NoTime;
            entry.ExternalAttributes = PlainFile;
            using var from = source.Open(name);
            using var to = entry.Open();
            from.CopyTo(to);
        }
    }
}
