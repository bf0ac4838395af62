using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rule: the layout is told by what lies in the folder, and among several a person chooses.</summary>
public sealed class LayoutGuessTests : IDisposable
{
    private const string Coco = """{"images":[{"id":1,"file_name":"good/1.jpg"}],"annotations":[],"categories":[]}""";
    private readonly LabelledFolder _set = new LabelledFolder().Photo("good/1.jpg", "hole/2.jpg");

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("photos.csv", "path,lot,item\ngood/1.jpg,A,1\n")]
    [InlineData("prices.csv", "sku;price\n1;2\n")]
    [InlineData("empty.csv", "")]
    [InlineData("config.json", "{\"images\":\"where\"}")]
    [InlineData("list.json", "[1,2]")]
    [InlineData("broken.json", "{")]
    [InlineData("notes.xml", "<notes/>")]
    [InlineData("broken.xml", "<")]
    [InlineData("labels/1.txt", "0 0.5 0.5 1 1")]
    [InlineData("classes.txt", "hole")]
    [InlineData("train/.keep", "")]
    public void A_file_that_is_no_label_file_is_not_taken_for_one(string name, string text)
    {
        if (name.StartsWith("train/", StringComparison.Ordinal))
            _set.Photo("train/good/1.jpg");
        Assert.Equal(LabelLayout.Folders, _set.Put(name, text).Read().Layout);
    }

    [Theory]
    [InlineData("list.csv", "path,label\ngood/1.jpg,good\n", "SET: found labels of several kinds: folders (good/), csv (list.csv), wanted one kind, or --labels to say which")]
    [InlineData("annotations/all.json", Coco, "SET: found labels of several kinds: folders (good/), coco (annotations/all.json), wanted one kind, or --labels to say which")]
    [InlineData("tasks.json", """[{"data":{},"annotations":[]}]""", "SET: found labels of several kinds: folders (good/), label-studio (tasks.json), wanted one kind, or --labels to say which")]
    [InlineData("annotations.xml", "<annotations/>", "SET: found labels of several kinds: folders (good/), cvat (annotations.xml), wanted one kind, or --labels to say which")]
    [InlineData("Annotations/1.xml", "<annotation/>", "SET: found labels of several kinds: folders (good/), voc (Annotations/1.xml), wanted one kind, or --labels to say which")]
    public void Labels_of_two_kinds_are_not_chosen_among(string name, string text, string fault)
    {
        _set.Put(name, text);
        Assert.Equal(fault, _set.Fault(LabelLayout.Auto));
        Assert.Equal("good/1.jpg good, hole/2.jpg hole", _set.Said(_set.Read(LabelLayout.Folders)));
    }

    [Fact]
    public void Boxes_beside_class_folders_are_labels_of_a_second_kind()
    {
        _set.Put("labels/1.txt", string.Empty).Put("classes.txt", "hole");
        Assert.Equal("SET: found labels of several kinds: folders (good/), yolo (labels/ and classes.txt), wanted one kind, or --labels to say which", _set.Fault(LabelLayout.Auto));
    }

    [Fact]
    public void Where_nothing_is_recognised_it_says_what_lies_there_and_what_was_wanted()
    {
        using var set = new LabelledFolder().Photo("1.jpg", "Images/2.jpg");
        Assert.Equal(
            "SET: found no folder 'good' and no label file that is known (1.jpg, Images/), wanted 'good/' and one folder per defect class, or labels of mvtec, csv, coco, voc, yolo, label-studio, cvat, manifest",
            set.Fault(LabelLayout.Auto));
    }

    [Fact]
    public void Each_layout_has_one_word_and_each_word_one_layout()
    {
        Assert.Equal(["auto", "folders", "mvtec", "csv", "coco", "voc", "yolo", "label-studio", "cvat", "manifest"], LayoutWords.All);
        Assert.All(Enum.GetValues<LabelLayout>(), layout => Assert.Equal(layout, LayoutWords.Layout(LayoutWords.Of(layout))));
        Assert.Throws<ArgumentException>(() => LayoutWords.Layout("Coco"));
    }
}
