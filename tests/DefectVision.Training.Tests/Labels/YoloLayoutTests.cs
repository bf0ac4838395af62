using DefectVision.Imaging;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rule (docs.ultralytics.com, "Detect" and "Segment" datasets): a line a box, class number and shares of the photo; an empty file says good.</summary>
public sealed class YoloLayoutTests : IDisposable
{
    private readonly LabelledFolder _set = new LabelledFolder().Photo("images/a.jpg", "images/b.jpg", "images/c.jpg");

    public void Dispose() => _set.Dispose();

    [Fact]
    public void Shares_become_pixels_an_empty_file_says_good_and_no_file_says_nothing()
    {
        var set = _set.Put("labels/a.txt", string.Empty).Put("labels/b.txt", "0 0.5 0.5 0.5 0.25\n\n").Put("classes.txt", "hole\nstain\n").Read();
        Assert.Equal(LabelLayout.Yolo, set.Layout);
        Assert.Equal("images/a.jpg good, images/b.jpg hole", _set.Said(set));
        Assert.Equal([new LabelledBox("hole", 12, 18, 24, 12)], _set.Boxes(set, "images/b.jpg"));
        Assert.Equal(["images/c.jpg"], set.Unlabelled.Select(_set.Name));
    }

    // Exif 2.3, tag 274: 6 is a photo to be turned a quarter, so that it stands 24 wide and 48 high.
    [Fact]
    public void Shares_are_of_the_photo_as_it_is_seen()
    {
        var photo = new RgbImage(48, 24).ToJpeg(90);
        byte[] turned =
        [
            0xFF, 0xD8, 0xFF, 0xE1, 0, 34, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0, .. photo[2..],
        ];
        var set = _set.Put("images/b.jpg", turned).Put("labels/a.txt", string.Empty).Put("labels/b.txt", "0 0.5 0.5 0.5 0.25").Put("classes.txt", "hole").Read();
        Assert.Equal([new LabelledBox("hole", 6, 18, 12, 12)], _set.Boxes(set, "images/b.jpg"));
    }

    [Fact]
    public void An_outline_is_boxed()
    {
        var set = _set.Put("labels/a.txt", string.Empty).Put("labels/b.txt", "1 0.25 0.5 0.75 0.25 0.5 1\n").Put("labels/classes.txt", "hole\nstain\n").Read();
        Assert.Equal([new LabelledBox("stain", 12, 12, 24, 36)], _set.Boxes(set, "images/b.jpg"));
    }

    [Fact]
    public void A_file_that_gives_no_picture_keeps_its_label_and_has_no_boxes()
    {
        var set = _set.Put("images/b.jpg", "no photo").Put("labels/a.txt", string.Empty).Put("labels/b.txt", "0 0.5 0.5 0.5 0.25").Put("classes.txt", "hole").Read();
        Assert.Equal("images/a.jpg good, images/b.jpg hole", _set.Said(set));
        Assert.Empty(_set.Boxes(set, "images/b.jpg"));
    }

    [Theory]
    [InlineData("data.yaml", "path: .\nnames: [hole, 'open seam']  # two\nnc: 2\n")]
    [InlineData("data.yml", "names:\n- hole\n- \"open seam\"\nnc: 2\n")]
    [InlineData("data.yaml", "names:\n  # by number\n  1: open seam\n  0: hole\n\nnc: 2\n")]
    [InlineData("dataset.yaml", "nc: 2\nnames:\n  - hole\n  - open seam")]
    [InlineData("classes.txt", "hole\r\nopen seam\r\n")]
    [InlineData("labels/predefined_classes.txt", "hole\nopen seam\n")]
    [InlineData("_darknet.labels", "hole\nopen seam\n")]
    [InlineData("garments.names", "hole\nopen seam\n")]
    [InlineData("garments.yaml", "names: [hole, open seam]\n")]
    public void The_names_of_classes_are_read_in_their_usual_forms(string file, string text)
    {
        _set.Put("labels/a.txt", string.Empty).Put("labels/b.txt", "1 0.5 0.5 0.5 0.25").Put("labels/c.txt", "0 0.5 0.5 0.5 0.25").Put(file, text);
        Assert.Equal("images/a.jpg good, images/b.jpg open seam, images/c.jpg hole", _set.Said(_set.Read()));
    }

