using System.IO.Compression;
using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Rules: one zip, the same bytes each time, checked as it is.</summary>
public sealed class ArchiveTests : IDisposable
{
    private readonly MadePacket _packet = new();

    public void Dispose() => _packet.Dispose();

    [Fact]
    public void Two_exports_are_the_same_bytes_whatever_the_files_times_and_hold()
    {
        var (one, two) = (Export("one.zip"), _packet.At("two.zip"));
        foreach (var name in _packet.Names)
        {
            File.SetLastWriteTimeUtc(_packet.InPacket(name), new DateTime(2001, 2, 3, 4, 5, 6, DateTimeKind.Utc));
        }

        PacketArchive.Write(_packet.Folder, two, CancellationToken.None);
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(two));
        var findings = Check(one);
        Assert.True(findings.Holds);
        Assert.Contains(findings.Parts, part => part is { Part: "archive", Answer: CheckAnswer.Holds });
    }

    [Fact]
    public void A_packet_that_does_not_hold_is_not_packed()
    {
        _packet.Flip(PacketNames.Manifest, 3);
        Assert.Throws<PacketException>(() => Export("one.zip"));
        Assert.False(File.Exists(_packet.At("one.zip")) || File.Exists(_packet.At("one.zip.part")));
    }

    [Fact]
    public void A_flipped_bit_anywhere_in_the_archive_is_never_said_to_hold_whole()
    {
        var file = Export("one.zip");
        var whole = File.ReadAllBytes(file);
        for (var at = 0; at < whole.Length; at += 97)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= 1;
            File.WriteAllBytes(file, flipped);
            var findings = Check(file);
            Assert.True(!findings.Holds || findings.Parts.Any(part => part is { Part: "archive", Answer: CheckAnswer.NotChecked }), $"byte {at}");
        }
    }

    [Fact]
    public void A_packet_packed_by_another_program_holds_and_what_was_not_checked_is_said()
    {
        ZipFile.CreateFromDirectory(_packet.Folder, _packet.At("other.zip"), CompressionLevel.Optimal, includeBaseDirectory: true);
        var findings = Check(_packet.At("other.zip"));
        Assert.True(findings.Holds, string.Join('\n', findings.Parts.Where(part => part.Answer == CheckAnswer.Fails)));
        Assert.Contains(findings.Parts, part => part is { Part: "archive", Answer: CheckAnswer.NotChecked });
    }

    [Fact]
    public void A_name_that_stands_twice_does_not_hold()
    {
        var file = Export("one.zip");
        using (var archive = ZipFile.Open(file, ZipArchiveMode.Update))
        {
            using var more = archive.CreateEntry(PacketNames.Seal).Open();
            more.WriteByte(1);
        }

        Assert.Contains(Check(file).Parts, part => part is { Part: PacketNames.Seal, Answer: CheckAnswer.Fails } && part.Detail.Contains("twice", StringComparison.Ordinal));
    }

    private static PacketFindings Check(string file) => PacketCheck.Of(file, new CheckOptions(), CancellationToken.None);

    private string Export(string name)
    {
        var file = _packet.At(name);
        PacketArchive.Write(_packet.Folder, file, CancellationToken.None);
        return file;
    }
}
