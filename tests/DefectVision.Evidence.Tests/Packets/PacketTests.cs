using DefectVision.Evidence.Packets;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Rules: what a packet holds, that it is the same bytes each time, and that there is a whole one or none.</summary>
public sealed class PacketTests
{
    [SkippableFact]
    public void It_holds_the_documents_and_every_photo_of_items_flagged_or_found_defective()
    {
        Skip.IfNot(Fonts.AreHere, "needs a font");
        using var packet = new MadePacket(isPrinted: true);
        const string lot = MadePacket.Lot;
        string[] photos = [lot + "/002_back.jpg", lot + "/002_front.jpg", lot + "/003_front.jpg"];
        string[] originals = ["originals/exhibit-001/" + photos[0], "originals/exhibit-001/" + photos[1], "originals/exhibit-002/" + photos[2]];
        string[] wanted =
        [
            "HOW-TO-VERIFY.md", "SHA256SUMS", "agreement.yaml", "analysis-plan.json", "confirmed.csv", "custody.jsonl", "defect-log.csv", "documents/lab/report 7.pdf", "draw.csv", "manifest.jsonl", "measurements.csv", "model-card.md",
            "report.html", "report.pdf", "results.jsonl", "seal.json", "summary.json", "tests.csv", "third-party.csv", .. originals, .. originals.Select(PacketNames.ProofOf),
        ];
        Assert.Equal(wanted.Order(StringComparer.Ordinal), packet.Names);
        Assert.Empty(packet.Made.Missing);
        Assert.All(originals.Zip(photos), pair => Assert.Equal(File.ReadAllBytes(Path.Combine(packet.Shipment, pair.Second)), packet.Bytes(pair.First)));
    }

    [Fact]
    public void All_originals_are_all_photos()
    {
        using var packet = new MadePacket();
        Assert.Equal(4, MadePacket.Make(packet.Options with { Originals = OriginalsWanted.All, Overwrite = true }).Photos);
        Assert.True(packet.Check().Holds);
    }

    [Fact]
    public void What_is_attached_to_an_exhibit_or_to_a_lot_goes_with_it()
    {
        using var packet = new MadePacket(isAttached: true);
        Assert.Equal("002.mp4", packet.Text($"originals/exhibit-001/{MadePacket.Lot}/002.mp4"));
        Assert.Equal("packing.pdf", packet.Text($"originals/no-exhibit/{MadePacket.Lot}/packing.pdf"));
        Assert.DoesNotContain(packet.Names, name => name.EndsWith("001.mp4", StringComparison.Ordinal));
        Assert.True(packet.Check().Holds);
    }

