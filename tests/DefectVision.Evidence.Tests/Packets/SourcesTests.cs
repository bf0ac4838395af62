using System.Text;
using System.Text.Json;
using DefectVision.Evidence.Packets;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Rule: a packet ties each photo to the file that the inspector had: the name of it byte by byte where it is no UTF-8, and the zip that it came out of.</summary>
public sealed class SourcesTests : IDisposable
{
    private const string Name = "002_front.jpg";
    private static readonly string Digest = new('a', 64);

    // 批次-丙 in GBK (GB 2312): 批 C5FA, 次 B4CE, 丙 B1FB.
    private const string Bytes = "PO-4711/%C5%FA%B4%CE-%B1%FB/" + Name;

    private readonly MadePacket _packet = new(how: record => record with
    {
        NameBytes = new Dictionary<string, string> { [$"{MadePacket.Lot}/{Name}"] = Bytes },
        GivenAs = new ShipmentArchive("PO-4711.zip", 77, Digest),
    });

    public void Dispose() => _packet.Dispose();

    [Fact]
    public void The_manifest_has_the_bytes_of_a_name_and_every_photo_its_zip()
    {
        var photos = Lines.Of(_packet.Bytes(PacketNames.Manifest)).Select(line => JsonDocument.Parse(line).RootElement).Where(line => line.TryGetProperty("source", out _)).ToList();
        var named = photos.Where(photo => photo.TryGetProperty("source_bytes", out _)).ToList();
        Assert.Equal((MadePacket.Lot + "/" + Name, Bytes), (Assert.Single(named).GetProperty("source").GetString(), named[0].GetProperty("source_bytes").GetString()));
        Assert.All(photos, photo => Assert.Equal("PO-4711.zip", photo.GetProperty("archive").GetString()));
        Assert.Contains($"\"before\":\"{Digest}\"", _packet.Text(PacketNames.Custody), StringComparison.Ordinal);
        Assert.Contains(Digest, _packet.Text(EvidenceWriter.SummaryName), StringComparison.Ordinal);
        Assert.Contains(Digest, _packet.Text(EvidenceWriter.ReportName), StringComparison.Ordinal);
        var check = _packet.Check();
        Assert.True(check.Holds);
        Assert.Equal("photos whose names are kept as bytes: 1, each gives its path; zips that were unpacked: 1, each with one digest in all files", check.Parts.Single(part => part.Part == "sources").Detail);
        Assert.All(Lines.Of(_packet.Bytes(PacketNames.Manifest)), line => Assert.Empty(SchemaCheck.Shipped("manifest-1.schema.json").Faults(JsonDocument.Parse(line).RootElement)));
    }

    [Theory]
    [InlineData("%B1%FB/002", "%B1%FA/002", "which is not that of")]
    [InlineData("%C5%FA", "%c5%fa", "which is not that of")]
    [InlineData("\"archive\":\"PO-4711.zip\"", "\"archive\":\"PO-4712.zip\"", "which summary.json does not name")]
    public void Somebody_who_makes_everything_anew_with_another_source_is_caught(string found, string by, string says)
    {
        var manifest = _packet.Text(PacketNames.Manifest);
        Assert.Contains(found, manifest, StringComparison.Ordinal);
        _packet.Put(PacketNames.Manifest, manifest.Replace(found, by, StringComparison.Ordinal));
        Forger.Reseal(_packet);
        _packet.Catches(MadePacket.FlaggedPhoto, says);
    }

    [Fact]
    public void A_zip_whose_digest_the_log_does_not_have_is_caught()
    {
        _packet.Put(EvidenceWriter.SummaryName, _packet.Text(EvidenceWriter.SummaryName).Replace(Digest, new string('b', 64), StringComparison.Ordinal));
        Forger.Reseal(_packet);
        _packet.Catches(PacketNames.Custody, $"no line has PO-4711.zip with SHA-256 {new string('b', 64)}");
    }

    // Which no file of a shipment has: nothing is said of names and zips.
    [Fact]
    public void Where_all_names_are_text_and_nothing_was_unpacked_nothing_is_said()
    {
        using var plain = new MadePacket();
        Assert.DoesNotContain(plain.Check().Parts, part => part.Part == "sources");
        Assert.DoesNotContain("source_bytes", Encoding.UTF8.GetString(plain.Bytes(PacketNames.Manifest)), StringComparison.Ordinal);
        Assert.DoesNotContain("\"archive\"", Encoding.UTF8.GetString(plain.Bytes(PacketNames.Manifest)), StringComparison.Ordinal);
    }
}
