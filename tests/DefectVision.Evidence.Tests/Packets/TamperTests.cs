using System.Text;
using DefectVision.Evidence.Packets;
using DefectVision.Imaging;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Rule: whatever is done to a packet after it was sealed is caught, and the file is named.</summary>
public sealed class TamperTests : IDisposable
{
    private readonly MadePacket _packet = new();

    public void Dispose() => _packet.Dispose();

    [Fact]
    public void An_untouched_packet_holds()
    {
        var findings = _packet.Check();
        Assert.True(findings.Holds, string.Join('\n', findings.Parts.Where(part => part.Answer == CheckAnswer.Fails)));
        Assert.Equal(_packet.Made.Root, findings.Root);
    }

    [Fact]
    public void A_flipped_bit_in_any_file_is_caught_at_its_begin_middle_and_end()
    {
        foreach (var name in _packet.Names)
        {
            var whole = _packet.Bytes(name);
            foreach (var at in (int[])[0, whole.Length / 2, whole.Length - 1])
            {
                _packet.Flip(name, at);
                var failing = _packet.Check().Parts.Where(part => part.Answer == CheckAnswer.Fails).ToList();
                Assert.True(failing.Any(part => part.Part == name || (part.Part == "root" && name == PacketNames.Seal)), $"{name}, byte {at}: {string.Join('\n', failing)}");
                File.WriteAllBytes(_packet.InPacket(name), whole);
            }
        }
    }

    [Fact]
    public void Every_flipped_bit_of_the_seal_is_caught()
    {
        var whole = _packet.Bytes(PacketNames.Seal);
        for (var at = 0; at < whole.Length; at++)
        {
            _packet.Flip(PacketNames.Seal, at);
            Assert.False(_packet.Check().Holds, $"byte {at}");
            File.WriteAllBytes(_packet.InPacket(PacketNames.Seal), whole);
        }
    }

    [Fact]
    public void Two_files_exchanged_are_named_with_each_other()
    {
        const string other = PacketNames.Originals + "exhibit-002/" + MadePacket.Lot + "/003_front.jpg";
        var (one, two) = (_packet.Bytes(MadePacket.FlaggedPhoto), _packet.Bytes(other));
        File.WriteAllBytes(_packet.InPacket(MadePacket.FlaggedPhoto), two);
        File.WriteAllBytes(_packet.InPacket(other), one);
        _packet.Catches(MadePacket.FlaggedPhoto, $"exchanged: found the bytes of {other}");
        _packet.Catches(other, $"exchanged: found the bytes of {MadePacket.FlaggedPhoto}");
    }

    [Theory]
    [InlineData("originals/more.jpg")]
    [InlineData("proofs/more.json")]
    [InlineData("notes.txt")]
    [InlineData("root-0.tsr")]
    [InlineData("root.tsr.bak")]
    public void A_file_added_is_named(string name)
    {
        _packet.Put(name, "more");
        _packet.Catches(name, "added");
    }

    [Fact]
    public void A_file_added_to_the_sums_as_well_is_not_under_the_root()
    {
        _packet.Put("notes.txt", "more");
        Forger.Reseal(_packet);
        _packet.Catches("notes.txt", "the root does not cover it");
    }

    [Fact]
    public void Every_file_dropped_is_named()
    {
        foreach (var name in _packet.Names)
        {
            var whole = _packet.Bytes(name);
            File.Delete(_packet.InPacket(name));
            _packet.Catches(name, "dropped");
            File.WriteAllBytes(_packet.InPacket(name), whole);
        }
    }

    [Fact]
    public void A_link_in_place_of_a_file_is_named()
    {
        var original = _packet.InPacket(MadePacket.FlaggedPhoto);
        File.Move(original, _packet.At("elsewhere.jpg"));
        File.CreateSymbolicLink(original, _packet.At("elsewhere.jpg"));
        _packet.Catches(MadePacket.FlaggedPhoto, "found a link");
    }

    [Fact]
    public void A_finding_removed_from_the_log_is_caught_although_everything_is_made_anew()
    {
        var rows = _packet.Text(EvidenceWriter.DefectLogName).Split("\r\n").Where(row => !row.Contains("002_front.jpg", StringComparison.Ordinal));
        _packet.Put(EvidenceWriter.DefectLogName, string.Join("\r\n", rows));
        _packet.Catches(EvidenceWriter.DefectLogName, "changed");
        Forger.Reseal(_packet);
        _packet.Catches(EvidenceWriter.DefectLogName, "a finding is missing: " + MadePacket.Lot + "/002_front.jpg");
    }

    [Fact]
    public void A_finding_added_to_the_log_is_caught_although_everything_is_made_anew()
    {
        _packet.Put(EvidenceWriter.DefectLogName, _packet.Text(EvidenceWriter.DefectLogName) + "LOT,9,front,hole,major,,LOT/9.jpg,9,1,00,flagged\r\n");
        Forger.Reseal(_packet);
        _packet.Catches(EvidenceWriter.DefectLogName, "rows");
    }

