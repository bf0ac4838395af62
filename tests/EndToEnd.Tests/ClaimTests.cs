namespace EndToEnd.Tests;

/// <summary>Rules: claim makes letters and packet in one go, whatever is missing; the packet holds the letters and not what is the buyer's own; the same run gives the same bytes.</summary>
public sealed class ClaimTests : IDisposable
{
    private readonly Desk _desk = new();

    public ClaimTests()
    {
        _desk.PutLot("批次", stained: true);
    }

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task A_claim_without_confirmation_or_contract_is_made_and_says_what_that_is_worth()
    {
        await _desk.Inspect("--out", "out");
        var answer = (await Claim()).Gave(0);
        Assert.Contains("confirmed: by nobody", answer.Out, StringComparison.Ordinal);
        Assert.Contains("not agreed: contract.number", answer.Error, StringComparison.Ordinal);
        (await _desk.Run("verify", "out/packet")).Gave(0);
        Assert.True(File.Exists(_desk.At("out/packet/claim/first-notice.zh.docx")));
        Assert.False(Directory.Exists(_desk.At("out/packet/claim/internal")));
        Assert.True(File.Exists(_desk.At("out/claim/internal/deadlines.ics")));
        (await Claim()).Gave(64);
    }

    [Fact]
    public async Task What_was_confirmed_since_the_inspection_is_in_the_outputs_and_the_same_claim_is_the_same_bytes()
    {
        await _desk.Inspect("--out", "out", "--as-of", "2026-09-17T08:00:00Z");
        _desk.Put("shipment/confirmed.csv", "item,confirmed,reader,time\n2,yes,reader 1,2026-09-17T09:00:00Z\n");
        Assert.Contains("written again", (await Claim()).Gave(0).Error, StringComparison.Ordinal);
        Assert.Contains("reader 1", await File.ReadAllTextAsync(_desk.At("out/packet/claim/first-notice.en.html")), StringComparison.Ordinal);
        var seal = await File.ReadAllBytesAsync(_desk.At("out/packet/seal.json"));
        Assert.DoesNotContain("written again", (await Claim("--overwrite")).Gave(0).Error, StringComparison.Ordinal);
        Assert.Equal(seal, await File.ReadAllBytesAsync(_desk.At("out/packet/seal.json")));
    }

    [Fact]
    public async Task A_claim_of_an_earlier_state_goes_into_no_packet()
    {
        await _desk.Inspect("--out", "out");
        (await Claim()).Gave(0);
        _desk.Put("shipment/confirmed.csv", "item,confirmed,reader,time\n2,yes,reader 1,2026-09-17T09:00:00Z\n");
        await _desk.Inspect("--out", "out");
        var made = (await _desk.Run("packet", "make", "out", "--shipment", "shipment", "--model", Desk.Model, "--overwrite")).Gave(0);
        Assert.Contains("claim: it was made of an earlier state", made.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_desk.At("out/packet/claim")));
    }

    [Fact]
    public async Task The_check_prints_what_is_missing_and_takes_holidays_from_a_file()
    {
        await _desk.Inspect("--out", "out");
        Assert.Contains("missing: ", (await _desk.Run("claim", "check", "out", "--shipment", "shipment", "--model", Desk.Model)).Gave(0).Out, StringComparison.Ordinal);
        _desk.Put("free.csv", "2027-01-01,元旦,holiday,CN\n");
        Assert.Contains("free.csv, line 1", (await _desk.Run("claim", "check", "out", "--shipment", "shipment", "--model", Desk.Model, "--holidays", "free.csv")).Gave(65).Error, StringComparison.Ordinal);
    }

    private Task<Answer> Claim(params string[] more) => _desk.Run(["claim", "out", "--shipment", "shipment", "--model", Desk.Model, .. more]);
}
