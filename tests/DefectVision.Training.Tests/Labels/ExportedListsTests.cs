using System.Text;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>
/// Rules: lists are read as spreadsheets save them and as Google (cloud.google.com, "Formatting a training data CSV", AutoML Vision and Vertex AI) and
/// Roboflow (multi-label classification, <c>_classes.csv</c>) write them.
/// </summary>
public sealed class ExportedListsTests : IDisposable
{
    private readonly LabelledFolder _set = new LabelledFolder().Photo("a.jpg", "b.jpg", "c.jpg", "d.jpg");

    public void Dispose() => _set.Dispose();

    public static TheoryData<string, string> Encodings() => new()
    {
        { "gb18030", "path,label\na.jpg,good\nb.jpg,破洞\n" },
        { "gb18030", "路径,标签\na.jpg,良品\nb.jpg,破洞\n" },
        { "utf-16", "\uFEFFpath\tlabel\na.jpg\tgood\nb.jpg\t破洞\n" },
        { "utf-8", "path;label\na.jpg;good\nb.jpg;破洞\n" },
        { "utf-8", "sep=;\npath;label\na.jpg;good\nb.jpg;破洞\n" },
        { "utf-8", "\uFEFFpath\tlabel\na.jpg\tgood\nb.jpg\t破洞\n" },
        { "utf-8", "\"label\";\"path\"\ngood;a.jpg\n破洞;b.jpg\n" },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public void A_list_is_recognised_and_read_in_the_encodings_and_separators_of_spreadsheets(string encoding, string text)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var set = _set.Put("labels.csv", Encoding.GetEncoding(encoding).GetBytes(text)).Read();
        Assert.Equal(LabelLayout.Csv, set.Layout);
        Assert.Equal("a.jpg good, b.jpg 破洞", _set.Said(set));
    }

    [Theory]
    [InlineData("TRAIN,gs://bucket/lots/a.jpg,good\nTRAIN,gs://bucket/lots/b.jpg,hole\n")]
    [InlineData("training,gs://bucket/a.jpg,OK\nvalidation,gs://bucket/b.jpg,hole\ntest,gs://bucket/c.jpg,hole\n")]
    [InlineData("UNASSIGNED,gs://bucket/a.jpg,good\nUNASSIGNED,gs://bucket/b.jpg,hole\n")]
    [InlineData(",gs://bucket/a.jpg,good\n,gs://bucket/b.jpg,hole\n")]
    [InlineData("gs://bucket/a.jpg,good\ngs://bucket/b.jpg,hole\n")]
    [InlineData("TRAIN,gs://bucket/a.jpg,good\nTRAIN,gs://bucket/b.jpg,stain,hole\n")]
    [InlineData("TRAIN;gs://bucket/a.jpg;good\nTRAIN;gs://bucket/b.jpg;hole\n")]
    [InlineData("TRAIN,gs://bucket/a.jpg,,,,,,,,,\nTRAIN,gs://bucket/b.jpg,hole,0.25,0.5,,,0.75,0.75,,\n")]
    public void A_list_of_Google_has_no_header(string list) =>
        Assert.Equal("a.jpg good, b.jpg hole", _set.Said(_set.Put("import.csv", list).Read()));

    [Fact]
    public void Boxes_of_Google_are_shares_a_line_each_by_two_corners_or_four()
    {
        var set = _set.Put("import.csv", """
            TRAIN,gs://bucket/a.jpg,,,,,,,,,
            TRAIN,gs://bucket/b.jpg,hole,0.25,0.5,,,0.75,0.75,,
            TRAIN,gs://bucket/b.jpg,stain,0,0,0.5,0,0.5,1,0,1
            TRAIN,gs://bucket/b.jpg,hole,0,0,,,0.5,0.5,,

            """).Read();
        Assert.Equal("a.jpg good, b.jpg hole", _set.Said(set));
        Assert.Equal([new LabelledBox("hole", 12, 24, 24, 12), new LabelledBox("stain", 0, 0, 24, 48), new LabelledBox("hole", 0, 0, 24, 24)], _set.Boxes(set, "b.jpg"));
    }

    [Fact]
    public void A_photo_without_a_class_has_no_label_where_the_list_has_no_boxes()
    {
        var set = _set.Put("import.csv", "TRAIN,gs://bucket/a.jpg,good\nTRAIN,gs://bucket/b.jpg\nTRAIN,gs://bucket/c.jpg,\n").Read();
        Assert.Equal(["b.jpg", "c.jpg"], set.Unlabelled.Select(_set.Name));
        Assert.Equal("a.jpg good", _set.Said(set));
    }

    [Theory]
    [InlineData("TRAIN,a.jpg,good\nTEST,b.jpg,good\nVALIDATION,c.jpg,good\nUNASSIGNED,d.jpg,good\n", "train", "a.jpg good, c.jpg good, d.jpg good")]
    [InlineData("TRAIN,a.jpg,good\nTEST,b.jpg,good\nVALIDATION,c.jpg,good\nUNASSIGNED,d.jpg,good\n", "test", "b.jpg good")]
    [InlineData("UNASSIGNED,a.jpg,good\n,b.jpg,good\n", "test", "a.jpg good, b.jpg good")]
    [InlineData("path,label,split\na.jpg,good,train\nb.jpg,good,test\n", "train", "a.jpg good")]
    [InlineData("path,label,set\na.jpg,good,TRAINING\nb.jpg,good,TEST\n", "test", "b.jpg good")]
    [InlineData("set,path,label\n1,a.jpg,good\n2,b.jpg,good\n", "test", "a.jpg good, b.jpg good")]
    public void A_list_that_names_parts_gives_the_part_and_one_that_does_not_gives_all(string list, string part, string said) =>
        Assert.Equal(said, _set.Said(_set.Put("list.csv", list).Read(part: part)));

