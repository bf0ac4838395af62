using System.Text.Json;
using DefectVision.Fixtures;
using Microsoft.Data.Sqlite;

namespace EndToEnd.Tests;

/// <summary>Rule: what inspections found is kept once, follows them when they change, and is told by supplier.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly Desk _desk = new();

    public void Dispose() => _desk.Dispose();

    [Fact]
    public async Task Inspections_are_kept_told_by_supplier_checked_and_written_as_lists()
    {
        _desk.Put("shipment/agreement.yaml", "supplier: Supplier Ltd\nclasses:\n  stain: { severity: major }\nlots:\n  A: { size: 5, due_date: 2026-03-01, shipment_date: 2026-03-04 }\n");
        _desk.PutLot("A", stained: true, sizeKnown: false);
        (await _desk.Inspect("--no-pdf")).Gave(1);
        Assert.Contains("history.db: no such file", (await _desk.Run("history", "supplier")).Gave(66).Error, StringComparison.Ordinal);
        Assert.Contains("added: shipment: 1 lot, Supplier Ltd", (await _desk.Run("history", "add", "inspections/shipment")).Gave(0).Out, StringComparison.Ordinal);
        Assert.Contains("kept already: shipment", (await _desk.Run("history", "add", "inspections/shipment")).Gave(0).Out, StringComparison.Ordinal);

        var card = (await _desk.Run("history", "supplier", "SUPPLIER  ltd", "--format", "json")).Gave(0).Json;
        Assert.Equal((1, 1, 5), (card.GetProperty("rejected").GetInt32(), card.GetProperty("found").GetProperty("count").GetInt32(), card.GetProperty("found").GetProperty("total").GetInt32()));
        Assert.Equal(3, card.GetProperty("lots")[0].GetProperty("days_late").GetInt32());
        Assert.Equal(JsonValueKind.Null, card.GetProperty("rate").ValueKind);
        Assert.Contains("wanted one of Supplier Ltd", (await _desk.Run("history", "supplier", "nobody")).Gave(66).Error, StringComparison.Ordinal);

        // A person answers for another item: what is kept is no longer what was found.
        (await _desk.Run("history", "check")).Gave(0);
        File.AppendAllText(_desk.At("shipment/confirmed.csv"), "A,3,yes,A. Reader,2026-09-16T09:00:00Z\n");
        (await _desk.Inspect("--no-pdf")).Gave(1);
        Assert.Contains("shipment: the inspection in", (await _desk.Run("history", "check")).Gave(65).Out, StringComparison.Ordinal);
        Assert.Contains("replaced: shipment", (await _desk.Run("history", "add", "inspections/shipment")).Gave(0).Out, StringComparison.Ordinal);
        (await _desk.Run("history", "check")).Gave(0);

        // What became of the claim stays when the inspection is kept anew.
        Assert.Contains("told: shipment: Supplier Ltd", (await _desk.Run("history", "outcome", "inspections/shipment", "--notified", "2026-03-10", "--answered", "2026-03-16", "--remedy", "refund", "--amount", "25.00")).Gave(0).Out, StringComparison.Ordinal);
        (await _desk.Run("history", "outcome", "inspections/shipment")).Gave(64);
        (await _desk.Run("history", "outcome", "inspections/shipment", "--amount", "-1")).Gave(64);
        Assert.Contains("answered 2026-03-09 lies before notified, 2026-03-10", (await _desk.Run("history", "outcome", "inspections/shipment", "--answered", "2026-03-09")).Gave(65).Error, StringComparison.Ordinal);
        Assert.Contains("lies after today", (await _desk.Run("history", "outcome", "inspections/shipment", "--received", "2126-03-09")).Gave(65).Error, StringComparison.Ordinal);
        foreach (var day in new[] { "2026-02-30", "16.09.2026", "" })
        {
            (await _desk.Run("history", "outcome", "inspections/shipment", "--notified", day)).Gave(64);
        }

        (await _desk.Run("history", "outcome", "inspections/shipment", "--amount", "1.2345")).Gave(64);
        (await _desk.Run("history", "outcome", "inspections/shipment", "--remedy", "price reduction")).Gave(0);
        Assert.Contains("taken back", (await _desk.Run("history", "outcome", "inspections/shipment", "--take-back")).Gave(0).Out, StringComparison.Ordinal);
        Assert.Contains("answered: 1 claim, in 6 days (median)", (await _desk.Run("history", "supplier", "Supplier Ltd")).Gave(0).Out, StringComparison.Ordinal);

        // Altered behind its back, in the history or in the record, it is no longer what was kept.
        using (var altered = new SqliteConnection($"Data Source={_desk.At("history.db")};Pooling=False"))
        {
            altered.Open();
            using var command = altered.CreateCommand();
            command.CommandText = "UPDATE lot SET nonconforming = 0";
            command.ExecuteNonQuery();
        }

        Assert.Contains("does not hold what the inspection", (await _desk.Run("history", "check")).Gave(65).Out, StringComparison.Ordinal);
        (await _desk.Run("history", "add", "inspections/shipment")).Gave(0);
        (await _desk.Run("history", "check")).Gave(0);
        var record = _desk.Text("inspections/shipment/record.json");
        File.WriteAllText(_desk.At("inspections/shipment/record.json"), record.Replace("stain", "scratch", StringComparison.Ordinal));
        Assert.Contains("record.json: found SHA-256", (await _desk.Run("history", "check")).Gave(65).Out, StringComparison.Ordinal);
        File.WriteAllText(_desk.At("inspections/shipment/record.json"), record);

        (await _desk.Run("history", "export", "lists")).Gave(0);
        Assert.Contains(",Supplier Ltd,,,,,,,shipment,A,5,5,", _desk.Text("lists/lots.csv"), StringComparison.Ordinal);
        Assert.Contains(",stain,major,", _desk.Text("lists/defects.csv"), StringComparison.Ordinal);

        Directory.Move(_desk.At("inspections"), _desk.At("elsewhere"));
        Assert.Contains("history add takes it up where it is now", (await _desk.Run("history", "check")).Gave(65).Out, StringComparison.Ordinal);
        Assert.Contains("kept already", (await _desk.Run("history", "add", "elsewhere/shipment")).Gave(0).Out, StringComparison.Ordinal);
        (await _desk.Run("history", "check")).Gave(0);
    }

    // A bad shipment, its claim, the goods that came in its place, what was learned; then the same photo in another shipment.
    [Fact]
    public async Task The_road_of_a_case_is_told_to_its_end_and_its_photos_are_known_again()
    {
        foreach (var (name, bad) in new[] { ("PO-1", 6), ("PO-1-R", 0) })
        {
            for (var item = 0; item < 12; item++)
            {
                _desk.Put($"{name}/A/{item:00}_front.jpg", Scenes.Piece(item + (name == "PO-1" ? 0 : 20)).ToJpeg(85));
            }

            _desk.Put($"{name}/agreement.yaml", "supplier: { name: Supplier Ltd, country: CN, region: Zhejiang }\nproduct: shirt\nunit_price: 2.50\ncurrency: USD\nclasses: { hole: { severity: major } }\nlots: { A: { size: 12, components: [\"button 18L, lot 2217\"] } }\n");
            _desk.Put($"{name}/confirmed.csv", "lot,item,confirmed,reader,time,defect_class\n" + string.Concat(Enumerable.Range(0, 12).Select(item => $"A,{item:00},{(item < bad ? "yes" : "no")},Li,2026-03-01T09:00:00Z,{(item < bad ? "hole" : "")}\n")));
            (await _desk.Run("inspect", name, "--no-pdf", "--no-order", "--history", "history.db")).Gave(bad > 0 ? 1 : 0);
        }

        (await _desk.Run("claim", "inspections/PO-1", "--history", "history.db")).Gave(0);
        (await _desk.Run("history", "outcome", "inspections/PO-1", "--notified", "2026-03-02", "--remedy", "replacement", "--replacement", "inspections/PO-1-R")).Gave(0);
        Assert.Contains("as its own replacement", (await _desk.Run("history", "outcome", "inspections/PO-1", "--replacement", "inspections/PO-1")).Gave(65).Error, StringComparison.Ordinal);
        Assert.Contains("post-mortems/PO-1, 4 files", (await _desk.Run("history", "postmortem", "inspections/PO-1", "--cause", "worn needle", "--by", "A. Buyer", "--on", "2026-04-01")).Gave(0).Out, StringComparison.Ordinal);
        Assert.Contains("in its place PO-1-R, A: 0 of 12", _desk.Text("post-mortems/PO-1/post-mortem.en.html"), StringComparison.Ordinal);

        var card = (await _desk.Run("history", "supplier", "Supplier Ltd", "--format", "json")).Gave(0).Json;
        Assert.Equal("PO-1-R", Assert.Single(card.GetProperty("replaced").EnumerateArray()).GetProperty("by_shipment").GetString());
        var found = (await _desk.Run("history", "find", "--class", "hole", "--component", "lot 2217", "--format", "json")).Gave(0).Json.GetProperty("lots").EnumerateArray().ToList();
        Assert.Equal([0, 6], found.Select(lot => lot.GetProperty("items").GetInt32()));
        Assert.Equal(64, found[1].GetProperty("packet_root").GetString()!.Length);
        (await _desk.Run("history", "find")).Gave(64);

        (await _desk.Run("history", "export", "lists")).Gave(0);
        Assert.Contains("worn needle,,,A. Buyer", _desk.Text("lists/claims.csv"), StringComparison.Ordinal);
        (await _desk.Run("history", "export", "lists", "--without-persons")).Gave(0);
        Assert.DoesNotContain("A. Buyer", _desk.Text("lists/claims.csv"), StringComparison.Ordinal);
        Assert.Contains("different: PO-1 A and PO-1-R A", (await _desk.Run("history", "compare", "inspections/PO-1", "inspections/PO-1-R")).Gave(0).Out, StringComparison.Ordinal);
        Assert.Contains("PO-1 A: fails: at least 50.0 %", (await _desk.Run("history", "gate", "inspections/PO-1", "inspections/PO-1-R", "--at-most", "5")).Gave(1).Out, StringComparison.Ordinal);
        Assert.Contains("PO-1-R A: passes", (await _desk.Run("history", "gate", "inspections/PO-1-R", "--at-most", "0.1")).Gave(0).Out, StringComparison.Ordinal);
        (await _desk.Run("history", "gate", "inspections", "--at-most", "5")).Gave(65);

        Assert.Contains("dashboard/index.html, 2 pages", (await _desk.Run("history", "dashboard", "dashboard", "--language", "en+zh", "--as-of", "2026-04-02")).Gave(0).Out, StringComparison.Ordinal);
        Assert.Contains("href=\"../inspections/PO-1/report.html\"", _desk.Text("dashboard/index.html"), StringComparison.Ordinal);
        Assert.Contains("href=\"../post-mortems/PO-1/post-mortem.en.html\"", _desk.Text("dashboard/index.html"), StringComparison.Ordinal);
        (await _desk.Run("history", "dashboard", "dashboard", "--as-of", "soon")).Gave(64);

        (await _desk.Run("history", "reused", "inspections/PO-1")).Gave(0);
        _desk.Put("PO-2/A/40_front.jpg", Scenes.Mirrored(Scenes.Piece(3)).ToJpeg(70));
        Assert.Contains("photos that were in PO-1", (await _desk.Run("inspect", "PO-2", "--no-pdf", "--no-order", "--history", "history.db", "--quiet")).Gave(2).Error, StringComparison.Ordinal);
        Assert.Contains("A/40_front.jpg: the same shot as A/03_front.jpg in PO-1", (await _desk.Run("history", "reused", "inspections/PO-2")).Gave(3).Out, StringComparison.Ordinal);
        Assert.Contains("A/40_front.jpg = A/03_front.jpg", (await _desk.Run("claim", "check", "inspections/PO-2", "--history", "history.db")).Gave(0).Error, StringComparison.Ordinal);
        Assert.Contains("PO-1-R is kept as its replacement already", (await _desk.Run("history", "outcome", "inspections/PO-1", "--replacement", "inspections/PO-2")).Gave(65).Error, StringComparison.Ordinal);
    }

    // The order without a model finds the defects of the cloth; another photo of such a defect is nearer to them than a good one is.
    [Fact]
    public async Task A_photo_finds_the_exhibits_that_show_something_like_it()
    {
        for (var item = 0; item < 12; item++)
        {
            _desk.Put($"PO-1/A/{item:00}_front.jpg", Photos.Cloth(item, item < 3));
        }

        _desk.Put("PO-1/confirmed.csv", "lot,item,confirmed,reader,time,defect_class\n" + string.Concat(Enumerable.Range(0, 3).Select(item => $"A,{item:00},yes,Li,2026-03-01T09:00:00Z,hole\n")));
        (await _desk.Run("inspect", "PO-1", "--no-pdf", "--history", "history.db")).Gave(1);
        _desk.Put("bad.jpg", Photos.Cloth(50, true));
        _desk.Put("good.jpg", Photos.Cloth(51, false));
        _desk.Put("none.jpg", "no photo");
        Assert.True(await Likest("bad.jpg") > await Likest("good.jpg") + 0.05);
        Assert.Contains("it cannot be read as a photo", (await _desk.Run("history", "like", "none.jpg")).Gave(65).Error, StringComparison.Ordinal);
        (await _desk.Run("history", "like", "nowhere.jpg")).Gave(66);

        async Task<double> Likest(string photo)
        {
            var first = (await _desk.Run("history", "like", photo, "--most", "1", "--format", "json")).Gave(0).Json.GetProperty("exhibits")[0];
            Assert.Equal("hole", first.GetProperty("class").GetString());
            return first.GetProperty("likeness").GetDouble();
        }
    }

    // Five of 20 items photographed, two of them defective: the plan (letter D, 8 items, Ac 1, Re 2 at AQL 6.5) rejects before its sample is whole. Tightened it is letter E, 13 items.
    [Fact]
    public async Task Two_rejected_lots_make_the_next_plan_a_tightened_one_and_it_says_why()
    {
        foreach (var name in new[] { "PO-1", "PO-2" })
        {
            for (var item = 0; item < 5; item++)
            {
                _desk.Put($"{name}/A/{item}_front.jpg", DefectVision.Fixtures.Photos.Good(item + (10 * name[^1])));
            }

            _desk.Put($"{name}/agreement.yaml", "supplier: Supplier Ltd\naql: { major: 6.5 }\nlots:\n  A: { size: 20 }\n");
            _desk.Put($"{name}/confirmed.csv", "lot,item,confirmed,reader,time,severity\nA,1,yes,A. Reader,2026-09-16T09:00:00Z,major\nA,2,yes,A. Reader,2026-09-16T09:00:00Z,major\n");
            (await _desk.Run("inspect", name, "--no-pdf", "--no-order")).Gave(1);
            (await _desk.Run("history", "add", $"inspections/{name}")).Gave(0);
        }

        // The commands that make an inspection and its claim keep it by themselves.
        Assert.Contains("other.db: added", (await _desk.Run("inspect", "PO-1", "--no-pdf", "--no-order", "--history", "other.db", "--format", "json")).Gave(1).Error, StringComparison.Ordinal);
        Assert.Contains("other.db: kept already", (await _desk.Run("claim", "inspections/PO-1", "--history", "other.db")).Gave(0).Error, StringComparison.Ordinal);

        string[] plan = ["plan", "--lot-size", "20", "--aql", "6.5", "--history", "history.db", "--supplier", "supplier LTD"];
        var answer = (await _desk.Run(plan)).Gave(0).Out;
        Assert.Contains("tightened inspection, code letter E", answer, StringComparison.Ordinal);
        Assert.Contains("next lot, major, AQL 6.5, level II: tightened inspection, since PO-2 A (", answer, StringComparison.Ordinal);
        Assert.Contains("Normal inspection: no lot of nobody was inspected at AQL 6.5, level II.", (await _desk.Run([.. plan[..^1], "nobody"])).Gave(0).Out, StringComparison.Ordinal);
        (await _desk.Run([.. plan, "--severity", "normal"])).Gave(64);
        (await _desk.Run("plan", "--lot-size", "20", "--aql", "6.5", "--supplier", "x")).Gave(64);
        Assert.Equal("tightened", (await _desk.Run("history", "supplier", "Supplier Ltd", "--format", "json")).Gave(0).Json.GetProperty("sampling").EnumerateArray().Single(series => series.GetProperty("severity").GetString() == "major").GetProperty("state").GetString());
    }

    [Fact]
    public async Task What_is_no_inspection_and_what_is_no_history_is_said()
    {
        _desk.Put("nothing/a.txt", "no inspection");
        (await _desk.Run("history", "add", "nothing")).Gave(65);
        Assert.False(File.Exists(_desk.At("history.db")));
        _desk.Put("other.db", "something else that is longer than the hundred bytes of the header which every database of this kind begins with");
        _desk.Put("cut.db", "");
        Assert.Contains("cut.db: found an empty file", (await _desk.Run("history", "check", "--history", "cut.db")).Gave(65).Error, StringComparison.Ordinal);
        Assert.Contains("other.db: it is no history of inspections", (await _desk.Run("history", "check", "--history", "other.db")).Gave(65).Error, StringComparison.Ordinal);
    }
}
