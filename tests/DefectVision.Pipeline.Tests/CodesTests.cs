using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Codes;
using DefectVision.Pipeline.Journalling;

namespace DefectVision.Pipeline.Tests;

/// <summary>Rule: codes are read where they are, once, whatever the order of the work; what was not looked for is not said to be absent.</summary>
public sealed class CodesTests : IDisposable
{
    private readonly Shipment _shipment = new();

    public CodesTests()
    {
        for (var number = 0; number < 6; number++)
        {
            _shipment.Put($"LOT-A/{number:000}_front.jpg", Photos.Good(number));
            _shipment.Put($"LOT-B/{number:000}_front.jpg", Photos.Good(100 + number));
        }

        _shipment.Put("LOT-A/004_label.jpg", Labels.Carton("LOT-B", 1));
        _shipment.Put("LOT-A/005_label.jpg", Labels.Carton("LOT-A", 2));
        _shipment.Put("LOT-B/carton/box1.jpg", Labels.Carton("LOT-A", 3));
        _shipment.Put("LOT-B/000_label.jpg", Labels.Article("5901234123457", 4));
    }

    public void Dispose() => _shipment.Dispose();

    [Fact]
    public void Labels_of_items_and_cartons_are_read_and_one_of_another_lot_is_named()
    {
        var codes = CodeComparison.Of(_shipment.Inspect());
        Assert.Equal(
            ["LOT-A/004_label.jpg reads LOT-B, other: LOT-B", "LOT-A/005_label.jpg reads LOT-A, other: ", "LOT-B/carton/box1.jpg reads LOT-A, other: LOT-A", "LOT-B/000_label.jpg reads 5901234123457, other: "],
            codes.SelectMany(lot => lot.Codes).Select(code => $"{code.Photo.Path} reads {code.Code.Text}, other: {string.Join(',', code.OtherLots)}"));
    }

    [Fact]
    public void A_photo_of_packing_stays_an_attachment_and_no_item()
    {
        var record = _shipment.Inspect();
        Assert.Equal(PhotoOutcome.Attachment, Shipment.OutcomeOf(record, "LOT-B/carton/box1.jpg"));
        Assert.Equal(6, Shipment.LotOf(record, "LOT-B").Lot.Items.Count);
    }

    [Fact]
    public void Without_a_model_the_same_codes_are_read() =>
        Assert.Equal(Read(_shipment.Inspect("with")), Read(_shipment.InspectWithoutModel("without")));

    [Theory]
    [InlineData(3, 1)]
    [InlineData(12, 3)]
    public void A_run_that_was_broken_off_gives_the_bytes_of_one_that_was_not(int after, int workers)
    {
        var whole = _shipment.Outputs(_shipment.Inspect("whole"), "whole");
        _shipment.InspectUntil(after, "broken", workers);
        var resumed = _shipment.Outputs(_shipment.Inspect("broken"), "broken");
        Assert.All(whole, output => Assert.Equal(output.Value, resumed[output.Key]));
    }

    [Fact]
    public void Nothing_is_read_where_codes_are_not_looked_for_and_all_is_read_once_they_are()
    {
        var with = _shipment.Outputs(_shipment.Inspect("with"), "with");
        var off = _shipment.Inspect("out", codes: false);
        Assert.False(off.SearchedForCodes);
        Assert.All(off.Files, file => Assert.Null(file.Codes));
        Assert.Contains("Photos were not searched for barcodes", System.Text.Encoding.UTF8.GetString(_shipment.Outputs(off, "out")["report.html"]), StringComparison.Ordinal);

        var on = _shipment.Outputs(_shipment.Inspect("out"), "out");
        Assert.All(with, output => Assert.Equal(output.Value, on[output.Key]));
        Assert.All(_shipment.Inspect("out", codes: false).Files, file => Assert.Null(file.Codes));
    }

    [Fact]
    public void A_second_run_reads_no_code_again()
    {
        _shipment.Inspect();
        var lines = Lines();
        _shipment.Inspect();
        Assert.Equal(lines, Lines());

        int Lines() => File.ReadLines(_shipment.At($"out/{Journal.FileName}")).Count(line => line.Contains("\"codes\":", StringComparison.Ordinal));
    }

    // The choice hangs on names alone: labels, and the first of the others.
    [Fact]
    public void Of_the_other_photos_of_a_lot_128_are_searched_evenly_and_again_when_resumed()
    {
        for (var number = 1; number <= 130; number++)
        {
            _shipment.Put(FormattableString.Invariant($"LOT-Z/{number:000}_front.jpg"), Photos.Good(number));
        }

        var first = Searched();
        Assert.Equal(128, first.Count);
        Assert.Contains("LOT-Z/001_front.jpg", first);
        Assert.DoesNotContain("LOT-Z/130_front.jpg", first);
        Assert.Equal(first, Searched());

        List<string> Searched() => [.. _shipment.Inspect().Files.Where(file => file is { Place.Lot: "LOT-Z", Codes: not null }).Select(file => file.Path)];
    }

    [Fact]
    public void Of_a_lot_24_labels_and_8_other_photos_are_searched_closely()
    {
        for (var number = 10; number < 40; number++)
        {
            _shipment.Put($"LOT-A/{number:000}_front.jpg", Photos.Good(number));
            _shipment.Put($"LOT-A/{number:000}_label.jpg", Photos.Good(200 + number));
        }

        var close = _shipment.Inspect().Files.Where(file => file is { Place.Lot: "LOT-A", Codes.IsClose: true }).Select(file => file.Path).ToList();
        Assert.Equal((24, 8), (close.Count(path => path.Contains("label", StringComparison.Ordinal)), close.Count(path => path.Contains("front", StringComparison.Ordinal))));
        Assert.Contains("LOT-A/031_label.jpg", close);
        Assert.DoesNotContain("LOT-A/032_label.jpg", close);
        Assert.Contains("LOT-A/011_front.jpg", close);
        Assert.DoesNotContain("LOT-A/012_front.jpg", close);
    }

    private static IEnumerable<string> Read(InspectionRecord record) =>
        record.Files.SelectMany(file => file.Codes?.Codes.Select(code => $"{file.Path}: {code.Symbology} {code.Text}") ?? []);
}
