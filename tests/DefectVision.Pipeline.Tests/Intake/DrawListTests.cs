using System.Security.Cryptography;
using DefectVision.Fixtures;
using DefectVision.Inspection;
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
        Assert.Equal(50, list.Items["批次 1"].Count);
        Assert.Contains(("seed", "42"), list.Facts);
        Assert.Equal(digest, DrawListFile.Write(order, _temp.At("again.csv")));
        Assert.NotEqual(digest, DrawListFile.Write(order with { Seed = 43 }, _temp.At("other.csv")));
    }

    [Fact]
    public void An_item_twice_is_an_error() =>
        Assert.Contains("draw.csv(3)", Assert.Throws<IntakeException>(() => Draws.Read(_temp.Put("draw.csv", "lot,item\na,1\na,1\n"))).Message, StringComparison.Ordinal);

    [Fact]
    public void A_drawn_item_without_photo_counts_as_undecided_and_an_item_beside_the_draw_counts_for_nothing()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/1_front.jpg", Photos.Good(1));
        shipment.Put("lot/2_front.jpg", Photos.Good(2));
        shipment.Put("lot/9_front.jpg", Photos.Stain(9));
        shipment.Put("draw.csv", "# seed: 5\nlot,item\nlot,1\nlot,2\nlot,3\n");
        var record = shipment.Inspect();
        var lot = Shipment.LotOf(record, "lot");
        Assert.Equal(["1", "2", "3"], lot.Lot.Items.Select(item => item.Name));
        Assert.Equal(ItemStanding.Incomplete, lot.Lot.Items[2].Standing);
        Assert.Equal((3L, 0L, 1L), (lot.Tally.Items, lot.Tally.Flagged, lot.Tally.Undecided));
        Assert.Equal(["3"], lot.Lot.Draw!.Missing);
        Assert.Equal(["9"], lot.Lot.Draw.Extra);
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

    [Fact]
    public void A_photo_that_stands_for_two_items_refuses_class_G_in_both_lots()
    {
        using var shipment = new Shipment();
        shipment.Put("a/1_front.jpg", Photos.Good(1));
        shipment.Put("b/7_front.jpg", Photos.Good(1));
        shipment.Put("b/7_back.jpg", Photos.Good(2));
        shipment.Put("c/1_front.jpg", Photos.Good(3));
        var record = shipment.Inspect(agreement: new() { Sampling = Inspection.Agreements.SamplingFrame.Random });
        Assert.False(Shipment.LotOf(record, "a").Sample.SpeaksForLot);
        Assert.False(Shipment.LotOf(record, "b").Sample.SpeaksForLot);
        Assert.True(Shipment.LotOf(record, "c").Sample.SpeaksForLot);
    }
}