    [Theory]
    [InlineData("\"flagged\": 1", "\"flagged\": 0", "flagged: found 0, wanted 1")]
    [InlineData("\"found\": 4", "\"found\": 3", "found 3, wanted 4")]
    public void A_count_altered_is_caught_although_everything_is_made_anew(string from, string to, string says)
    {
        var summary = _packet.Text(EvidenceWriter.SummaryName);
        Assert.Contains(from, summary, StringComparison.Ordinal);
        _packet.Put(EvidenceWriter.SummaryName, summary.Replace(from, to, StringComparison.Ordinal));
        _packet.Catches(EvidenceWriter.SummaryName, "changed");
        Forger.Reseal(_packet);
        _packet.Catches(EvidenceWriter.SummaryName, says);
        _packet.Catches(EvidenceWriter.SummaryName, "was written beside another");
    }

    // Everything else in the packet is made anew as the program would have made it: what is left is that two documents tell two stories.
    [Theory]
    [InlineData(EvidenceWriter.ReportName, "<b>Reject</b>", "<b>Accept</b>", "prints 'Accept' for")]
    [InlineData(EvidenceWriter.ReportName, "<b>Reject</b>", "<b>Accepted</b>", "prints 'Accepted' for")]
    [InlineData(EvidenceWriter.ReportName, "class=\"mark\"", "class=\"sign\"", "prints no verdict for the whole")]
    [InlineData(EvidenceWriter.SummaryName, "\"verdict\": \"reject\"", "\"verdict\": \"accept\"", "though a section fails")]
    [InlineData(EvidenceWriter.SummaryName, "\"verdict\": \"reject\"", "\"verdict\": \"passed\"", "found verdict 'passed'")]
    [InlineData(EvidenceWriter.SummaryName, "\"as_of\"", "\"as_of\": \"2020-01-01\", \"as_of\"", "no summary")]
    [InlineData(EvidenceWriter.ResultsName, "\"score\":2,", "\"score\":-2,", "found flagged at score -2")]
    [InlineData(EvidenceWriter.ResultsName, "\"score\":0.2,", "\"score\":20,", "found clear at score 20")]
    [InlineData(EvidenceWriter.ResultsName, "\"score\":2,", "\"score\":1e999,", "a number that can be computed with")]
    [InlineData(EvidenceWriter.ResultsName, "\"score\":2,", "\"score\":2,\"score\":0,", "no result")]
    [InlineData(EvidenceWriter.ResultsName, "\"item\":\"002\"", "\"item\":\"001\"", "of item 001 in", MadePacket.FlaggedPhoto)]
    [InlineData(EvidenceWriter.ResultsName, "\"item\":\"002\"", "\"item\":\"001\"", "another lot, item or view", EvidenceWriter.DefectLogName)]
    [InlineData(EvidenceWriter.ResultsName, "\"view\":\"front\"", "\"view\":\"back\"", "another lot, item or view", EvidenceWriter.DefectLogName)]
    public void Two_stories_are_caught_although_everything_is_made_anew(string name, string from, string to, string says, string? part = null)
    {
        var text = _packet.Text(name);
        Assert.Contains(from, text, StringComparison.Ordinal);
        _packet.Put(name, text.Replace(from, to, StringComparison.Ordinal));
        Forger.Reseal(_packet);
        _packet.Catches(part ?? name, says);
    }

    // What a person read goes before what the model found, so only a packet that nobody reviewed is held to it.
    [Theory]
    [InlineData("\"severity\":\"critical\"", "\"severity\":\"minor\"")]
    [InlineData("\"defect_class\":\"hole\"", "\"defect_class\":\"stain\"")]
    public void Another_class_or_severity_than_in_the_log_is_caught_where_nobody_read_anything(string from, string to)
    {
        using var packet = new MadePacket(isRead: false);
        Assert.True(packet.Check().Holds, string.Join('\n', packet.Check().Parts.Where(part => part.Answer == CheckAnswer.Fails)));
        Assert.Contains(from, packet.Text(EvidenceWriter.ResultsName), StringComparison.Ordinal);
        packet.Put(EvidenceWriter.ResultsName, packet.Text(EvidenceWriter.ResultsName).Replace(from, to, StringComparison.Ordinal));
        Forger.Reseal(packet);
        packet.Catches(EvidenceWriter.DefectLogName, "another class or severity");
    }

    [Fact]
    public void A_photo_that_stands_twice_in_the_results_is_caught()
    {
        var results = _packet.Text(EvidenceWriter.ResultsName);
        _packet.Put(EvidenceWriter.ResultsName, results + results.Split('\n')[0] + "\n");
        Forger.Reseal(_packet);
        _packet.Catches(EvidenceWriter.ResultsName, "stands in it twice");
    }

