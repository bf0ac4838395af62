using DefectVision.Fixtures;
using DefectVision.Imaging.Keeping;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;

namespace DefectVision.Pipeline.Tests;

/// <summary>
/// Rules: where no model judges a lot its photos are ordered by how unlike those of the other items they are, and the order decides nothing; a model that does not know the
/// goods of a lot decides nothing there.
/// </summary>
public sealed class LookOrderTests : IDisposable
{
    private readonly Shipment _shipment = new();

    public void Dispose() => _shipment.Dispose();

    [Fact]
    public void The_item_that_is_unlike_the_others_comes_first_and_its_place_is_shown()
    {
        PutCloth("LOT-A", 8, spoiled: 5);
        var record = Ordered();
        var judged = Shipment.LotOf(record, "LOT-A");
        var first = Exhibited.LookFirst(judged)[0];
        Assert.Equal("5", first.Name);
        Assert.True(first.Unlikeness > 1.5, $"{first.Unlikeness}");
        Assert.Equal((Verdict.Hold, 0L), (judged.Verdict, judged.Tally.Flagged));
        Assert.Equal(8, record.Order!.Photos);
        var store = new PictureStore(_shipment.At("out"));
        Assert.All(new[] { PictureKind.Thumbnail, PictureKind.HeatMap, PictureKind.CloseUp }, kind => Assert.True(store.Holds(first.Photos[0].Sha256!, kind), $"{kind}"));
        var outputs = _shipment.Outputs(record, "out");
        Assert.StartsWith("\uFEFFlot,item,confirmed,reader,time,defect_class,severity,cause,photo,score,unlike_others,why\r\nLOT-A,", System.Text.Encoding.UTF8.GetString(outputs["to-confirm.csv"]), StringComparison.Ordinal);
        Assert.Contains("LOT-A/5_front.jpg", System.Text.Encoding.UTF8.GetString(outputs["to-confirm.csv"]).Split("\r\n")[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void The_number_of_workers_and_a_second_run_change_nothing(int workers)
    {
        PutCloth("LOT-A", 7, spoiled: 2);
        var files = Ordered().Files;
        Assert.Equal(files, Ordered("other", workers).Files);
        Assert.Equal(files, Ordered("other", workers).Files);
    }

    [Fact]
    public void Without_a_network_and_with_a_model_that_judges_no_order_is_made()
    {
        PutCloth("LOT-A", 7, spoiled: 2);
        Assert.Null(_shipment.InspectWithoutModel().Order);
        Assert.Null(Ordered("scored", with: _shipment.Strange(most: 0.9)).Order);
    }

    // What is in one lot only is usual there; against lots of the same goods it is not, against other goods nobody asks.
    [Fact]
    public void Lots_that_name_other_articles_are_other_goods()
    {
        PutCloth("LOT-A", 6, spoiled: null);
        for (var number = 0; number < 6; number++)
        {
            _shipment.Put($"LOT-B/{number}_front.jpg", Photos.Plain(120, 500 + number, 96));
        }

        AgreedLot Of(string sku) => new(6) { Skus = [sku] };
        var agreement = new Agreement { Lots = new Dictionary<string, AgreedLot> { ["LOT-A"] = Of("cloth"), ["LOT-B"] = Of("board") } };
        var apart = Ordered(agreement: agreement);
        Assert.Equal(12, apart.Order!.Photos);
        Assert.All(apart.Lots, lot => Assert.True(lot.Lot.Items.Max(item => item.Unlikeness) < 2, lot.Lot.Name));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(37, 12)]
    public void Goods_that_lie_at_any_angle_are_held_against_the_others_turned_and_the_report_says_so(double degrees, int? turned)
    {
        for (var number = 0; number < 12; number++)
        {
            _shipment.Put($"LOT-A/{number:00}_front.jpg", Scenes.Turned(Scenes.Piece(number), degrees * number).ToJpeg(92));
        }

        var record = Ordered();
        Assert.Equal(turned, record.Order!.Turned?.Photos);
        var report = System.Text.Encoding.UTF8.GetString(_shipment.Outputs(record, "out")["report.html"]);
        Assert.Equal(turned is not null, report.Contains("12 of these photos are as like the others turned as they are upright", StringComparison.Ordinal));
    }

    [Fact]
    public void Too_few_items_have_no_order()
    {
        PutCloth("LOT-A", 4, spoiled: 2);
        var record = Ordered();
        Assert.Null(record.Order);
        Assert.Empty(Exhibited.LookFirst(Shipment.LotOf(record, "LOT-A")));
    }

    [Fact]
    public void A_model_that_does_not_know_the_goods_decides_nothing_and_the_photos_are_ordered()
    {
        PutCloth("LOT-A", 7, spoiled: 2);
        for (var number = 0; number < 6; number++)
        {
            _shipment.Put($"LOT-B/{number}_front.jpg", Photos.Plain(40, 500 + number, 96));
        }

        var record = Ordered(with: _shipment.Strange(most: 0.5));
        var (known, strange) = (Shipment.LotOf(record, "LOT-A"), Shipment.LotOf(record, "LOT-B"));
        Assert.Null(known.Lot.Strange);
        Assert.Equal(7, known.Tally.Scored);
        Assert.Equal((Verdict.Hold, 0L, 6), (strange.Verdict, strange.Tally.Flagged, strange.Lot.Strange!.Flagged));
        Assert.All(strange.Lot.Items, item => Assert.Equal((Standing.NotJudged, Standing.Flagged), (item.Photos[0].Finding!.Standing, item.Photos[0].Finding!.ByScore)));
        Assert.Equal(6, record.Order!.Photos);
        var outputs = _shipment.Outputs(record, "out");
        Assert.DoesNotContain("LOT-B", System.Text.Encoding.UTF8.GetString(outputs["defect-log.csv"]), StringComparison.Ordinal);
        Assert.Contains("The model does not know the goods of lot", System.Text.Encoding.UTF8.GetString(outputs["report.html"]), StringComparison.Ordinal);
    }

    // What stands under a heat map must be what it shows: the model's own was made while it scored.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_pictures_of_strange_goods_are_those_of_the_order_and_not_the_models(int runs)
    {
        for (var number = 0; number < 6; number++)
        {
            _shipment.Put($"LOT-B/{number}_front.jpg", Photos.Plain(40, 500 + number, 96));
        }

        var plain = Exhibited.LookFirst(Shipment.LotOf(Ordered("plain"), "LOT-B"));
        InspectionRecord record = null!;
        for (var run = 0; run < runs; run++)
        {
            record = Ordered(with: _shipment.StrangeMapping(most: 0.5));
        }

        var strange = Exhibited.LookFirst(Shipment.LotOf(record, "LOT-B"));
        Assert.Equal(plain.Select(item => item.Name), strange.Select(item => item.Name));
        Assert.NotNull(strange[0].Photos[0].Finding!.Heat);
        var (wanted, found) = (new PictureStore(_shipment.At("plain")), new PictureStore(_shipment.At("out")));
        foreach (var photo in strange.Take(Exhibited.MostLookFirst).Select(item => item.Photos[0]))
        {
            Assert.All(new[] { PictureKind.Thumbnail, PictureKind.HeatMap, PictureKind.CloseUp }, kind => Assert.Equal(wanted.Find(photo.Sha256!, kind), found.Find(photo.Sha256!, kind)));
        }
    }

    private void PutCloth(string lot, int items, int? spoiled)
    {
        for (var number = 0; number < items; number++)
        {
            _shipment.Put($"{lot}/{number}_front.jpg", Photos.Cloth(number, number == spoiled));
        }
    }

    private InspectionRecord Ordered(string output = "out", int workers = 2, Agreement? agreement = null, Model? with = null) =>
        _shipment.InspectOrdered(TinyFeatures.Write(_shipment.At("features.onnx")), output, workers, agreement, with);
}
