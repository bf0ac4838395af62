using System.Text.RegularExpressions;
using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: lots, items and views from folders, file names or the manifest (intake section of the workflow contract).</summary>
public sealed class ShipmentIntakeTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_sub_folder_of_a_lot_is_an_item_and_the_rest_of_the_path_its_view()
    {
        Put("lot-1/007/front.jpg", "lot-1/007/close/seam.jpg");
        Assert.Equal([new PhotoPlace("lot-1", "007", "close/seam"), new PhotoPlace("lot-1", "007", "front")], Places());
        Assert.Equal(ItemSource.SubFolders, Take().ItemSources["lot-1"]);
    }

    [Fact]
    public void In_a_lot_of_plain_photos_the_file_name_tells_the_item()
    {
        Put("lot-1/007_front.jpg", "lot-1/007_back.jpg");
        Assert.Equal([new PhotoPlace("lot-1", "007", "back"), new PhotoPlace("lot-1", "007", "front")], Places());
        Assert.Equal(ItemSource.FileNames, Take().ItemSources["lot-1"]);
    }

    [Fact]
    public void Photos_that_a_camera_named_are_an_item_each_and_the_lot_says_so()
    {
        Put("lot-1/IMG_0001.jpg", "lot-1/IMG_0002.jpg");
        Assert.Equal(["IMG_0001", "IMG_0002"], Places().Select(place => place.Item));
        Assert.Equal(ItemSource.EachPhoto, Take().ItemSources["lot-1"]);
    }

    [Fact]
    public void Orders_and_lots_make_the_lots_name()
    {
        Put("PO-1/blue/1_a.jpg", "PO-2/blue/1_a.jpg");
        Assert.Equal(["PO-1/blue", "PO-2/blue"], Places().Select(place => place.Lot));
    }

    [Fact]
    public void Two_lots_may_hold_the_same_file_name()
    {
        Put("a/1_front.jpg", "b/1_front.jpg");
        Assert.Equal([("a", "1"), ("b", "1")], Places().Select(place => (place.Lot, place.Item)));
    }

    [Fact]
    public void Photos_in_the_folder_itself_make_a_lot_named_as_the_folder()
    {
        Put("1_front.jpg");
        Assert.Equal(new PhotoPlace("shipment", "1", "front"), Assert.Single(Places()));
    }

    [Fact]
    public void A_photo_above_the_folders_of_the_lots_belongs_to_none()
    {
        Put("stray.jpg", "a/1_front.jpg");
        var stray = Take().Files.Single(file => file.Path == "stray.jpg");
        Assert.Equal(PhotoOutcome.OutsideAnyLot, stray.Decided);
    }

    [Fact]
    public void A_lot_that_the_agreement_names_fixes_the_level()
    {
        Put("PO-1/blue/1_a.jpg", "PO-1/red/1_a.jpg");
        var agreement = new Agreement { Lots = new Dictionary<string, AgreedLot> { ["PO-1"] = new(100) } };
        Assert.Equal([new PhotoPlace("PO-1", "blue", "1_a"), new PhotoPlace("PO-1", "red", "1_a")], Places(agreement: agreement));
    }

    [Theory]
    [InlineData(@"(?<item>[^/]+)-(?<view>\d)\.jpg$")]
    [InlineData(@"([^/]+)-(\d)\.jpg$")]
    public void A_pattern_finds_item_and_view_by_name_or_by_order(string pattern)
    {
        Put("lot-1/shirt-7-2.jpg");
        Assert.Equal(new PhotoPlace("lot-1", "shirt-7", "2"), Assert.Single(Places(new Regex(pattern))));
    }

    [Fact]
    public void A_photo_that_the_pattern_does_not_fit_is_an_item_of_its_own()
    {
        Put("lot-1/other.jpg");
        Assert.Equal("other", Assert.Single(Places(new Regex(@"^(\d+)-(\d)\.jpg$"))).Item);
        Assert.Equal(ItemSource.EachPhoto, Take(new Regex(@"^(\d+)-(\d)\.jpg$")).ItemSources["lot-1"]);
    }

    [Fact]
    public void The_agreement_and_the_manifest_are_files_found_and_no_photos()
    {
        Put("lot-1/1_a.jpg", "agreement.yaml");
        _temp.Put("shipment/photos.csv", "path,lot,item\nlot-1/1_a.jpg,A,1\n");
        Assert.All(
            Take().Files.Where(file => !file.Path.EndsWith(".jpg", StringComparison.Ordinal)),
            file => Assert.Equal(PhotoOutcome.NotAPhoto, file.Decided));
    }

    [Fact]
    public void A_manifest_wins_over_the_folders_and_names_what_is_missing()
    {
        Put("lot-1/1_a.jpg", "lot-1/2_a.jpg", "lot-1/3_a.jpg");
        _temp.Put("shipment/photos.csv", "path,lot,item,view\nlot-1/1_a.jpg,X,one,front\nlot-1/2_a.jpg,X,two,\nlot-1/lost.jpg,X,three,\n");
        var intake = Take();
        Assert.Equal(new PhotoPlace("X", "one", "front"), intake.Files.Single(file => file.Path == "lot-1/1_a.jpg").Place);
        Assert.Equal(PhotoOutcome.OutsideAnyLot, intake.Files.Single(file => file.Path == "lot-1/3_a.jpg").Decided);
        Assert.Equal(["lot-1/lost.jpg"], intake.MissingPhotos);
        Assert.Contains(("X", "three"), intake.NamedItems);
    }

    [Fact]
    public void A_manifest_elsewhere_is_read_when_it_is_given()
    {
        Put("lot-1/1_a.jpg");
        var list = _temp.Put("list.csv", "path,lot,item\nlot-1/1_a.jpg,X,one\n");
        var intake = ShipmentIntake.Of(new IntakeOptions(_temp.At("shipment"), _temp.At("out"), new Dictionary<ListKind, string> { [ListKind.Manifest] = list }), new AgreedTerms(Agreement.None));
        Assert.Equal("X", Assert.Single(intake.Files).Place!.Lot);
    }

    [Fact]
    public void The_lists_of_others_and_the_documents_they_name_are_known_files_and_no_photos_of_a_lot()
    {
        Put("PO-1/a/1_front.jpg", "PO-1/a/2_front.jpg", "lab/scan.jpg", "measurements.csv");
        _temp.Put("shipment/tests.csv", "test,kind,result,document\nlead,safety,fail,lab/scan.jpg\n");
        _temp.Put("shipment/third-party.csv", "item,verdict\n");
        var known = Take().Files.Where(file => file.Decided is not null).ToList();
        Assert.Equal(["lab/scan.jpg", "measurements.csv", "tests.csv", "third-party.csv"], known.Select(file => file.Path));
        Assert.All(known, file => Assert.Equal(PhotoOutcome.NotAPhoto, file.Decided));
        Assert.Equal("a document that tests.csv names", known[0].Reason);
    }

    private void Put(params string[] names)
    {
        foreach (var name in names)
        {
            _temp.Put($"shipment/{name}", "x");
        }
    }

    private ShipmentIntake Take(Regex? pattern = null, Agreement? agreement = null) => ShipmentIntake.Of(
        new IntakeOptions(_temp.At("shipment"), _temp.At("out"), Lists.InFolder(_temp.At("shipment")), pattern),
        new AgreedTerms(agreement ?? Agreement.None));

    private IReadOnlyList<PhotoPlace> Places(Regex? pattern = null, Agreement? agreement = null) =>
        [.. Take(pattern, agreement).Files.Where(file => file.Place is not null).Select(file => file.Place!)];
}