    [Theory]
    [InlineData("TEST,a.jpg,good\n", "train", "list.csv: found photos for TEST and none for train, wanted some")]
    [InlineData("path,label,split\na.jpg,good,train\nb.jpg,good,val\n", "test", "list.csv: found photos for train, val and none for test, wanted some")]
    [InlineData("TRAIN,a.jpg,good\nTRIAN,b.jpg,good\n", "train", "list.csv(2): found the part 'TRIAN', wanted TRAIN, VALIDATION, TEST or UNASSIGNED")]
    [InlineData("path,label,split\na.jpg,good,train\nb.jpg,good,x\n", "train", "list.csv(3): found the part 'x', wanted TRAIN, VALIDATION, TEST or UNASSIGNED")]
    [InlineData("TRAIN,a.jpg,good\nTRAIN,gs://bucket/z.jpg,hole\n", "train", "list.csv(2): found no photo 'gs://bucket/z.jpg', wanted it in ./")]
    [InlineData("TRAIN,a.jpg,good,hole\n", "train", "list.csv(1): found the classes good, hole, wanted good or classes of defects")]
    [InlineData("TRAIN,a.jpg,hole,0.1,0.1,,,1.1,0.5,,\n", "train", "list.csv(1): found the corner '1.1', wanted a share of the photo between 0 and 1")]
    [InlineData("TRAIN,a.jpg,hole,0.1,0.1,,,0.1,0.5,,\n", "train", "list.csv(1): found a box at 0.1, 0.1 of 0 x 0.4, wanted finite numbers and sides above 0")]
    [InlineData("TRAIN,a.jpg,hole,0.1,0.1,,,,,,\n", "train", "list.csv(1): found 1 corners, wanted 2 or 4")]
    [InlineData("TRAIN,a.jpg,hole,0.1,0.1,,,x,0.5,,\n", "train", "list.csv(1): found the corner 'x', wanted a number")]
    [InlineData("TRAIN,a.jpg,,0.1,0.1,,,0.5,0.5,,\n", "train", "list.csv(1): found no class, wanted its name")]
    public void What_is_wrong_in_a_list_with_parts_is_named(string list, string part, string fault) =>
        Assert.StartsWith(fault, _set.Put("list.csv", list).Fault(LabelLayout.Csv, part), StringComparison.Ordinal);

    [Fact]
    public void A_box_that_cannot_be_read_leaves_its_photo_out_whole()
    {
        _set.Put("list.csv", "TRAIN,a.jpg,,,,,,,,,\nTRAIN,b.jpg,hole,0.1,0.1,,,0.5,0.5,,\nTRAIN,b.jpg,hole,0.1,0.1,,,0.1,0.5,,\n");
        var set = LabelledSet.Read(_set.Root, "train", null, keepsFaults: true);
        Assert.Equal("a.jpg good", _set.Said(set));
        Assert.StartsWith("list.csv(3): found a box", Assert.Single(set.Faults), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("filename, good, Open seam, hole\na.jpg, 1, 0, 0\nb.jpg, 0, 1, 0\nc.jpg, 0, 1, 1\nd.jpg, 0, 0, 0\n", "a.jpg good, b.jpg Open seam, c.jpg Open seam", "d.jpg")]
    [InlineData("filename, Open seam, hole\na.jpg, 0, 0\nb.jpg, 1, 0\n", "a.jpg good, b.jpg Open seam", "")]
    [InlineData("filename;OK;hole\na.jpg;1;0\nb.jpg;0;1\n", "a.jpg good, b.jpg hole", "")]
    public void A_column_a_class_says_what_a_photo_shows(string list, string said, string unlabelled)
    {
        var set = _set.Put("_classes.csv", list).Read();
        Assert.Equal(said, _set.Said(set));
        Assert.Equal(unlabelled, string.Join(", ", set.Unlabelled.Select(_set.Name)));
    }

    [Theory]
    [InlineData("filename, good, hole\na.jpg, 1, 0\nb.jpg, 1, 1\n", "_classes.csv(3): found the classes good, hole, wanted good or classes of defects")]
    [InlineData("filename, good, hole\na.jpg, 1, 0\nb.jpg, 0, yes\n", "_classes.csv(3): found 'yes' in the column hole, wanted 1 or 0")]
    [InlineData("filename, good, hole\na.jpg, 1, 0\nz.jpg, 0, 1\n", "_classes.csv(3): found no photo 'z.jpg', wanted it in ./")]
    [InlineData("filename, good, \na.jpg, 1, 0\n", "_classes.csv(1): found no class, wanted its name")]
    public void A_row_that_contradicts_itself_is_named(string list, string fault) =>
        Assert.StartsWith(fault, _set.Put("_classes.csv", list).Fault(LabelLayout.Csv), StringComparison.Ordinal);
}