    [Theory]
    [InlineData("train", "images/train/d.jpg good")]
    [InlineData("test", "images/test/e.jpg good")]
    public void Where_labels_lie_in_parts_the_part_that_is_asked_for_is_taken(string part, string said)
    {
        PutParts().Photo("images/test/e.jpg").Put("labels/test/e.txt", string.Empty);
        Assert.Equal(said, _set.Said(_set.Read(part: part)));
    }

    [Fact]
    public void Parts_are_never_taken_together() => Assert.Equal(
        "SET: found no labels/ or labels/test/ with text files (classes.txt, images/, labels/), wanted labels/*.txt, or labels/test/*.txt where the labels lie in parts, and classes.txt or data.yaml",
        PutParts().Fault(LabelLayout.Yolo, "test"));

    [Fact]
    public void Parts_may_be_folders_of_their_own()
    {
        using var set = new LabelledFolder().Photo("train/images/a.jpg", "test/images/b.jpg")
            .Put("train/labels/a.txt", string.Empty).Put("test/labels/b.txt", string.Empty).Put("data.yaml", "names: [hole]");
        Assert.Equal("train/images/a.jpg good", set.Said(set.Read()));
        Assert.Equal("test/images/b.jpg good", set.Said(set.Read(part: "test")));
    }

    [Theory]
    [InlineData("2 0.5 0.5 0.5 0.5", "labels/a.txt(1): found the class '2', wanted one of 0, 1")]
    [InlineData("hole 0.5 0.5 0.5 0.5", "labels/a.txt(1): found the class 'hole', wanted one of 0, 1")]
    [InlineData("0 0.5 0.5 0.5 0.5\n0 0.5 0.5 0.5", "labels/a.txt(2): found 4 fields, wanted class, centre x, centre y, width, height, or class and the corners of an outline")]
    [InlineData("0 24 24 12 12", "labels/a.txt(1): found '0 24 24 12 12', wanted shares of the photo between 0 and 1")]
    [InlineData("0 0.5 0.5 0.5 1.01", "labels/a.txt(1): found '0 0.5 0.5 0.5 1.01', wanted shares of the photo between 0 and 1")]
    [InlineData("0 0.5 0.5 0 0.5", "labels/a.txt(1): found a box at 0.5, 0.25 of 0 x 0.5, wanted finite numbers and sides above 0")]
    [InlineData("0 0,5 0.5 0.5 0.5", "labels/a.txt(1): found the share '0,5', wanted a number")]
    [InlineData("0 0.1 0.1 0.5 0.1 0.9 0.1", "labels/a.txt(1): found a box at 0.1, 0.1 of 0.8 x 0, wanted finite numbers and sides above 0")]
    public void A_line_that_is_no_box_is_named(string text, string fault) =>
        Assert.Equal(fault, _set.Put("labels/a.txt", text).Put("classes.txt", "hole\nstain").Fault(LabelLayout.Yolo));

    [Theory]
    [InlineData("1670577347.002800", "1670577347.002801", "1670577347.002801.txt")]
    [InlineData("lot1/000", "lot2/000", "lot2/000.txt")]
    [InlineData("x.rf.1a2b", "x.rf.3c4d", "x.rf.3c4d.txt")]
    [InlineData("a1", "b1", "b1.jpg.txt")]
    [InlineData("0a1b2c3d-a", "0a1b2c3d-b", "0a1b2c3d-b.txt")]
    [InlineData("lot1/p", "lot2/p", "lot2/0a1b2c3d-p.txt")]
    public void A_text_file_speaks_of_the_photo_of_its_whole_name_and_folder(string good, string defective, string labels)
    {
        using var set = new LabelledFolder().Photo($"images/{good}.jpg", $"images/{defective}.jpg")
            .Put("classes.txt", "hole").Put($"labels/{good}.txt", string.Empty).Put($"labels/{labels}", "0 0.5 0.5 0.5 0.5");
        Assert.Equal($"images/{good}.jpg good, images/{defective}.jpg hole", set.Said(set.Read()));
    }

