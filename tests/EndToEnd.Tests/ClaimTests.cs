namespace EndToEnd.Tests;

/// <summary>Rules: claim makes letters and packet in one go, whatever is missing; the packet holds the letters and not what is the buyer's own; the same run gives the same bytes.</summary>
public sealed class ClaimTests : IDisposable
{
    private const string Answers = "item,confirmed,reader,time\n2,yes,reader 1,2026-09-17T09:00:00Z\n";
    private readonly Desk _desk = new();

    public ClaimTests()
    {
        _desk.PutLot("批次", stained: true);
        File.Delete(_desk.At("shipment/confirmed.csv"));
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_claim_without_confirmation_or_contract_is_made_and_says_what_that_is_worth()
    {
        await _desk.Inspect("--out", "out");
        var answer = (await _desk.Of("claim", "out")).Gave(0);
        Assert.Contains("shown defective: nothing yet", answer.Out, StringComparison.Ordinal);
        Assert.Contains("not agreed: contract.number", answer.Error, StringComparison.Ordinal);
        (await _desk.Run("verify", "out/packet")).Gave(0);
        Assert.True(File.Exists(_desk.At("out/packet/claim/first-notice.zh.docx")));
        Assert.False(Directory.Exists(_desk.At("out/packet/claim/internal")));
        Assert.True(File.Exists(_desk.At("out/claim/internal/deadlines.ics")));
        (await _desk.Of("claim", "out")).Gave(64);
    }

    [Fact]
    public async Task What_was_confirmed_since_the_inspection_is_named_and_taken_up_by_inspect_alone_and_the_same_claim_is_the_same_bytes()
    {
        await _desk.Inspect("--out", "out", "--as-of", "2026-09-17T10:00:00Z");
        _desk.Put("shipment/confirmed.csv", Answers);
        Assert.Contains("confirmed.csv: it is in the shipment and the inspection was made without it; inspect again", (await _desk.Of("claim", "out")).Gave(0).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("reader 1", _desk.Text("out/packet/claim/first-notice.en.html"), StringComparison.Ordinal);

        (await _desk.Inspect("--out", "out")).Gave(1);
        Assert.DoesNotContain("inspect again", (await _desk.Of("claim", "out", "--overwrite")).Gave(0).Error, StringComparison.Ordinal);
        Assert.Contains("reader 1", _desk.Text("out/packet/claim/first-notice.en.html"), StringComparison.Ordinal);
        var seal = File.ReadAllBytes(_desk.At("out/packet/seal.json"));
        (await _desk.Of("claim", "out", "--overwrite")).Gave(0);
        Assert.Equal(seal, File.ReadAllBytes(_desk.At("out/packet/seal.json")));
    }

    [Fact]
    public async Task A_claim_of_an_earlier_state_goes_into_no_packet()
    {
        await _desk.Inspect("--out", "out");
        (await _desk.Of("claim", "out")).Gave(0);
        _desk.Put("shipment/confirmed.csv", Answers);
        await _desk.Inspect("--out", "out");
        var made = (await _desk.Of("packet make", "out", "--overwrite")).Gave(0);
        Assert.Contains("claim: it was made of an earlier state", made.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_desk.At("out/packet/claim")));
    }

    [Fact]
    public async Task The_check_prints_what_is_missing()
    {
        await _desk.Inspect("--out", "out");
        Assert.Contains("missing: ", (await _desk.Of("claim check", "out")).Gave(0).Out, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_desk.At("out/claim")));
    }

    [Fact]
    public async Task Holidays_come_from_a_file_that_the_inspection_was_given()
    {
        _desk.Put("free.csv", "2027-01-01,元旦,holiday,CN\n");
        Assert.Contains("free.csv, line 1", (await _desk.Inspect("--out", "out", "--holidays", "free.csv")).Gave(65).Error, StringComparison.Ordinal);
    }

    // No option of these commands may change what was found.
    [Theory]
    [InlineData("claim out --model tiny.onnx")]
    [InlineData("claim out --confirmed c.csv")]
    [InlineData("claim out --agreement shipment/agreement.yaml")]
    [InlineData("claim check out --holidays h.csv")]
    [InlineData("report out --model tiny.onnx")]
    public async Task Claim_and_report_take_the_case_and_nothing_else(string words)
    {
        await _desk.Inspect("--out", "out");
        (await _desk.Run(words.Split(' '))).Gave(64);
    }
}
