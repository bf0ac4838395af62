using System.IO.Compression;
using DefectVision.Evidence.Packets;

namespace DefectVision.Fuzz.Targets;

/// <summary>
/// A packet that somebody meddled with: a whole zip, or one file in place of that of a good packet, signed, stamped and redacted. It ends by <see cref="PacketException"/>
/// where it is none; all else is among the findings.
/// </summary>
internal static class PacketTarget
{
    /// <summary>Of the good packet, beside the program.</summary>
    private const string FileName = "packet.zip";

    public static FuzzTarget Make()
    {
        var folder = Directory.CreateTempSubdirectory("fuzz-packet").FullName;
        var whole = Whole();
        var inner = whole.Where(file => !IsAround(file.Key)).ToDictionary(StringComparer.Ordinal);
        return new FuzzTarget("packet", input => Read(Path.Combine(folder, "input"), whole, inner, input));
    }

    /// <summary>Every file of the good packet by its name.</summary>
    public static IReadOnlyDictionary<string, byte[]> Whole()
    {
        using var zip = ZipFile.OpenRead(Path.Combine(AppContext.BaseDirectory, FileName));
        return zip.Entries.ToDictionary(entry => entry.FullName, Content, StringComparer.Ordinal);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    // What lies around the seal is checked with it alone: its arithmetic takes longer than all else together.
    private static bool IsAround(string name) => name is PacketNames.Signature or PacketNames.LaterCustody || PacketNames.TimestampNumber(name) is not null;

    /// <param name="file">Where an input can be put that must be a file.</param>
    /// <param name="whole">The good packet.</param>
    /// <param name="inner">The same without signature and timestamps.</param>
    private static void Read(string file, IReadOnlyDictionary<string, byte[]> whole, IReadOnlyDictionary<string, byte[]> inner, byte[] input)
    {
        try
        {
            if (input.AsSpan().StartsWith("PK"u8))
            {
                File.WriteAllBytes(file, input);
                PacketCheck.OfExhibit(file, file, file, new CheckOptions());
                PacketCheck.Of(file, new CheckOptions(), CancellationToken.None);
                return;
            }

            var (name, content) = NamedContent.Of(input);
            using var source = new MeddledSource(IsAround(name) ? whole : inner, name, content);
            PacketCheck.Of(source, new CheckOptions(), CancellationToken.None);
            if (name.StartsWith(PacketNames.Proofs, StringComparison.Ordinal))
            {
                File.WriteAllBytes(file, content);
                foreach (var _ in ExhibitCheck.Of(Seal.Parse(whole[PacketNames.Seal]), file, file))
                {
                    // What it says is not asked for.
                }
            }
        }
        catch (PacketException)
        {
            // What is no packet is refused.
        }
    }
}
