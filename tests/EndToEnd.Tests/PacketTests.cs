using System.Net;
using System.Text.Json;
using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>Rules: from an inspection to a packet that the other side checks, with the exit codes of the contract.</summary>
public sealed class PacketTests : IDisposable
{
    private const int DoesNotHold = 3;
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_packet_is_made_signed_verified_packed_and_verified_again()
    {
        await Made("--key", "key.pem", "--originals", "all", "--by", "A. Buyer");
        var fingerprint = (await _desk.Run("keys", "new", "--out", "other.pem", "--name", "Buyer")).Gave(0).Out.Split(' ', '\n').First(word => word.Length == 64);
        var answer = (await _desk.Run("verify", "out/packet", "--format", "json")).Gave(0).Json;
        Assert.True(answer.GetProperty("holds").GetBoolean());
        Assert.Contains(answer.GetProperty("parts").EnumerateArray(), part => Is(part, "signer", "not_checked"));
        Assert.Contains(answer.GetProperty("parts").EnumerateArray(), part => Is(part, "timestamp", "not_checked"));
        Assert.Contains("another signer", (await _desk.Run("verify", "out/packet", "--signer", fingerprint)).Gave(DoesNotHold).Out, StringComparison.Ordinal);

        (await _desk.Run("packet", "export", "out/packet", "--out", "one.zip")).Gave(0);
        (await _desk.Run("packet", "export", "out/packet", "--out", "two.zip")).Gave(0);
        Assert.Equal(File.ReadAllBytes(_desk.At("one.zip")), File.ReadAllBytes(_desk.At("two.zip")));
        (await _desk.Run("verify", "one.zip", "--root", answer.GetProperty("root").GetString()!)).Gave(0);
        (await _desk.Run("packet", "export", "out/packet", "--out", "out/packet/in.zip")).Gave(64);
    }

    [Fact]
    public async Task A_packet_that_was_altered_is_3_and_the_file_is_named()
    {
        await Made();
        (await _desk.Run("verify", "out/packet")).Gave(0);
        File.AppendAllText(_desk.At("out/packet/summary.json"), " ");
        Assert.Contains("does not hold summary.json: changed", (await _desk.Run("verify", "out/packet")).Gave(DoesNotHold).Out, StringComparison.Ordinal);
        (await _desk.Run("packet", "export", "out/packet", "--out", "one.zip")).Gave(65);
        _desk.Put("no.zip", "no archive");
        (await _desk.Run("verify", "no.zip")).Gave(65);
        (await _desk.Run("verify", "shipment")).Gave(65);
    }

    [Fact]
    public async Task A_packet_is_scored_again_by_the_model_that_it_names_and_by_no_other()
    {
        await Made("--originals", "all");
        var all = Directory.GetFiles(_desk.At("out/packet/originals"), "*.jpg", SearchOption.AllDirectories).Length;
        Assert.Contains(FormattableString.Invariant($"scores: {all} photos scored again"), (await _desk.Run("verify", "out/packet", "--rescore", "--model", Desk.Model)).Gave(0).Out, StringComparison.Ordinal);
        TinyModel.Write(_desk.At("other.onnx"), TinyModel.Contract with { Name = "other" });
        Assert.Contains("does not hold scores: nothing was scored again", (await _desk.Run("verify", "out/packet", "--rescore", "--model", "other.onnx")).Gave(DoesNotHold).Out, StringComparison.Ordinal);
        (await _desk.Run("verify", "out/packet", "--rescore", "--model", "nowhere.onnx")).Gave(66);
        _desk.Put("broken.onnx", "no model");
        (await _desk.Run("verify", "out/packet", "--rescore", "--model", "broken.onnx")).Gave(69);
        (await _desk.Run("verify", "out/packet", "--rescore")).Gave(64);
        (await _desk.Run("verify", "out/packet", "--model", Desk.Model)).Gave(64);
        (await _desk.Run("verify", "out/packet", "--rescore", "--model", Desk.Model, "--exhibit", "shipment/b/1_front.jpg", "--proof", "x")).Gave(64);
    }