    // Both lots have a photo 000: a broken text file of the one says nothing of the other's.
    [Fact]
    public void A_photo_whose_text_file_is_broken_is_not_good_because_another_of_its_name_is()
    {
        using var set = new LabelledFolder().Photo("images/lot1/000.jpg", "images/lot2/000.jpg", "images/lot2/001.jpg")
            .Put("classes.txt", "hole").Put("labels/lot1/000.txt", "7 0.5 0.5 0.5 0.5").Put("labels/lot2/000.txt", string.Empty);
        var read = LabelledSet.Read(set.Root, "train", null, keepsFaults: true, unlabelledIsGood: true);
        Assert.Equal("images/lot2/000.jpg good, images/lot2/001.jpg good", set.Said(read));
    }

    [Theory]
    [InlineData("labels/a.txt", "SET: found labels/ with text files of the class numbers 0, 3 and no names of classes (images/, labels/)")]
    [InlineData("labels/train/a.txt", "SET: found labels/train/ with text files of the class numbers 0, 3 and no names of classes (images/, labels/)")]
    public void Numbers_that_no_file_names_are_refused(string file, string fault)
    {
        _set.Put(file, "3 0.5 0.5 0.5 0.5\n0 0.5 0.5 0.5 0.5\n");
        Assert.Equal(fault + ", wanted classes.txt with the name of a class a line, that of number 0 first, or data.yaml with 'names:'", _set.Fault(LabelLayout.Auto));
        Assert.Equal(_set.Fault(LabelLayout.Auto), _set.Fault(LabelLayout.Yolo));
    }

    [Fact]
    public void A_box_may_fill_the_photo() => Assert.Equal(
        [new LabelledBox("hole", 0, 0, 48, 48)],
        _set.Boxes(_set.Put("labels/a.txt", string.Empty).Put("labels/b.txt", "0 0.5 0.5 1 1").Put("classes.txt", "hole").Read(), "images/b.jpg"));

    [Theory]
    [InlineData("data.yaml", "names: hole", "data.yaml(1): found 'hole', wanted names as [a, b] on one line or as a list below")]
    [InlineData("data.yaml", "names:\n  hole", "data.yaml(2): found 'hole', wanted '- name' or 'number: name', each number once")]
    [InlineData("data.yaml", "names:\n  0: hole\n  0: stain", "data.yaml(3): found '0: stain', wanted '- name' or 'number: name', each number once")]
    [InlineData("data.yaml", "names: {0: hole, 0: stain}", "data.yaml: found the number 0 twice, wanted each number once")]
    [InlineData("data.yaml", "nc: 2", "data.yaml: found no names of classes, wanted 'names: [a, b]' or a list below 'names:'")]
    [InlineData("data.yaml", "names: ['']", "data.yaml: found no class, wanted its name")]
    [InlineData("classes.txt", "\n", "classes.txt: found no names of classes, wanted one a line")]
    public void Names_that_cannot_be_read_are_refused(string file, string text, string fault) =>
        Assert.Equal(fault, _set.Put("labels/a.txt", string.Empty).Put(file, text).Fault(LabelLayout.Yolo));

    [Fact]
    public void A_file_of_boxes_without_its_photo_and_with_two_is_refused()
    {
        _set.Put("classes.txt", "hole").Put("labels/z.txt", string.Empty);
        Assert.Equal("labels/z.txt: found no photo 'z', wanted it in images/; the nearest are images/a.jpg, images/b.jpg, images/c.jpg", _set.Fault(LabelLayout.Yolo));
        _set.Photo("images/z.jpg", "images/z.png");
        Assert.Equal("labels/z.txt: found images/z.jpg and images/z.png, wanted one photo a text file", _set.Fault(LabelLayout.Yolo));
    }

    private LabelledFolder PutParts() => _set.Photo("images/train/d.jpg").Put("labels/train/d.txt", string.Empty).Put("classes.txt", "hole");
}
