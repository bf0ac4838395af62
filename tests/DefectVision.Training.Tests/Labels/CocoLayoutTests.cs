using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rule (cocodataset.org, "Data format"): images, annotations and categories refer to each other by id; an image without annotations is good.</summary>
public sealed class CocoLayoutTests : IDisposable
{
    private const string Categories = """[{"id":7,"name":"hole"},{"id":8,"name":"stain"},{"id":9,"name":"Good"}]""";
    private readonly LabelledFolder _set = new LabelledFolder().Photo("a.jpg", "b.jpg");

    public void Dispose() => _set.Dispose();

    [Fact]
    public void Boxes_are_read_in_pixels_and_an_image_without_annotations_is_good()
    {
        var set = Put("""{"image_id":2,"category_id":7,"bbox":[1,2.5,3,4],"iscrowd":0,"segmentation":[[1,2,3,4,5,6]]}""").Read();
        Assert.Equal(LabelLayout.Coco, set.Layout);
        Assert.Equal("a.jpg good, b.jpg hole", _set.Said(set));
        Assert.Equal([new LabelledBox("hole", 1, 2.5, 3, 4)], _set.Boxes(set, "b.jpg"));
        Assert.Empty(_set.Boxes(set, "a.jpg"));
    }

    [Theory]
    [InlineData("""{"image_id":2,"category_id":7},{"image_id":2,"category_id":8},{"image_id":2,"category_id":8}""", "stain")]
    [InlineData("""{"image_id":2,"category_id":8},{"image_id":2,"category_id":7}""", "hole")]
    [InlineData("""{"image_id":2,"category_id":9},{"image_id":2,"category_id":9},{"image_id":2,"category_id":8}""", "stain")]
    [InlineData("""{"image_id":2,"category_id":9,"bbox":[]}""", "good")]
    public void The_class_is_the_defect_named_most_often_and_of_equals_the_first_by_name(string annotations, string label) =>
        Assert.Equal($"a.jpg good, b.jpg {label}", _set.Said(Put(annotations).Read()));

    [Theory]
    [InlineData("train", "train2017/c.jpg good")]
    [InlineData("test", "images/test2017/d.jpg good")]
    public void A_file_of_a_part_in_annotations_speaks_of_the_photos_of_that_part(string part, string said)
    {
        _set.Photo("train2017/c.jpg", "images/test2017/d.jpg")
            .Put("annotations/instances_train2017.json", """{"images":[{"id":1,"file_name":"c.jpg"}],"annotations":[],"categories":[]}""")
            .Put("annotations/instances_test2017.json", """{"images":[{"id":1,"file_name":"d.jpg"}],"annotations":[],"categories":[]}""");
        Assert.Equal(said, _set.Said(_set.Read(part: part)));
    }

    [Theory]
    [InlineData("""{"image_id":3,"category_id":7}""", "labels.json, annotations[0]: found image_id 3, wanted one of the images")]
    [InlineData("""{"image_id":2,"category_id":7},{"image_id":2,"category_id":1}""", "labels.json, annotations[1]: found category_id 1, wanted one of the categories")]
    [InlineData("""{"image_id":2,"category_id":7,"bbox":[1,2,3]}""", "labels.json, annotations[0]: found a bbox of 3 numbers, wanted 4")]
    [InlineData("""{"image_id":2,"category_id":7,"bbox":[1,2,0,4]}""", "labels.json, annotations[0]: found a box at 1, 2 of 0 x 4, wanted finite numbers and sides above 0")]
    [InlineData("""{"image_id":2,"category_id":7,"bbox":[1,2,3,-4]}""", "labels.json, annotations[0]: found a box at 1, 2 of 3 x -4, wanted finite numbers and sides above 0")]
    [InlineData("null", "labels.json, annotations[0]: found null, wanted an entry")]
    public void An_annotation_that_refers_to_nothing_or_has_no_size_is_named(string annotations, string fault) =>
        Assert.Equal(fault, Put(annotations).Fault(LabelLayout.Coco));

    [Theory]
    [InlineData("""{"images":[{"id":1,"file_name":"z.jpg"}],"annotations":[],"categories":[]}""", "labels.json, image 1: found no photo 'z.jpg', wanted it in ./; the nearest are a.jpg, b.jpg")]
    [InlineData("""{"images":[{"id":1,"file_name":""}],"annotations":[],"categories":[]}""", "labels.json, image 1: found no file name, wanted that of a photo")]
    [InlineData("""{"images":[{"id":1,"file_name":"a.jpg"},{"id":1,"file_name":"b.jpg"}],"annotations":[],"categories":[]}""", "labels.json: found image 1 twice, wanted each id once")]
    [InlineData("""{"images":[{"id":1,"file_name":"a.jpg"}],"annotations":[{"image_id":1,"category_id":1}],"categories":[{"id":1,"name":" "}]}""", "labels.json, annotations[0]: found no class, wanted its name")]
    [InlineData("""{"images":[null],"annotations":[],"categories":[]}""", "labels.json, images[0]: found null, wanted an entry")]
    [InlineData("null", "labels.json: found null, wanted labels")]
    public void A_file_that_contradicts_itself_or_the_folder_is_refused(string json, string fault) =>
        Assert.Equal(fault, _set.Put("labels.json", json).Fault(LabelLayout.Coco));

    [Theory]
    [InlineData("{\"images\":[\n{\"id\":\"x\",\"file_name\":\"a.jpg\"}],\"annotations\":[],\"categories\":[]}", "labels.json(2): ", "$.images[0].id")]
    [InlineData("{\"images\":[{\"id\":1,\"file_name\":null}],\"annotations\":[],\"categories\":[]}", "labels.json(1): ", "file_name")]
    [InlineData("{\"images\":[],\"categories\":[]}", "labels.json(1): ", "annotations")]
    [InlineData("{\"images\":null,\"annotations\":[],\"categories\":[]}", "labels.json(1): ", "images")]
    [InlineData("{\"images\":[],\n\"categories\":[", "labels.json(2): ", "")]
    [InlineData("", "labels.json(1): ", "")]
    public void What_is_no_such_JSON_is_named_with_line_and_member(string json, string where, string member)
    {
        var fault = _set.Put("labels.json", json).Fault(LabelLayout.Coco);
        Assert.StartsWith(where, fault, StringComparison.Ordinal);
        Assert.Contains(member, fault, StringComparison.Ordinal);
    }

    private LabelledFolder Put(string annotations) => _set.Put(
        "labels.json",
        $$"""{"info":{},"images":[{"id":1,"file_name":"a.jpg","width":48},{"id":2,"file_name":"b.jpg"}],"annotations":[{{annotations}}],"categories":{{Categories}}}""");
}
