using DefectVision.Fixtures;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rule: photos become one item only where that is at least as sure as that they are several; what was not taken is said.</summary>
public sealed class LotItemsTests : IDisposable
{
    private static readonly string[] Views = ["front", "back", "left", "right", "label", "collar", "hem", "cuff", "pocket"];

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData(8, 2)]
    [InlineData(9, 10)]
    public void An_item_of_more_photos_than_an_item_has_is_not_taken(int photos, int items)
    {
        Put([.. Views.Take(photos).Select(view => $"lot-1/001_{view}.jpg"), "lot-1/002_front.jpg"]);
        Assert.Equal(items, Items().Count);
        Assert.Equal(items > 2, Layout().Any(note => note.Contains("Each was taken for an item of its own", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(LotItems.MostPhotosOfAnOnlyItem, 1)]
    [InlineData(LotItems.MostPhotosOfAnOnlyItem + 1, LotItems.MostPhotosOfAnOnlyItem + 1)]
    public void One_item_of_many_photos_in_a_lot_is_not_taken(int photos, int items)
    {
        Put([.. Views.Take(photos).Select(view => $"lot-1/sample_{view}.jpg"), "lot-1/notes.txt"]);
        Assert.Equal(items, Take().Files.Where(file => file.Path.EndsWith(".jpg", StringComparison.Ordinal)).Select(file => file.Place!.Item).Distinct().Count());
    }

    [Fact]
    public void Views_that_differ_only_by_a_number_are_a_count()
    {
        Put("lot-1/001_photo1.jpg", "lot-1/001_photo2.jpg", "lot-1/002_front.jpg", "lot-1/002_front2.jpg", "lot-1/002_back.jpg");
        Assert.Equal(["001_photo1", "001_photo2", "002"], Items());
    }

    [Fact]
    public void An_item_that_the_draw_list_names_is_one_whatever_its_views_are()
    {
        Put("lot-1/001_1.jpg", "lot-1/001_2.jpg", "lot-1/002_1.jpg");
        var draw = new DrawList("draw.csv", "0", [new LotDraw("lot-1", ["001", "003"], null, null, null, null, null, null)]);
        Assert.Equal(["001", "002_1"], Items(draw));
    }

    [Theory]
    [InlineData(8, 2)]
    [InlineData(9, 10)]
    public void A_sub_folder_of_more_photos_than_an_item_has_is_no_item(int photos, int items)
    {
        Put([.. Enumerable.Range(1, photos).Select(number => $"lot-1/monday/IMG_{number:0000}.jpg"), "lot-1/002/1.jpg"]);
        Assert.Equal(items, Items().Count);
    }

    [Fact]
    public void Items_of_the_same_name_in_folders_that_are_no_items_stay_apart()
    {
        Put([.. Enumerable.Range(1, 5).SelectMany(number => new[] { "carton 1a", "carton 2b" }.SelectMany(folder => new[] { $"lot-1/{folder}/{number:000}_front.jpg", $"lot-1/{folder}/{number:000}_back.jpg" }))]);
        Assert.Equal(10, Items().Count);
        Assert.Contains("carton 1a/001", Items());
    }

    [Fact]
    public void A_folder_that_holds_all_photos_of_a_lot_is_looked_through()
    {
        Put("lot-1/visit/001_front.jpg", "lot-1/visit/001_back.jpg", "lot-1/visit/002_front.jpg", "lot-1/visit/002_back.jpg", "lot-1/visit/003_front.jpg");
        Assert.Equal(["001", "002", "003"], Items());
    }

    [Theory]
    [InlineData("defects")]
    [InlineData("01_Defects")]
    [InlineData("缺陷")]
    [InlineData("NG")]
    [InlineData("DCIM/100APPLE")]
    [InlineData("Fotos")]
    public void A_topic_is_neither_lot_nor_item_and_names_in_it_tell_the_item(string topic)
    {
        Put($"lot-1/{topic}/017_hole.jpg", "lot-1/017_front.jpg", $"lot-1/{topic}/IMG_0001.jpg", $"lot-1/{topic}/018/a.jpg", "lot-1/018/b.jpg");
        Assert.Equal(["017", "018", $"{topic}/IMG_0001"], Items());
        Assert.Contains(Layout(), note => note.StartsWith("Folders by topic", StringComparison.Ordinal));
    }

    [Fact]
    public void Topics_at_the_top_of_a_shipment_are_no_lots()
    {
        Put("defects/IMG_0001.jpg", "defects/IMG_0002.jpg", "overview/IMG_0003.jpg");
        Assert.Equal(["shipment"], Take().ItemSources.Keys);
        Assert.Equal(2, Items().Count);
    }

    [Fact]
    public void A_topic_above_the_lots_is_looked_below()
    {
        Put("defects/lot-1/001_hole.jpg", "lot-1/001_front.jpg");
        Assert.Equal(["lot-1"], Take().ItemSources.Keys);
        Assert.Equal(["001"], Items());
    }

    [Theory]
    [InlineData("packaging")]
    [InlineData("Labels")]
    [InlineData("overview photos")]
    [InlineData("包装")]
    [InlineData("标签")]
    public void Photos_of_packing_marks_or_the_whole_show_an_item_only_where_one_is_told(string topic)
    {
        Put($"lot-1/{topic}/IMG_0001.jpg", $"lot-1/{topic}/001_x.jpg", $"lot-1/{topic}/002.jpg", $"lot-1/{topic}/box_front.jpg", "lot-1/001_front.jpg", "lot-1/002/1.jpg");
        Assert.Equal(["001", "002"], Items());
        Assert.Equal([$"lot-1/{topic}/IMG_0001.jpg", $"lot-1/{topic}/box_front.jpg"], Attached());
    }

    [Fact]
    public void Where_all_photos_are_of_labels_the_labels_are_the_goods()
    {
        Put("labels/IMG_0001.jpg", "labels/IMG_0002.jpg");
        Assert.Equal(2, Items().Count);
    }

    [Fact]
    public void A_lot_that_the_agreement_names_is_no_topic()
    {
        Put("labels/IMG_0001.jpg", "shirts/IMG_0002.jpg");
        var agreement = new Agreement { Lots = new Dictionary<string, AgreedLot> { ["labels"] = new(100) } };
        Assert.Equal(["labels", "shirts"], Take(agreement: agreement).ItemSources.Keys);
    }

    [Theory]
    [InlineData("defective parts")]
    [InlineData("labels-red-42x")]
    [InlineData("ngoma")]
    [InlineData("boxers")]
    public void A_folder_that_only_resembles_a_topic_is_an_item(string folder)
    {
        Put($"lot-1/{folder}/a.jpg", "lot-1/002/a.jpg");
        Assert.Contains(folder, Items());
    }

    [Theory]
    [InlineData("IMG_0009.JPG", "IMG_0009.HEIC")]
    [InlineData("IMG_0009.JPG", "IMG_0009.DNG")]
    [InlineData("IMG_0009.JPG", "IMG_E0009.JPG")]
    [InlineData("IMG_0009.JPG", "IMG_0009-edited.jpg")]
    [InlineData("IMG_0009.JPG", "IMG_0009~2.jpg")]
    [InlineData("IMG_0009.JPG", ".IMG_0009.HEIC.icloud")]
    [InlineData("IMG_E0009.JPG", "IMG_0009.HEIC")]
    [InlineData("IMG_0009.HEIC", "IMG_0009.DNG")]
    [InlineData("001_front.jpg", "001_front.heic")]
    public void Of_the_files_of_one_shot_one_counts_and_the_other_is_named_as_its_attachment(string counts, string other)
    {
        Put($"lot-1/{counts}", $"lot-1/{other}");
        Assert.Single(Items());
        var attached = Assert.Single(Take().Files, file => file.Decided == PhotoOutcome.Attachment);
        Assert.Equal($"lot-1/{other}", attached.Path);
        Assert.Equal($"the same shot as {counts}, which counts", attached.Reason);
    }

    [Theory]
    [InlineData("lot-1/IMG_0009.JPG", "lot-2/IMG_0009.HEIC")]
    [InlineData("lot-1/IMG_0009.JPG", "lot-1/IMG_0010.HEIC")]
    [InlineData("lot-1/IMG_E0009.JPG", "lot-1/IMG_E0010.JPG")]
    [InlineData("lot-1/007.jpg", "lot-1/007edited.jpg")]
    public void Files_of_other_shots_count_each(string one, string other)
    {
        Put(one, other);
        Assert.Empty(Attached());
        Assert.Equal(2, Take().Files.Count(file => file.Place is not null));
    }

    [Fact]
    public void Videos_and_documents_belong_to_the_item_of_their_folder_or_name_or_to_the_lot_and_are_no_items()
    {
        Put("lot-1/001/a.jpg", "lot-1/001/b.MOV", "lot-1/IMG_3001.HEIC", "lot-1/IMG_3001.MOV", "lot-1/report.pdf", "packing list.docx", "lot-1/003.mp4");
        Assert.Equal(["001", "IMG_3001"], Items());
        Assert.Equal(
            [("lot-1/001/b.MOV", "001"), ("lot-1/003.mp4", null), ("lot-1/IMG_3001.MOV", "IMG_3001"), ("lot-1/report.pdf", null), ("packing list.docx", null)],
            Take().Files.Where(file => file.Decided == PhotoOutcome.Attachment).Select(file => (file.Path, file.Place?.Item)));
    }

    [Fact]
    public void Sidecars_are_named_and_a_photo_left_in_a_cloud_is_one_of_an_item_that_cannot_be_read()
    {
        Put("lot-1/IMG_0001.JPG", "lot-1/IMG_0001.AAE", "lot-1/.IMG_0003.HEIC.icloud");
        var files = Take().Files.ToDictionary(file => file.Path);
        Assert.StartsWith("a sidecar", files["lot-1/IMG_0001.AAE"].Reason, StringComparison.Ordinal);
        var left = files["lot-1/.IMG_0003.HEIC.icloud"];
        Assert.Equal((PhotoOutcome.Unreadable, "IMG_0003"), (left.Decided, left.Place?.Item));
    }

    private void Put(params string[] names)
    {
        foreach (var name in names)
        {
            _temp.Put($"shipment/{name}", name);
        }
    }

    private ShipmentIntake Take(DrawList? draw = null, Agreement? agreement = null) => ShipmentIntake.Of(
        new IntakeOptions(_temp.At("shipment"), _temp.At("out"), new Dictionary<ListKind, string>()), new AgreedTerms(agreement ?? Agreement.None), draw);

    private IEnumerable<string> Layout() => Take().Layout.Select(FormattableString.Invariant);

    private IReadOnlyList<string> Items(DrawList? draw = null) =>
        [.. Take(draw).Files.Where(file => file.Place is not null && file.Decided != PhotoOutcome.Attachment).Select(file => file.Place!.Item).Distinct().Order(StringComparer.Ordinal)];

    private IEnumerable<string> Attached() => Take().Files.Where(file => file.Decided == PhotoOutcome.Attachment).Select(file => file.Path);
}
