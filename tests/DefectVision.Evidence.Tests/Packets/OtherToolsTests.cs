using System.Text.RegularExpressions;
using DefectVision.Evidence.Packets;

namespace DefectVision.Evidence.Tests.Packets;

/// <summary>Rule: whoever trusts nothing of ours repeats the check with sha256sum and openssl, by the page in the packet.</summary>
public sealed partial class OtherToolsTests : IDisposable
{
    // 批次-丙 in GBK, as a Chinese Windows zip leaves it.
    private readonly MadePacket _packet = new(how: record => record with { NameBytes = new Dictionary<string, string> { [$"{MadePacket.Lot}/002_front.jpg"] = "PO-4711/%C5%FA%B4%CE-%B1%FB/002_front.jpg" } });

    public void Dispose() => _packet.Dispose();

    [SkippableFact]
    public void The_commands_of_the_page_say_what_the_page_says()
    {
        Tool.SkipWithout("bash", "sha256sum", "openssl");
        using var authority = new Authority();
        var fingerprint = SigningKey.Create(_packet.At("key.pem"), "Buyer", null, DateTimeOffset.UnixEpoch.AddYears(50));
        using (var key = SigningKey.Read(_packet.At("key.pem"), null))
        {
            MadePacket.Make(_packet.Options with { Key = key, Overwrite = true });
        }

        PacketStamp.Add(_packet.Folder, authority.Answer(PacketStamp.Request(_packet.Folder)));
        var commands = Block().Matches(_packet.Text(PacketNames.HowTo)).Select(match => match.Groups[1].Value.Replace("AUTHORITY.pem", authority.Root, StringComparison.Ordinal)).ToList();
        Assert.Equal(8, commands.Count);
        var said = commands.Select(Bash).ToList();
        var seal = Seal.Parse(_packet.Bytes(PacketNames.Seal));

        Assert.Equal(_packet.Names.Count(name => !PacketNames.IsBesideSums(name)), said[0].Said.Split('\n').Count(line => line.EndsWith(": OK", StringComparison.Ordinal)));
        Assert.Equal("", said[1].Said);
        Assert.StartsWith(seal.SumsSha256, said[2].Said, StringComparison.Ordinal);
        Assert.StartsWith(seal.CustodyHead!, said[3].Said, StringComparison.Ordinal);
        Assert.Equal(seal.Root, said[4].Said.Trim());
        Assert.Equal("PO-4711/\uFFFD\uFFFD\uFFFD\uFFFD-\uFFFD\uFFFD/002_front.jpg", said[5].Said.Trim());
        Assert.Contains(fingerprint, said[6].Said.Replace(":", "", StringComparison.Ordinal).ToLowerInvariant(), StringComparison.Ordinal);
        Assert.Contains("Verification: OK", said[7].Said, StringComparison.Ordinal);
        Assert.All(said.Where((_, at) => at != 1), answer => Assert.Equal(0, answer.ExitCode));

        _packet.Flip(MadePacket.FlaggedPhoto, 100);
        _packet.Put("notes.txt", "more");
        _packet.Flip(PacketNames.Seal, 40);
        Assert.NotEqual(0, Bash(commands[0]).ExitCode);
        Assert.Equal("notes.txt", Bash(commands[1]).Said.Trim());
        Assert.NotEqual(0, Bash(commands[6].Split('\n')[0]).ExitCode);
        Assert.NotEqual(0, Bash(commands[7]).ExitCode);
    }

    private (int ExitCode, string Said) Bash(string command) => Tool.Run(_packet.Folder, "bash", "-c", command);

    [GeneratedRegex("^```sh\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Block();
}