    [Fact]
    public void The_photos_of_an_exhibit_share_its_number_and_a_photo_of_no_exhibit_has_none()
    {
        using var packet = new MadePacket();
        MadePacket.Make(packet.Options with { Originals = OriginalsWanted.All, Overwrite = true });
        var numbers = ExhibitNumbers.Of(packet.Options.Record);
        var photos = packet.Text(PacketNames.Manifest).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => ManifestEntry.Parse(System.Text.Encoding.UTF8.GetBytes(line))).Where(entry => entry.Photo is not null).ToList();
        Assert.Equal([1, 1, 2, null], photos.Select(entry => entry.Photo!.Exhibit));
        Assert.All(photos, entry => Assert.Equal(numbers.Of(entry.Photo!.Lot!, entry.Photo.Item!), entry.Photo.Exhibit));
        Assert.StartsWith("originals/no-exhibit/" + MadePacket.Lot, photos[^1].Path, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_run_gives_the_same_bytes()
    {
        using var first = new MadePacket();
        using var second = new MadePacket();
        Assert.Equal(first.Names, second.Names);
        Assert.All(first.Names, name => Assert.Equal(first.Bytes(name), second.Bytes(name)));
    }

    [Fact]
    public void What_is_missing_is_said_in_the_log()
    {
        using var packet = new MadePacket();
        var made = MadePacket.Make(packet.Options with { AgreementFile = null, ModelFile = null, Overwrite = true });
        Assert.Contains(made.Missing, sentence => sentence.StartsWith("agreement.yaml: the inspection rests on it", StringComparison.Ordinal));
        Assert.Contains("left out: model-card.md", packet.Text(PacketNames.Custody), StringComparison.Ordinal);
        Assert.True(packet.Check().Holds);
    }

    [Fact]
    public void A_document_that_is_not_at_hand_is_said_and_one_that_was_changed_makes_no_packet()
    {
        using var packet = new MadePacket();
        File.WriteAllText(packet.At("lab/report 7.pdf"), "another report");
        Assert.Contains("documents/lab/report 7.pdf: found SHA-256", Assert.Throws<PacketException>(() => MadePacket.Make(packet.Options with { Overwrite = true })).Message, StringComparison.Ordinal);
        File.Delete(packet.At("lab/report 7.pdf"));
        var made = MadePacket.Make(packet.Options with { Overwrite = true });
        Assert.Contains(made.Missing, sentence => sentence.StartsWith("documents/lab/report 7.pdf: tests.csv names it", StringComparison.Ordinal));
        Assert.True(packet.Check().Holds);
    }

    [Fact]
    public void Who_is_the_buyer_of_the_agreement_unless_told()
    {
        using var packet = new MadePacket();
        Assert.Contains("\"by\":\"Example Imports\"", packet.Text(PacketNames.Custody), StringComparison.Ordinal);
        MadePacket.Make(packet.Options with { By = "somebody", Overwrite = true });
        Assert.Contains("\"by\":\"somebody\"", packet.Text(PacketNames.Custody), StringComparison.Ordinal);
    }

    [Fact]
    public void A_photo_that_was_changed_since_it_was_scored_makes_no_packet_and_the_old_one_stays()
    {
        using var packet = new MadePacket();
        File.WriteAllText(Path.Combine(packet.Shipment, MadePacket.Lot, "002_front.jpg"), "changed");
        var fault = Assert.Throws<PacketException>(() => MadePacket.Make(packet.Options with { Overwrite = true }));
        Assert.Contains("002_front.jpg: found SHA-256", fault.Message, StringComparison.Ordinal);
        Assert.True(packet.Check().Holds);
        Assert.False(Directory.Exists(packet.Folder + ".part"));
    }

    [Fact]
    public void Outputs_of_two_runs_make_no_packet()
    {
        using var packet = new MadePacket();
        File.AppendAllText(Path.Combine(packet.Inspection, EvidenceWriter.DefectLogName), "x\r\n");
        Assert.Contains("one run", Assert.Throws<PacketException>(() => MadePacket.Make(packet.Options with { Overwrite = true })).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_packet_is_not_replaced_unless_asked()
    {
        using var packet = new MadePacket();
        Assert.Throws<PacketExistsException>(() => MadePacket.Make(packet.Options));
    }

    [SkippableFact]
    public void Where_nothing_can_be_written_nothing_is_left()
    {
        Skip.IfNot(OperatingSystem.IsLinux(), "needs a device that is always full");
        using var packet = new MadePacket();
        Directory.Delete(packet.Folder, recursive: true);
        File.WriteAllText(packet.Folder + ".part", "a file where the folder should be");
        Assert.ThrowsAny<IOException>(() => MadePacket.Make(packet.Options));
        Assert.False(Directory.Exists(packet.Folder));
    }

    [Theory]
    [InlineData("004 front.jpg", "004 front.jpg")]
    [InlineData("-rf.jpg", "_-rf.jpg")]
    [InlineData("con.jpg", "_con.jpg")]
    [InlineData("a\nb\\c\u202Egpj.exe", "a_b_c_gpj.exe")]
    [InlineData("图 1.jpg", "图 1.jpg")]
    [InlineData("..", "_")]
    [InlineData("", "_")]
    public void A_name_is_kept_where_every_system_can_keep_it(string name, string safe) => Assert.Equal("LOT/" + safe, new SafePath().Of(["LOT", name]));

    [Fact]
    public void Names_that_differ_in_case_only_stay_two()
    {
        var paths = new SafePath();
        Assert.Equal(["a/x.jpg", "a/X~2.jpg", "A/x~3.jpg"], [paths.Of(["a", "x.jpg"]), paths.Of(["a", "X.jpg"]), paths.Of(["A", "x.jpg"])]);
    }

    [SkippableFact]
    public void A_photo_with_an_odd_name_goes_in_and_holds()
    {
        Skip.If(OperatingSystem.IsWindows(), "that system has no such names");
        using var packet = new MadePacket("004\n\\odd.jpg");
        Assert.Contains(packet.Names, name => name.StartsWith(PacketNames.Originals, StringComparison.Ordinal) && name.EndsWith(MadePacket.Lot + "/004__odd.jpg", StringComparison.Ordinal));
        Assert.True(packet.Check().Holds);
    }
}
