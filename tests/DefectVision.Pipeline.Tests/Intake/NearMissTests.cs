using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: a name that is nearly right is understood where one thing fits it, and that is said; otherwise the name is reported. Nothing is passed over in silence.</summary>
public sealed class NearMissTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("a-001", "A-001")]
    [InlineData("Ａ－００１", "A-001")]
    [InlineData("A-001\u00A0", "A-001")]
    [InlineData("A–001", "A-001")]
    [InlineData("A-1", "A-001")]
    [InlineData("17", "017")]
    [InlineData("A-001_front", "A-001")]
    [InlineData("A-001_FRONT.JPG", "A-001")]
    [InlineData("LOT\\a-001_front.jpg", "A-001")]
    public void An_item_is_told_where_exactly_one_fits(string written, string item)
    {
        var reading = new ListReading(accepts: false);
        var known = new KnownItems([("LOT", "A-001"), ("LOT", "017"), ("LOT", "B")]) { Photos = [("LOT/A-001_front.jpg", "LOT", "A-001"), ("LOT/B_front.jpg", "LOT", "B")] };
        Assert.Equal(item, Assert.Single(Confirmations.Read(Confirmed(written), known, reading).Readings).Item);
        reading.Settle();
        Assert.Contains("each taken for the only one that it fits", FormattableString.Invariant(Assert.Single(known.Notes)), StringComparison.Ordinal);
    }

    [Fact]
    public void An_exact_name_goes_before_any_other_and_is_not_spoken_of()
    {
        var known = new KnownItems([("LOT", "1"), ("LOT", "01"), ("LOT", "001")]);
        Assert.Equal("01", Assert.Single(Confirmations.Read(Confirmed("01"), known).Readings).Item);
        Assert.Empty(known.Notes);
    }

    [Fact]
    public void A_name_that_fits_two_items_is_refused_with_both() =>
        Assert.Contains(
            "'1', which fits 2 items, wanted one of them: LOT: 001, LOT: 01",
            Assert.Throws<IntakeException>(() => Confirmations.Read(Confirmed("1"), new KnownItems([("LOT", "01"), ("LOT", "001")]))).Message,
            StringComparison.Ordinal);

    [Theory]
    [InlineData("LOT/a.JPG", "LOT/a.jpg")]
    [InlineData("LOT/a", "LOT/a.jpg")]
    [InlineData("a.jpg", "LOT/a.jpg")]
    [InlineData(@"C:\Users\qc\PO 4711\LOT\a.jpg", "LOT/a.jpg")]
    [InlineData("/home/qc/lot/A.jpg", "LOT/a.jpg")]
    [InlineData(@"\\server\share\LOT\a.jpg", "LOT/a.jpg")]
    [InlineData("PO/LOT/a.jpg", "LOT/a.jpg")]
    [InlineData(@"D:\x\b.jpg", "LOT/b.jpg")]
    [InlineData(@"D:\x\TWO\b.jpg", "TWO/b.jpg")]
    public void A_path_is_told_where_exactly_one_file_fits(string written, string path)
    {
        var photos = new FoundPaths(path == "LOT/b.jpg" ? ["LOT/a.jpg", "LOT/b.jpg"] : ["LOT/a.jpg", "LOT/b.jpg", "TWO/b.jpg"]);
        Assert.Equal(path, Assert.Single(Manifest.Read(_temp.Put("photos.csv", $"path,lot\n{written},x\n"), photos).Places).Key);
        Assert.Contains(path, FormattableString.Invariant(Assert.Single(photos.Notes("photos.csv"))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("b.jpg")]
    [InlineData(@"D:\x\b.jpg")]
    public void A_path_that_fits_two_files_is_refused_with_both(string written) =>
        Assert.Contains(
            "which fits 2 files, wanted one of LOT/b.jpg, TWO/b.jpg",
            Assert.Throws<IntakeException>(() => Manifest.Read(_temp.Put("photos.csv", $"path,lot\n{written},x\n"), new FoundPaths(["LOT/b.jpg", "TWO/b.jpg"]))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_path_of_another_folder_is_not_taken_for_a_file_of_the_same_name() =>
        Assert.Equal("OTHER/b.jpg", Assert.Single(Manifest.Read(_temp.Put("photos.csv", "path,lot\nOTHER/b.jpg,x\n"), new FoundPaths(["LOT/b.jpg"])).Places).Key);

    [Theory]
    [InlineData("confirmed.csv", ListKind.Confirmed, true)]
    [InlineData("Confirmed.CSV", ListKind.Confirmed, true)]
    [InlineData("confirmed (1).csv", ListKind.Confirmed, true)]
    [InlineData("confirmed - Copy.csv", ListKind.Confirmed, true)]
    [InlineData("confirmed - 副本.csv", ListKind.Confirmed, true)]
    [InlineData("Kopie von confirmed.csv", ListKind.Confirmed, true)]
    [InlineData("confirmed.csv.csv", ListKind.Confirmed, true)]
    [InlineData("confirmed.xlsx", ListKind.Confirmed, true)]
    [InlineData("third_party.csv", ListKind.ThirdParty, true)]
    [InlineData("Third Party.csv", ListKind.ThirdParty, true)]
    [InlineData("agreement.yml", ListKind.Agreement, true)]
    [InlineData("Agreement.yaml", ListKind.Agreement, true)]
    [InlineData("agreement.yaml.txt", ListKind.Agreement, true)]
    [InlineData("confirmed.xls", ListKind.Confirmed, false)]
    [InlineData("agreement.txt", ListKind.Agreement, false)]
    [InlineData("confirmed.txt", ListKind.Confirmed, false)]
    [InlineData("confirmed v2.csv", ListKind.Confirmed, false)]
    [InlineData("confirmed2.csv", ListKind.Confirmed, false)]
    [InlineData("to-confirm.csv", ListKind.Confirmed, false)]
    [InlineData("comfirmed.csv", ListKind.Confirmed, false)]
    [InlineData("PO 4711 measurements.xlsx", ListKind.Measurements, false)]
    [InlineData("measurement.csv", ListKind.Measurements, false)]
    [InlineData("agrement.yaml", ListKind.Agreement, false)]
    [InlineData("notes.csv", null, false)]
    [InlineData("drawing.csv", null, false)]
    [InlineData("test.jpg", null, false)]
    [InlineData("confirmed", null, false)]
    [InlineData("test report.pdf", null, false)]
    public void A_name_says_which_list_it_is_and_how_surely(string file, ListKind? kind, bool isSure)
    {
        var name = ListName.Of(file);
        Assert.Equal((kind, isSure), (name?.Kind, name?.IsSure ?? false));
    }

    [Fact]
    public void In_a_folder_the_usual_name_goes_first_and_two_others_cancel_out()
    {
        _temp.Put("one/Confirmed.csv", "x");
        _temp.Put("two/Confirmed.csv", "x");
        _temp.Put("two/confirmed (1).csv", "x");
        _temp.Put("three/confirmed.csv", "x");
        _temp.Put("three/confirmed (1).csv", "x");
        Assert.Equal(_temp.At("one/Confirmed.csv"), Lists.InFolder(_temp.At("one"))[ListKind.Confirmed]);
        Assert.Empty(Lists.InFolder(_temp.At("two")));
        Assert.Equal(_temp.At("three/confirmed.csv"), Lists.InFolder(_temp.At("three"))[ListKind.Confirmed]);
    }

    [Fact]
    public void A_list_inside_a_lot_is_found_where_it_can_speak_for_the_shipment()
    {
        _temp.Put("s/LOT-A/1.jpg", "x");
        _temp.Put("s/LOT-A/confirmed.csv", "x");
        _temp.Put("s/LOT-A/photos.csv", "x");
        Assert.Equal([ListKind.Manifest, ListKind.Confirmed], Lists.Below(_temp.At("s"), _temp.At("out")).Keys);
        _temp.Put("s/LOT-B/2.jpg", "x");
        Assert.Equal([ListKind.Confirmed], Lists.Below(_temp.At("s"), _temp.At("out")).Keys);
        _temp.Put("s/LOT-B/confirmed.csv", "x");
        Assert.Empty(Lists.Below(_temp.At("s"), _temp.At("out")));
        Assert.Equal([ListKind.Manifest, ListKind.Confirmed], Lists.Below(_temp.At("s"), _temp.At("s/LOT-B")).Keys);
    }

    [Fact]
    public void A_likely_list_that_was_not_read_is_named()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/1_front.jpg", Photos.Good(1));
        shipment.Put("lot/confirmed v2.csv", "x");
        shipment.Put("Measurements.CSV", "item,point,value,upper\n1,chest,1,9\n");
        var record = shipment.Inspect();
        Assert.Equal(PhotoOutcome.NotAPhoto, Shipment.OutcomeOf(record, "lot/confirmed v2.csv"));
        var remarks = record.Notes.Select(FormattableString.Invariant).ToList();
        Assert.Contains(remarks, remark => remark.StartsWith("lot/confirmed v2.csv: likely a list that was not read", StringComparison.Ordinal));
        Assert.Contains(remarks, remark => remark.StartsWith("Measurements.CSV: read as the list measurements.csv", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_a_photo_that_is_not_there_the_nearest_names_are_given()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/IMG_0001.jpg", Photos.Good(1));
        shipment.Put("lot/IMG_0002.jpg", Photos.Good(2));
        shipment.Put("lot/DSC_7744.jpg", Photos.Good(3));
        shipment.Put("photos.csv", "path,lot,item\nlot/IMG_0001.jpg,lot,1\nlot/IMG_0003.jpg,lot,2\n");
        var record = shipment.InspectWithoutModel();
        Assert.Equal(["lot/IMG_0003.jpg"], record.MissingPhotos);
        Assert.Equal(["lot/IMG_0002.jpg", "lot/DSC_7744.jpg"], record.NearestPhotos!["lot/IMG_0003.jpg"]);
        Assert.Contains(
            "photos.csv: it names lot/IMG_0003.jpg, which the shipment does not hold; the nearest names are lot/IMG_0002.jpg, lot/DSC_7744.jpg.",
            record.Notes.Select(FormattableString.Invariant));
    }

    [Fact]
    public void Of_many_missing_photos_three_have_a_sentence_each()
    {
        using var shipment = new Shipment();
        shipment.Put("lot/IMG_0001.jpg", Photos.Good(1));
        shipment.Put("photos.csv", "path,lot,item\nlot/a.jpg,lot,1\nlot/b.jpg,lot,2\nlot/c.jpg,lot,3\nlot/d.jpg,lot,4\nlot/e.jpg,lot,5\n");
        var notes = shipment.InspectWithoutModel().Notes.Select(FormattableString.Invariant).ToList();
        Assert.Equal(3, notes.Count(note => note.EndsWith("the nearest names are lot/IMG_0001.jpg.", StringComparison.Ordinal)));
        Assert.Contains("photos.csv: photos that it names and the shipment does not hold: lot/d.jpg, lot/e.jpg.", notes);
    }

    [Fact]
    public void A_list_that_names_an_item_by_a_photo_that_is_not_there_is_told_the_nearest_photos()
    {
        var known = new KnownItems([("lot", "1"), ("lot", "2")]) { Photos = [("lot/IMG_0001.jpg", "lot", "1"), ("lot/IMG_0002.jpg", "lot", "2")] };
        Assert.EndsWith(
            "the nearest are lot/IMG_0001.jpg, lot/IMG_0002.jpg",
            Assert.Throws<IntakeException>(() => Confirmations.Read(Confirmed("IMG_0011.jpg"), known)).Message,
            StringComparison.Ordinal);
        Assert.EndsWith("the nearest are 1, 2", Assert.Throws<IntakeException>(() => Confirmations.Read(Confirmed("11"), known)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_region_of_a_photo_that_is_not_there_is_refused_with_the_nearest()
    {
        var list = _temp.Put("regions.csv", "path,x,y,width,height,reason\nlot/IMG_0003.jpg,0,0,1,1,faces\n");
        Assert.Equal(
            "regions.csv(2, path): found the photo 'lot/IMG_0003.jpg', which the shipment does not hold, wanted its path as results.jsonl has it; the nearest are lot/IMG_0002.jpg, lot/x.jpg",
            Assert.Throws<IntakeException>(() => WithheldRegions.Read(list, ["lot/x.jpg", "lot/IMG_0002.jpg"])).Message);
        Assert.Equal("lot/IMG_0003.jpg", Assert.Single(WithheldRegions.Read(list, ["lot/IMG_0003.jpg"])).Path);
    }

    private string Confirmed(string item) => _temp.Put("confirmed.csv", $"item,confirmed,reader,time\n{item},yes,Li,2026-11-24\n");
}