    [Fact]
    public async Task One_exhibit_is_checked_with_its_proof()
    {
        await Made();
        var proof = Directory.GetFiles(_desk.At("out/packet/proofs"), "2_front.jpg.json", SearchOption.AllDirectories).Single(path => path.Contains("/exhibit-", StringComparison.Ordinal) && path.EndsWith("/b/2_front.jpg.json", StringComparison.Ordinal));
        (await _desk.Run("verify", "out/packet", "--exhibit", "shipment/b/2_front.jpg", "--proof", proof)).Gave(0);
        (await _desk.Run("verify", "out/packet", "--exhibit", "shipment/b/1_front.jpg", "--proof", proof)).Gave(DoesNotHold);
        (await _desk.Run("verify", "out/packet", "--exhibit", "shipment/b/1_front.jpg")).Gave(64);
    }

    [Fact]
    public async Task The_packets_of_two_runs_of_one_inspection_are_the_same_bytes()
    {
        await Made("--by", "A. Buyer");
        var first = Snapshot();
        (await _desk.Run("packet", "make", "out")).Gave(64);
        (await _desk.Run("packet", "make", "out", "--shipment", "shipment", "--by", "A. Buyer", "--overwrite")).Gave(0);
        Assert.Equal(first, Snapshot());
        (await _desk.Of("packet make", "out", "--model", Desk.Model, "--overwrite")).Gave(64);

        List<string> Snapshot() =>
        [
            .. Directory.GetFiles(_desk.At("out/packet"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(file => $"{file} {Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(file)))}"),
        ];
    }

    [Fact]
    public async Task A_photo_that_was_changed_since_is_65()
    {
        _desk.PutLot("b", stained: true);
        (await _desk.Inspect("--out", "out")).Gave(1);
        _desk.Put("shipment/b/2_front.jpg", "changed");
        Assert.Contains("b/2_front.jpg: found SHA-256", (await _desk.Run("packet", "make", "out")).Gave(65).Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_desk.At("out/packet")) || Directory.Exists(_desk.At("out/packet.part")));
    }

    [Fact]
    public async Task A_request_is_written_and_what_is_no_answer_to_it_is_refused()
    {
        await Made();
        (await _desk.Run("packet", "stamp", "out/packet", "--request", "seal.tsq")).Gave(0);
        Assert.True(File.Exists(_desk.At("seal.tsq")));
        (await _desk.Run("packet", "stamp", "out/packet", "--response", "seal.tsq")).Gave(65);
        (await _desk.Run("packet", "stamp", "out/packet", "--response", "nowhere.tsr")).Gave(66);
        (await _desk.Run("packet", "stamp", "out/packet")).Gave(64);
        (await _desk.Run("packet", "stamp", "out/packet", "--url", "nowhere")).Gave(64);
        (await _desk.Run("verify", "out/packet")).Gave(0);
    }

    [Fact]
    public async Task An_authority_is_asked_at_its_address_and_one_that_fails_is_75()
    {
        await Made();
        using var authority = new HttpListener();
        authority.Prefixes.Add("http://localhost:18318/");
        authority.Start();
        var asked = authority.GetContextAsync();
        var running = _desk.Run("packet", "stamp", "out/packet", "--url", "http://localhost:18318/");
        var context = await asked.WaitAsync(TimeSpan.FromMinutes(1));
        Assert.Equal("application/timestamp-query", context.Request.ContentType);
        context.Response.StatusCode = 503;
        context.Response.Close();
        (await running).Gave(75);
    }

    [Theory]
    [InlineData("verify nowhere")]
    [InlineData("packet make nowhere")]
    [InlineData("packet export nowhere --out x.zip")]
    [InlineData("packet stamp nowhere --request x.tsq")]
    public async Task An_input_that_is_not_there_is_66(string words) => (await _desk.Run(words.Split(' '))).Gave(66);

    private static bool Is(JsonElement part, string name, string answer) => part.GetProperty("part").GetString() == name && part.GetProperty("answer").GetString() == answer;

    private async Task Made(params string[] more)
    {
        _desk.PutLot("b", stained: true);
        (await _desk.Inspect("--out", "out")).Gave(1);
        (await _desk.Run("keys", "new", "--out", "key.pem", "--name", "Buyer")).Gave(0);
        (await _desk.Run("keys", "new", "--out", "key.pem", "--name", "Buyer")).Gave(64);
        (await _desk.Run(["packet", "make", "out", .. more])).Gave(0);
    }
}
