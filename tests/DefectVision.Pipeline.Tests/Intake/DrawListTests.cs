using System.Security.Cryptography;
using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: a draw list comes out the same for the same order, its digest is that of its bytes, and the photos are held against it.</summary>
public sealed class DrawListTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void What_was_written_is_read_and_the_digest_is_that_of_the_bytes()
    {
        var order = new DrawOrder("批次 1", null, 500, 50, 42, 24);
        var digest = DrawListFile.Write(order, _temp.At("draw.csv"));
        var list = Draws.Read(_temp.At("draw.csv"));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(_temp.At("draw.csv")))), digest);
        Assert.Equal(digest, list.Sha256);
        var draw = Assert.Single(list.Lots);
        Assert.Equal(("批次 1", 50, 500, 50, 42UL), (draw.Lot, draw.Items.Count, draw.LotSize, draw.SampleSize, draw.Seed));
        Assert.Null(draw.Problem);
        Assert.Equal(digest, DrawListFile.Write(order, _temp.At("again.csv")));
        Assert.NotEqual(digest, DrawListFile.Write(order with { Seed = 43 }, _temp.At("other.csv")));
    }

    [Fact]
    public void A_list_in_two_stages_says_the_stage_of_each_item_and_lies_beside_lists_of_one()
    {
        DrawListFile.Write(new DrawOrder("A", null, 280, 32, 1, null), _temp.At("draw.csv"));
        DrawListFile.Write(new DrawOrder("B", null, 280, 32, 2, 12) { FirstStage = 20 }, _temp.At("draw.csv"));
        var list = Draws.Read(_temp.At("draw.csv"));
        Assert.All(list.Lots, draw => Assert.Null(draw.Problem));
        Assert.Equal((null, 0), (list.Of("A")!.FirstStage, list.Of("A")!.Stages.Count));
        Assert.Equal((20, 32), (list.Of("B")!.FirstStage!.Value, list.Of("B")!.Items.Count));
        Assert.Equal([.. Enumerable.Repeat("1", 20), .. Enumerable.Repeat("2", 12)], list.Of("B")!.Stages);
        File.WriteAllText(_temp.At("draw.csv"), File.ReadAllText(_temp.At("draw.csv")).Replace(",1,", ",2,", StringComparison.Ordinal));
        Assert.NotNull(Draws.Read(_temp.At("draw.csv")).Of("B")!.Problem);
    }

    [Fact]
    public void A_list_of_cartons_says_the_carton_of_each_item_and_is_repeated()
    {
        DrawListFile.Write(new DrawOrder("A", null, 1200, 80, 7, 24) { CartonsOpened = 8 }, _temp.At("draw.csv"));
        DrawListFile.Write(new DrawOrder("B", null, 90, 13, 2, 12), _temp.At("draw.csv"));
        var list = Draws.Read(_temp.At("draw.csv"));
        Assert.All(list.Lots, draw => Assert.Null(draw.Problem));
        Assert.Null(list.Of("B")!.Cartons);
        Assert.Equal((8, 24), (list.Of("A")!.Cartons!.Opened, list.Of("A")!.Cartons!.PackSize));
        Assert.Equal(["6", "13", "14", "23", "27", "28", "37", "48"], list.Of("A")!.CartonOf.Distinct());
        File.WriteAllText(_temp.At("draw.csv"), File.ReadAllText(_temp.At("draw.csv")).Replace("; per carton: 24", string.Empty, StringComparison.Ordinal));
        Assert.Contains("and not both", FormattableString.Invariant(Draws.Read(_temp.At("draw.csv")).Of("A")!.Problem!), StringComparison.Ordinal);
    }

    [Fact]
    public void A_lot_is_added_beside_the_others_and_replaced_without_them()
    {
        var (list, one) = (_temp.At("draw.csv"), new DrawOrder("A", null, 280, 32, 1, null));
        DrawListFile.Write(one, list);
        DrawListFile.Write(new DrawOrder("#B", null, 90, 13, 2, 12), list);
        Assert.Equal(["#B", "A"], DrawListFile.LotsOf(list));
        var first = Draws.Read(list).Of("A")!.Items;
        DrawListFile.Write(new DrawOrder("#B", null, 90, 13, 3, null), list);
        var read = Draws.Read(list);
        Assert.All(read.Lots, draw => Assert.Null(draw.Problem));
        Assert.Equal(first, read.Of("PO-1/A")!.Items);
        Assert.Equal(3UL, read.Of("#B")!.Seed);
        Assert.Equal(["draw.csv"], Directory.GetFiles(_temp.Root).Select(Path.GetFileName));
    }

    /// <summary>A list of one lot as earlier versions wrote it: a remark for each fact, and nothing that says how the items are named.</summary>
    [Fact]
    public void A_list_of_an_earlier_version_is_read_repeated_and_added_to()
    {
        DrawListFile.Write(new DrawOrder("A", null, 280, 32, 5, null), _temp.At("new.csv"));
        var items = File.ReadAllLines(_temp.At("new.csv")).Where(line => !line.StartsWith('#'));
        var list = _temp.Put("draw.csv", "# draw list: defectvision plan --draw\n# lot size: 280\n# sample size: 32\n# seed: 5\n# method: PCG32 (stream 2859), selection sampling, version 1\n" + string.Join('\n', items) + "\n");
        Assert.Null(Assert.Single(Draws.Read(list).Lots).Problem);
        DrawListFile.Write(new DrawOrder("B", null, 90, 13, 2, null), list);
        Assert.All(Draws.Read(list).Lots, draw => Assert.Null(draw.Problem));
        DrawListFile.Write(new DrawOrder("A", null, 90, 13, 2, null), list);
        Assert.All(Draws.Read(list).Lots, draw => Assert.Equal((90, null), (draw.LotSize!.Value, draw.Problem)));
    }

    [Fact]
    public void An_item_twice_is_an_error() =>
        Assert.Contains("draw.csv(3, item)", Assert.Throws<IntakeException>(() => Draws.Read(_temp.Put("draw.csv", "lot,item\na,1\na,1\n"))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("# lot: A; lot size: 28O", "lot size '28O'")]
    [InlineData("# lot: A; lot size: 0", "lot size '0'")]
    [InlineData("# lot: A; sample size: -1", "sample size '-1'")]
    [InlineData("# lot: A; seed: 1.5", "seed '1.5'")]
    [InlineData("# lot: A; items: some", "items 'some'")]
    [InlineData("# lot: A; items: ../list.txt, SHA-256 00", "items '../list.txt")]
    [InlineData("# lot: A; sed: 7", "the fact 'sed'")]
    [InlineData("# lot: A; 280", "'280'")]
    [InlineData("# lot: B; seed: 7", "lot 'B' a second time")]
    [InlineData("# lot size: many", "lot size 'many'")]
    public void A_malformed_fact_is_named_with_its_line(string remark, string found)
    {
        var fault = Assert.Throws<IntakeException>(() => Draws.Read(_temp.Put("draw.csv", $"# lot: B; seed: 7\n{remark}\nlot,item\nA,1\n")));
        Assert.StartsWith($"draw.csv(2): found {found}", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawn_item_without_photo_counts_as_undecided_and_an_item_beside_the_draw_counts_for_nothing()
    {
        using var shipment = new Shipment();
        DrawListFile.Write(new DrawOrder("lot", null, 9, 3, 5, null), Path.Combine(shipment.Folder, "draw.csv"));
        var drawn = Draws.Read(Path.Combine(shipment.Folder, "draw.csv")).Lots[0].Items;
        var extra = Enumerable.Range(1, 9).Select(number => $"{number}").First(number => !drawn.Contains(number));
        shipment.Put($"lot/{drawn[0]}_front.jpg", Photos.Good(1));
        shipment.Put($"lot/{drawn[1]}_front.jpg", Photos.Good(2));
        shipment.Put($"lot/{extra}_front.jpg", Photos.Stain(9));
        var record = shipment.Inspect(agreement: new() { Lots = new Dictionary<string, AgreedLot> { ["lot"] = new(9) } });
        var lot = Shipment.LotOf(record, "lot");
        Assert.Equal(drawn, lot.Lot.Items.Select(item => item.Name));
        Assert.Equal(ItemStanding.Incomplete, lot.Lot.Items[2].Standing);
        Assert.Equal((3L, 0L, 1L), (lot.Tally.Items, lot.Tally.Flagged, lot.Tally.Undecided));
        Assert.Equal([drawn[2]], lot.Lot.Draw!.Missing);
        Assert.Equal([extra], lot.Lot.Draw.Extra);
        Assert.Equal(ItemStanding.Flagged, Assert.Single(lot.Lot.NotDrawn).Standing);
        Assert.True(lot.Sample.SpeaksForLot);
        Assert.Equal(PhotoOutcome.NotAPhoto, Shipment.OutcomeOf(record, "draw.csv"));
    }

    [Fact]
    public void A_plan_that_was_changed_after_scoring_began_is_told()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/1_front.jpg", Photos.Good(1));
        var first = shipment.Inspect();
        Assert.Null(first.PlanAtStart);
        shipment.Put("lot2/1_front.jpg", Photos.Good(2));
        var second = shipment.Inspect();
        Assert.Equal(first.Plan!.Sha256, second.PlanAtStart);
    }
}