    [Fact]
    public void A_photo_replaced_is_caught_although_everything_is_made_anew()
    {
        File.WriteAllBytes(_packet.InPacket(MadePacket.FlaggedPhoto), new RgbImage(64, 48).ToJpeg(80));
        Forger.Reseal(_packet);
        _packet.Catches(MadePacket.FlaggedPhoto, "does not have this photo");
    }

    [Theory]
    [InlineData(PacketNames.Agreement)]
    [InlineData(PacketNames.Confirmed)]
    [InlineData(PacketNames.Draw)]
    [InlineData(EvidenceWriter.PlanName)]
    [InlineData(PacketNames.Measurements)]
    [InlineData(PacketNames.Tests)]
    [InlineData(PacketNames.ThirdParty)]
    [InlineData(PacketNames.Documents + "lab/report 7.pdf")]
    public void A_document_replaced_is_caught_although_everything_is_made_anew(string name)
    {
        _packet.Put(name, "another\n");
        Forger.Reseal(_packet);
        _packet.Catches(name, "names another");
    }

    [Fact]
    public void A_root_that_is_not_the_one_told_is_caught_where_all_else_agrees()
    {
        var told = new CheckOptions { Root = _packet.Made.Root };
        Assert.True(_packet.Check(told).Holds);
        _packet.Put(PacketNames.ModelCard, "# A better model\n");
        Forger.Reseal(_packet);
        Assert.True(_packet.Check().Holds);
        _packet.Catches("root", "as told", told);
    }

    [Fact]
    public void Every_custody_line_removed_is_caught_also_with_new_sums()
    {
        var whole = _packet.Bytes(PacketNames.Custody);
        var lines = Lines.Of(whole).ToList();
        for (var at = 0; at < lines.Count; at++)
        {
            var fewer = Lines.Join(lines.Where((_, index) => index != at));
            File.WriteAllBytes(_packet.InPacket(PacketNames.Custody), fewer);
            _packet.Catches(PacketNames.Custody, "changed");
            Assert.True(_packet.Check().Parts.Count(part => part.Detail.Contains("the chain is broken", StringComparison.Ordinal)) <= 1);
            _packet.Catches(PacketNames.Custody, at == lines.Count - 1 ? "does not close the log" : "the chain is broken");
        }
    }

    [Fact]
    public void A_custody_line_of_an_exhibit_removed_from_a_log_made_anew_is_caught()
    {
        var kept = Lines.Of(_packet.Bytes(PacketNames.Custody)).Where(line => CustodyEntry.Parse(line).File != MadePacket.FlaggedPhoto);
        File.WriteAllBytes(_packet.InPacket(PacketNames.Custody), Lines.Join(kept));
        Forger.Reseal(_packet);
        _packet.Catches(PacketNames.Custody, $"no line tells how {MadePacket.FlaggedPhoto} came here");
    }

    [Theory]
    [InlineData(PacketNames.Manifest)]
    [InlineData(PacketNames.Sums)]
    [InlineData(PacketNames.Custody)]
    [InlineData(PacketNames.Seal)]
    [InlineData(EvidenceWriter.SummaryName)]
    [InlineData(EvidenceWriter.ResultsName)]
    public void Nonsense_in_place_of_a_file_is_a_finding_and_no_fault(string name)
    {
        foreach (var nonsense in (string[])["", "nonsense\n", "{}\n", "[1]\n", "null\n"])
        {
            _packet.Put(name, nonsense);
            Assert.False(_packet.Check().Holds, nonsense);
        }
    }

    [Fact]
    public void An_exhibit_is_checked_alone_with_its_proof_and_the_seal()
    {
        var (photo, proof) = (_packet.InPacket(MadePacket.FlaggedPhoto), _packet.InPacket(PacketNames.ProofOf(MadePacket.FlaggedPhoto)));
        var alone = Directory.CreateDirectory(_packet.At("alone")).FullName;
        File.Copy(_packet.InPacket(PacketNames.Seal), Path.Combine(alone, PacketNames.Seal));
        Assert.True(PacketCheck.OfExhibit(alone, photo, proof, new CheckOptions()).Holds);

        var another = _packet.InPacket(PacketNames.Originals + "exhibit-002/" + MadePacket.Lot + "/003_front.jpg");
        Assert.Contains(PacketCheck.OfExhibit(alone, another, proof, new CheckOptions()).Parts, part => part is { Part: "003_front.jpg", Answer: CheckAnswer.Fails });

        var forged = Encoding.UTF8.GetString(File.ReadAllBytes(proof)).Replace(Digest.Of(File.ReadAllBytes(photo)), Digest.Of(File.ReadAllBytes(another)), StringComparison.Ordinal);
        File.WriteAllText(_packet.At("forged.json"), forged);
        Assert.Contains(PacketCheck.OfExhibit(alone, another, _packet.At("forged.json"), new CheckOptions()).Parts, part => part is { Part: "forged.json", Answer: CheckAnswer.Fails });
    }
}
