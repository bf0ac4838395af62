using System.Security.Cryptography;
using DefectVision.Fixtures;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Statistics;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rule: a photo that the model was made from is named as such, also after a resumption, and is never called unlike those it learned from.</summary>
public sealed class TrainedOnTests : IDisposable
{
    private static readonly byte[] Known = Photos.Good(1);
    private static readonly byte[] Other = Photos.Good(2);

    private readonly Shipment _shipment = new();

    public TrainedOnTests()
    {
        _shipment.Put("lot/1_x.jpg", Known);
        _shipment.Put("lot/2_x.jpg", Other);
    }

    public void Dispose() => _shipment.Dispose();

    [Fact]
    public void The_photo_it_learned_from_is_named_and_the_other_is_unlike_it()
    {
        using var model = Load("knows", PhotoDigests.Of([Convert.ToHexStringLower(SHA256.HashData(Known))]));
        var record = _shipment.Inspect(with: model);
        Assert.Equal([(true, false), (false, true)], record.Files.Select(Said));
        var remark = Assert.Single(Shipment.LotOf(record, "lot").Remarks.Select(FormattableString.Invariant), remark => remark.Contains("learned from, or", StringComparison.Ordinal));
        Assert.Contains("1, such as lot/1_x.jpg;", remark, StringComparison.Ordinal);

        var lines = File.ReadAllLines(_shipment.At("out/journal.jsonl"));
        var again = _shipment.Inspect(with: model);
        Assert.Equal(lines, File.ReadAllLines(_shipment.At("out/journal.jsonl")));
        Assert.Equal(record.Files.Select(file => file.Finding), again.Files.Select(file => file.Finding));
    }

    [Fact]
    public void A_model_that_does_not_carry_what_it_learned_from_leaves_it_open()
    {
        using var model = Load("older", null);
        Assert.Equal([(null, true), (null, true)], _shipment.Inspect(with: model).Files.Select(Said));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_specificity_by_item_reaches_the_record_where_it_was_measured(bool isMeasured)
    {
        ItemCounts? items = isMeasured ? new ItemCounts(new Tally(9, 10), new Tally(38, 39)) { FewestPhotos = 2 } : null;
        using var model = Load("items", null, items);
        var used = _shipment.Inspect(with: model).Model!;
        Assert.Equal((items?.Specificity, items?.FewestPhotos), (used.ItemSpecificity, used.ItemPhotos));
    }

    private static (bool? TrainedOn, bool Outside) Said(InspectedFile file) => (file.Finding!.WasTrainedOn, file.Finding.OutsideTrainedRange is not null);

    // Nothing is as bright as what it says it learned from.
    private Model Load(string name, PhotoDigests? digests, ItemCounts? items = null) => Model.Load(TinyModel.Write(_shipment.At($"{name}.onnx"), TinyModel.Contract with
    {
        Trained = new TrainedRange(null, 0.999, 1),
        Training = TinyModel.Contract.Training with { Digests = digests },
        OperatingPoint = TinyModel.Contract.OperatingPoint with { Items = items },
    }));
}
