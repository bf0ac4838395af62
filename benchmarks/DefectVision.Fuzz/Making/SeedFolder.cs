using System.IO.Compression;
using DefectVision.Fuzz.Targets;

namespace DefectVision.Fuzz.Making;

/// <summary>The inputs that fuzzing begins with: a folder for each target, of what the readers read when nobody means harm.</summary>
internal static class SeedFolder
{
    /// <summary>Files of a packet of which more than the digest is read.</summary>
    private static readonly string[] Parsed = [".json", ".jsonl", ".tsr", ".p7s", "SHA256SUMS", "defect-log.csv"];

    public static void Write(string folder)
    {
        Put(folder, "photos", PhotoSeeds.All());
        Put(folder, "lists", Numbered(TextSeeds.Lists));
        Put(folder, "agreement", TextSeeds.Agreements);
        var packet = PacketTarget.Whole();
        Put(folder, "packet", [.. Numbered(packet.Where(file => Parsed.Any(ending => file.Key.EndsWith(ending, StringComparison.Ordinal))).OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new NamedContent(file.Key, file.Value))), ("small.zip", Zip(packet))]);
        Put(folder, "model", ModelSeeds.All());
        Put(folder, "labels", Numbered(LabelSeeds.All));
    }

    // A zip small enough that what is changed in it is mostly its structure.
    private static byte[] Zip(IReadOnlyDictionary<string, byte[]> packet)
    {
        var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in new[] { "seal.json", "SHA256SUMS", "manifest.jsonl" })
            {
                var entry = zip.CreateEntry(name, CompressionLevel.NoCompression);
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
                using var content = entry.Open();
                content.Write(packet[name]);
            }
        }

        return bytes.ToArray();
    }

    private static IEnumerable<(string Name, byte[] File)> Numbered(IEnumerable<NamedContent> contents) =>
        contents.Select((content, at) => (FormattableString.Invariant($"{at + 1:00}-{Path.GetFileName(content.Name)}"), content.ToInput()));

    private static void Put(string folder, string target, IEnumerable<(string Name, byte[] File)> seeds)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, target)).FullName;
        foreach (var (name, file) in seeds)
        {
            File.WriteAllBytes(Path.Combine(place, name), file);
        }
    }
}
