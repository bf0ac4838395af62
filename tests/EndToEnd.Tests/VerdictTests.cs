using System.Globalization;
using System.Text;
using System.Text.Json;
using DefectVision.Fixtures;

namespace EndToEnd.Tests;

/// <summary>Rules: no verdict from a model that nobody named; one verdict from all evidence; what was drawn stays in n; class G is earned.</summary>
public sealed class VerdictTests : IDisposable
{
    private const int Drawn = 32;
    private const int Defective = 12;
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Without_a_model_nothing_is_flagged_persons_decide_and_a_model_may_come_later()
    {
        for (var item = 0; item < 5; item++)
        {
            _desk.Put($"shipment/tiles/{item}_front.jpg", Photos.Stain(item));
        }

        _desk.Put("shipment/agreement.yaml", "lots:\n  tiles: 5\n");
        var held = (await _desk.Run("inspect", "shipment", "--out", "out", "--format", "json")).Gave(2).Json;
        var lot = held.GetProperty("lots")[0];
        Assert.Equal((0, "hold"), (lot.GetProperty("flagged").GetInt32(), lot.GetProperty("verdict").GetString()));
        Assert.Equal((6, 5, 1), (Number(held, "found"), Number(held, "read"), Number(held, "not_a_photo")));
        var open = _desk.Text("out/to-confirm.csv").TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(5, open.Length - 1);

        // As a spreadsheet gives it back where the comma is the decimal point.
        Answer(open, _ => "no");
        (await _desk.Run("inspect", "shipment", "--out", "out", "--confirmed", "answers.csv")).Gave(0);
        Answer(open, item => item == 2 ? "yes" : "no");
        (await _desk.Run("inspect", "shipment", "--out", "out")).Gave(1);
        var scored = (await _desk.Inspect("--out", "out", "--format", "json")).Gave(1);
        Assert.Contains("new since the last run: the model tiny", scored.Error, StringComparison.Ordinal);
        Assert.Equal((5, 5), (Number(scored.Json, "scored"), scored.Json.GetProperty("lots")[0].GetProperty("flagged").GetInt32()));

        void Answer(string[] lines, Func<int, string> word)
        {
            var columns = lines[0].TrimStart('\uFEFF').Split(',').ToList();
            var answered = lines.Skip(1).Select((line, at) =>
            {
                var cells = line.Split(',');
                (cells[columns.IndexOf("confirmed")], cells[columns.IndexOf("reader")], cells[columns.IndexOf("time")]) = (word(at), "Li", "2026-09-17T09:00:00Z");
                return string.Join(';', cells);
            });
            _desk.Put("answers.csv", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", answered.Prepend(string.Join(';', columns))) + "\r\n")]);
        }
    }

    [Fact]
    public async Task A_failed_safety_test_rejects_and_the_letters_name_it()
    {
        _desk.PutLot("a");
        _desk.Put("shipment/tests.csv", "test,kind,result,found,required\nflammability,safety,pass,class 1,class 1\n");
        (await _desk.Inspect("--out", "out")).Gave(0);
        _desk.Put("shipment/tests.csv", "test,kind,result,found,required\nflammability,safety,fail,class 3,class 1\n");
        Assert.Contains("flammability", (await _desk.Inspect("--out", "out")).Gave(1).Out, StringComparison.Ordinal);
        (await _desk.Of("claim", "out")).Gave(0);
        foreach (var letter in new[] { "first-notice.en.html", "first-notice.zh.html" })
        {
            Assert.Contains("flammability", _desk.Text("out/packet/claim/" + letter), StringComparison.Ordinal);
        }

        Assert.Contains("flammability", _desk.Text("out/report.html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(4, 1)]
    public async Task Items_out_of_tolerance_do_not_conform_by_fact(int outside, int exitCode)
    {
        PutItems("a", Enumerable.Range(0, 10).Select(item => $"{item}"));
        _desk.Put("shipment/agreement.yaml", "lots:\n  a: 10\n");
        _desk.Put("shipment/measurements.csv", "item,point,value,nominal,tolerance\n" + string.Concat(Enumerable.Range(0, 10).Select(item => $"{item},length,{(item < outside ? 11 : 10)},10,0.5\n")));
        (await _desk.Inspect("--out", "out")).Gave(exitCode);
    }

    // It can turn Accept into Hold; it is never added to our counts and never softens a Reject.
    [Fact]
    public async Task A_third_party_that_calls_items_defective_holds_and_neither_rejects_nor_softens()
    {
        _desk.PutLot("a");
        (await _desk.Inspect("--out", "out")).Gave(0);
        _desk.Put("shipment/third-party.csv", "item,verdict,severity\n" + string.Concat(Enumerable.Range(0, 5).Select(item => $"{item},defective,critical\n")));
        (await _desk.Inspect("--out", "out")).Gave(2);
        _desk.Put("shipment/third-party.csv", "item,verdict\n2,good\n");
        (await _desk.Inspect("--out", "out")).Gave(0);
        _desk.Put("shipment/confirmed.csv", "item,confirmed,reader,time\n2,yes,Li,2026-09-17T09:00:00Z\n");
        (await _desk.Inspect("--out", "out")).Gave(1);
    }

    /// <summary>Source: ISO 2859-1:1999, tables 1 and 2-A: 280 items, level II is letter G, n 32; AQL 2.5 is Ac 2, Re 3.</summary>
    [Theory]
    [InlineData(0, 2, 2)]
    [InlineData(0, 3, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(2, 6, 1)]
    public async Task A_rejection_number_that_is_passed_rejects_however_few_items_were_photographed(int critical, int major, int exitCode)
    {
        PutItems("a", Enumerable.Range(0, 10).Select(item => $"{item}"));
        _desk.Put("shipment/agreement.yaml", "lots:\n  a: 280\n");
        _desk.Put(
            "shipment/confirmed.csv",
            "item,confirmed,reader,time,severity\n"
            + string.Concat(Enumerable.Range(0, critical + major).Select(item => $"{item},yes,Li,2026-09-17T09:00:00Z,{(item < critical ? "critical" : "major")}\n")));
        (await _desk.Run("inspect", "shipment", "--out", "out")).Gave(exitCode);
        Assert.Equal(32, Lot().GetProperty("sections")[0].GetProperty("plan_readings").EnumerateArray().Max(reading => reading.GetProperty("sample_size").GetInt32()));
    }

    [Fact]
    public async Task Items_whose_photos_cannot_be_read_stay_in_n_and_the_guaranteed_bound_stays()
    {
        var items = await PutDraw();
        (await _desk.Run("inspect", "shipment", "--out", "out")).Gave(1);
        var before = Lot().GetProperty("claim").GetProperty("at_least");
        Assert.Equal((Defective, Drawn, "G"), (before.GetProperty("confirmed").GetInt32(), before.GetProperty("inspected").GetInt32(), before.GetProperty("class").GetString()));
        foreach (var (at, item) in items.Index().Skip(Defective))
        {
            _desk.Put($"shipment/a/{item}_front.jpg", Photos.Truncated(at));
        }

        (await _desk.Run("inspect", "shipment", "--out", "out", "--fresh")).Gave(1);
        Assert.Equal(20, Number(_desk.Json("out/summary.json"), "truncated"));
        Assert.Equal(before.GetRawText(), Lot().GetProperty("claim").GetProperty("at_least").GetRawText());
    }

    [Theory]
    [InlineData("whole")]
    [InlineData("edited")]
    [InlineData("another lot size")]
    [InlineData("none")]
    public async Task Class_G_is_earned_by_a_draw_that_can_be_repeated(string list)
    {
        var items = await PutDraw();
        var draw = _desk.Text("shipment/draw.csv");
        switch (list)
        {
            case "edited":
                var other = Enumerable.Range(1, 280).Select(number => number.ToString("D3", CultureInfo.InvariantCulture)).First(name => !items.Contains(name));
                _desk.Put("shipment/draw.csv", draw.Replace($"a,{items[^1]}", $"a,{other}", StringComparison.Ordinal));
                File.Move(_desk.At($"shipment/a/{items[^1]}_front.jpg"), _desk.At($"shipment/a/{other}_front.jpg"));
                break;
            case "another lot size":
                _desk.Put("shipment/agreement.yaml", _desk.Text("shipment/agreement.yaml").Replace("280", "2800", StringComparison.Ordinal));
                break;
            case "none":
                File.Delete(_desk.At("shipment/draw.csv"));
                break;
        }

        var answer = await _desk.Run("inspect", "shipment", "--out", "out");
        var claim = Lot().GetProperty("claim");
        var isEarned = list == "whole";
        Assert.Equal(isEarned ? "G" : null, claim.GetProperty("at_least").GetProperty("class").GetString());
        Assert.Equal(isEarned ? "G" : null, claim.GetProperty("amount").GetProperty("class").GetString());
        Assert.Equal(isEarned, !claim.GetProperty("statements").EnumerateArray().All(statement => statement.GetProperty("class").GetString() != "G"));
        Assert.Equal(!isEarned, answer.Out.Contains("(not guaranteed)", StringComparison.Ordinal));
        Assert.Equal(isEarned, answer.Out.Contains("class G", StringComparison.Ordinal));

        // A bound that is not guaranteed is no ground for an amount that is asked for.
        var price = claim.GetProperty("amount").GetProperty("at_least").GetDecimal().ToString("F2", CultureInfo.InvariantCulture);
        Assert.Contains(price, answer.Out.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.Equal(isEarned, (await _desk.Of("claim", "out")).Gave(0).Out.Contains(price, StringComparison.Ordinal));
    }

    private JsonElement Lot() => _desk.Json("out/summary.json").GetProperty("lots")[0];

    private static int Number(JsonElement summary, string outcome) => summary.GetProperty("accounting").GetProperty(outcome).GetInt32();

    private void PutItems(string lot, IEnumerable<string> names)
    {
        foreach (var (at, name) in names.Index())
        {
            _desk.Put($"shipment/{lot}/{name}_front.jpg", Photos.Good(at));
        }
    }

    /// <summary>32 of 280 drawn and photographed; a person looked at each and confirmed the first twelve.</summary>
    private async Task<List<string>> PutDraw()
    {
        (await _desk.Run("plan", "--lot-size", "280", "--aql", "2.5", "--draw", "shipment/draw.csv", "--lot", "a", "--seed", "7")).Gave(0);
        List<string> items = [.. _desk.Text("shipment/draw.csv").Split('\n').Where(line => line.StartsWith("a,", StringComparison.Ordinal)).Select(line => line.Split(',')[1])];
        Assert.Equal(Drawn, items.Count);
        PutItems("a", items);
        _desk.Put("shipment/agreement.yaml", "lots:\n  a: 280\nsampling: random\nunit_price: 12.50\ncurrency: USD\n");
        _desk.Put("shipment/confirmed.csv", "item,confirmed,reader,time\n" + string.Concat(items.Take(Defective).Select(item => $"{item},yes,Li,2026-09-17T09:00:00Z\n")));
        return items;
    }
}
