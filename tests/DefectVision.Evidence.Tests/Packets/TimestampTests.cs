using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Rules: a timestamp is of this seal or of none, and what was added after the seal is listed.</summary>
public sealed class TimestampTests : IDisposable
{
    private readonly MadePacket _packet = new();

    public void Dispose() => _packet.Dispose();

    [Fact]
    public void The_request_is_the_same_each_time() => Assert.Equal(PacketStamp.Request(_packet.Folder), PacketStamp.Request(_packet.Folder));

    [Fact]
    public void A_packet_without_a_timestamp_says_so() =>
        Assert.Contains(_packet.Check().Parts, part => part is { Part: "timestamp", Answer: CheckAnswer.NotChecked });

    [Fact]
    public void An_answer_that_is_none_is_refused() =>
        Assert.Contains("response", Assert.Throws<PacketException>(() => PacketStamp.Add(_packet.Folder, [1, 2, 3])).Message, StringComparison.Ordinal);

    [SkippableFact]
    public void Stamps_are_taken_in_one_after_the_other_and_openssl_agrees()
    {
        Tool.SkipWithout("openssl");
        using var authority = new Authority();
        Assert.Equal("root.tsr", PacketStamp.Add(_packet.Folder, authority.Answer(PacketStamp.Request(_packet.Folder))));
        Assert.Equal("root-2.tsr", PacketStamp.Add(_packet.Folder, authority.Answer(PacketStamp.Request(_packet.Folder))));
        var findings = _packet.Check();
        Assert.True(findings.Holds, string.Join('\n', findings.Parts.Where(part => part.Answer == CheckAnswer.Fails)));
        Assert.Contains(findings.Parts, part => part is { Part: "root-2.tsr", Answer: CheckAnswer.Holds });
        foreach (var name in (string[])["root.tsr", "root-2.tsr"])
        {
            Tool.Succeeds(_packet.Folder, "openssl", "ts", "-verify", "-data", PacketNames.Seal, "-in", name, "-CAfile", authority.Root);
        }
    }

    [SkippableFact]
    public void A_stale_timestamp_of_another_root_is_refused_when_taken_in_and_caught_when_put_there()
    {
        Tool.SkipWithout("openssl");
        using var authority = new Authority();
        using var another = new MadePacket("004.jpg");
        var stale = authority.Answer(PacketStamp.Request(another.Folder));
        Assert.Contains("another seal", Assert.Throws<PacketException>(() => PacketStamp.Add(_packet.Folder, stale)).Message, StringComparison.Ordinal);

        PacketStamp.Add(_packet.Folder, authority.Answer(PacketStamp.Request(_packet.Folder)));
        _packet.Put(PacketNames.ModelCard, "# A better model\n");
        Forger.Reseal(_packet);
        _packet.Catches("root.tsr", "it stamps another seal");
    }

    [SkippableFact]
    public void Every_flipped_byte_dropped_stamp_and_missing_line_is_caught()
    {
        Tool.SkipWithout("openssl");
        using var authority = new Authority();
        PacketStamp.Add(_packet.Folder, authority.Answer(PacketStamp.Request(_packet.Folder)));
        PacketStamp.Add(_packet.Folder, authority.Answer(PacketStamp.Request(_packet.Folder)));
        var seal = _packet.Bytes(PacketNames.Seal);
        using (var source = PacketSource.At(_packet.Folder))
        {
            Assert.DoesNotContain(TimestampCheck.Of(source, seal), part => part.Answer == CheckAnswer.Fails);
        }

        foreach (var name in (string[])["root.tsr", PacketNames.LaterCustody])
        {
            var whole = _packet.Bytes(name);
            for (var at = 0; at < whole.Length; at++)
            {
                _packet.Flip(name, at);
                using var source = PacketSource.At(_packet.Folder);
                Assert.True(TimestampCheck.Of(source, seal).Any(part => part.Answer == CheckAnswer.Fails), $"{name}, byte {at}");
                File.WriteAllBytes(_packet.InPacket(name), whole);
            }

            File.Delete(_packet.InPacket(name));
            Assert.False(_packet.Check().Holds, name);
            File.WriteAllBytes(_packet.InPacket(name), whole);
        }

        File.Delete(_packet.InPacket("root-2.tsr"));
        _packet.Catches(PacketNames.LaterCustody, "dropped");
        var first = Lines.Of(_packet.Bytes(PacketNames.LaterCustody)).Take(1);
        File.WriteAllBytes(_packet.InPacket(PacketNames.LaterCustody), Lines.Join(first));
        Assert.True(_packet.Check().Holds);
    }
}
