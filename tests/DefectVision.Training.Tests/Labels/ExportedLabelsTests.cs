using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rules: labels are read as their exporters write them; what cannot be used is named, and left out where a person accepts that.</summary>
public sealed class ExportedLabelsTests : IDisposable
{
    private readonly LabelledFolder _set = new();

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("good")]
    [InlineData("Good")]
    [InlineData("OK")]
    [InlineData("pass")]
    [InlineData("normal")]
    [InlineData("良品")]
    [InlineData("合格")]
    public void A_folder_called_by_a_word_for_good_holds_good_photos(string folder)
    {
        _set.Photo($"{folder}/a.jpg", "hole/b.jpg");
        Assert.Equal($"{folder}/a.jpg good, hole/b.jpg hole".Split(", ").Order(StringComparer.Ordinal), _set.Said(_set.Read()).Split(", "));
    }

    [Theory]
    [InlineData("not ok")]
    [InlineData("abnormal")]
    [InlineData("不合格")]
    public void A_folder_that_only_holds_such_a_word_is_a_defect_class(string folder)
    {
        _set.Photo("good/a.jpg", $"{folder}/b.jpg");
        Assert.Equal([folder], _set.Read().DefectClasses);
    }

    [Theory]
    [InlineData(@"C:\Users\qc\photos\b.jpg")]
    [InlineData("s3://bucket/photos/b.jpg")]
    [InlineData("../../data/upload/1/b.jpg")]
    [InlineData("b")]
    [InlineData("b.png")]
    [InlineData("elsewhere/B.JPEG")]
    public void A_path_of_another_machine_means_the_one_photo_of_that_name(string path) =>
        Assert.Equal("lot 1/b.jpg good", _set.Said(_set.Photo("lot 1/b.jpg").Put("list.csv", $"path,label\n{path},good\n").Read()));

    [Theory]
    [InlineData("D:/lot 2/b.jpg", "lot 2/b.jpg good")]
    [InlineData("D:/b.jpg", null)]
    public void Of_several_photos_of_that_name_the_one_in_the_same_folder_is_meant_or_none(string path, string? said)
    {
        _set.Photo("lot 1/b.jpg", "lot 2/b.jpg").Put("list.csv", $"path,label\n{path},good\n");
        if (said is null)
        {
            Assert.Contains("found the photo 'D:/b.jpg'", _set.Fault(LabelLayout.Csv), StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(said, _set.Said(_set.Read()));
        }
    }

    [Theory]
    [InlineData("data.yaml", "names: {0: hole, 1: stain}\n")]
    [InlineData("data.yaml", "nc: 2\nnames: [ 'hole',  # first\n         'stain' ]\n")]
    [InlineData("labels.txt", "hole\nstain\n")]
    [InlineData("obj.names", "hole\nstain\n")]
    public void The_names_of_yolo_classes_stand_in_many_files(string name, string text)
    {
        _set.Photo("images/a.jpg", "images/b.jpg").Put("labels/a.txt", string.Empty).Put("labels/b.txt", "1 0.5 0.5 0.2 0.2").Put(name, text);
        Assert.Equal("images/a.jpg good, images/b.jpg stain", _set.Said(_set.Read()));
    }

    [Theory]
    [InlineData("1.0 0.5 0.5 0.5 0.5")]
    [InlineData("1 0.5 0.5 0.5 0.5 0.91")]
    [InlineData("1 1.00005 0.5 0.5 0.5")]
    [InlineData("1 0.5 -0.00005 0.5 0.5")]
    public void A_line_of_yolo_may_write_its_class_as_a_fraction_be_a_prediction_or_be_rounded(string line)
    {
        _set.Photo("images/a.jpg", "images/b.jpg").Put("labels/a.txt", string.Empty).Put("labels/b.txt", line).Put("classes.txt", "hole\nstain");
        Assert.Equal("images/a.jpg good, images/b.jpg stain", _set.Said(_set.Read()));
    }

    [Fact]
    public void Text_files_beside_their_photos_are_yolo_too_and_notes_are_not()
    {
        _set.Photo("a.jpg", "b.jpg").Put("a.txt", string.Empty).Put("b.txt", "0 0.5 0.5 0.5 0.5").Put("classes.txt", "hole");
        Assert.Equal("a.jpg good, b.jpg hole", _set.Said(_set.Read()));
    }

    [Fact]
    public void A_text_file_keeps_the_prefix_that_an_upload_gave_its_photo()
    {
        _set.Photo("images/a.jpg").Put("labels/a3cc06f3-a.txt", string.Empty).Put("classes.txt", "hole");
        Assert.Equal("images/a.jpg good", _set.Said(_set.Read()));
    }

    [Theory]
    [InlineData(true, "images/a.jpg good, images/b.jpg hole")]
    [InlineData(false, "images/b.jpg hole")]
    public void A_photo_without_a_text_file_is_good_where_a_person_says_so(bool isGood, string said)
    {
        _set.Photo("images/a.jpg", "images/b.jpg", "images/c.jpg").Put("labels/b.txt", "0 0.5 0.5 0.5 0.5").Put("labels/c.txt", "7 0.5 0.5 0.5 0.5").Put("classes.txt", "hole");
        var set = LabelledSet.Read(_set.Root, "train", null, LabelLayout.Yolo, wantsGood: false, keepsFaults: true, unlabelledIsGood: isGood);
        Assert.Equal(said, _set.Said(set));
        Assert.Equal(isGood ? [] : ["images/a.jpg"], set.Unlabelled.Select(_set.Name));
        Assert.StartsWith("labels/c.txt(1): found the class '7'", Assert.Single(set.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void A_manifest_names_a_class_or_boxes_in_each_line()
    {
        _set.Photo("images/a.jpg", "images/b.jpg", "images/c.jpg").Put("output.manifest", """
            {"source-ref": "s3://bucket/a.jpg", "x": 0, "x-metadata": {"class-name": "normal", "type": "groundtruth/image-classification"}}
            {"source-ref": "s3://bucket/b.jpg", "x": 1, "x-metadata": {"class-name": "anomaly", "type": "groundtruth/image-classification"}}
            {"source-ref": "s3://bucket/c.jpg", "y": {"annotations": [{"class_id": 0, "left": 1, "top": 2, "width": 3, "height": 4}]}, "y-metadata": {"class-map": {"0": "hole"}, "type": "groundtruth/object-detection"}}

            """);
        var set = _set.Read();
        Assert.Equal("images/a.jpg good, images/b.jpg anomaly, images/c.jpg hole", _set.Said(set));
        Assert.Equal([new LabelledBox("hole", 1, 2, 3, 4)], _set.Boxes(set, "images/c.jpg"));
    }

    [Theory]
    [InlineData("train", "v/Images/Normal/000.JPG good")]
    [InlineData("test", "v/Images/Anomaly/000.JPG anomaly, v/Images/Normal/001.JPG good")]
    public void The_list_of_visa_tells_the_parts_and_masks(string part, string said)
    {
        _set.Photo("v/Images/Normal/000.JPG", "v/Images/Normal/001.JPG", "v/Images/Anomaly/000.JPG", "v/Masks/Anomaly/000.png").Put(
            "split_csv/1cls.csv",
            "object,split,label,image,mask\nv,train,normal,v/Images/Normal/000.JPG,\nv,test,normal,v/Images/Normal/001.JPG,\nv,test,anomaly,v/Images/Anomaly/000.JPG,v/Masks/Anomaly/000.png\n");
        var set = _set.Read(part: part);
        Assert.Equal(said, _set.Said(set));
        Assert.All(set.Photos, photo => Assert.Equal(!photo.IsGood, photo.Mask is not null));
    }

    [Fact]
    public void Masks_of_cvat_have_a_box()
    {
        _set.Photo("a.jpg", "b.jpg").Put("annotations.xml", "<annotations><image name='a.jpg'/><image name='b.jpg'><mask label='hole' rle='5, 10, 85' left='1' top='2' width='10' height='10'/></image></annotations>");
        Assert.Equal([new LabelledBox("hole", 1, 2, 10, 10)], _set.Boxes(_set.Read(), "b.jpg"));
    }

    [Fact]
    public void Coco_may_write_its_numbers_as_text_and_an_image_twice()
    {
        _set.Photo("a.jpg", "b.jpg").Put("labels.json", """
            {"images":[{"id":"0","file_name":"a.jpg"},{"id":"1","file_name":"b.jpg"},{"id":"0","file_name":"a.jpg"}],
             "annotations":[{"image_id":"1","category_id":0,"bbox":[1,2,3,4]}],"categories":[{"id":0,"name":"hole"}]}
            """);
        Assert.Equal("a.jpg good, b.jpg hole", _set.Said(_set.Read()));
    }

    [Fact]
    public void A_box_of_no_size_an_unknown_category_and_a_missing_photo_are_each_named_and_left_out_once_that_is_accepted()
    {
        _set.Photo("a.jpg", "b.jpg", "c.jpg", "d.jpg").Put("labels.json", """
            {"images":[{"id":0,"file_name":"a.jpg"},{"id":1,"file_name":"b.jpg"},{"id":2,"file_name":"c.jpg"},{"id":3,"file_name":"d.jpg"},{"id":4,"file_name":"gone.jpg"}],
             "annotations":[{"image_id":1,"category_id":0,"bbox":[1,2,0,0]},{"image_id":2,"category_id":9,"bbox":[1,2,3,4]},{"image_id":3,"category_id":0,"bbox":[1,2,3,4]}],"categories":[{"id":0,"name":"hole"}]}
            """);
        Assert.EndsWith("(3 labels cannot be used, this is the first)", _set.Fault(LabelLayout.Coco), StringComparison.Ordinal);
        var set = LabelledSet.Read(_set.Root, "train", null, keepsFaults: true);
        Assert.Equal("a.jpg good, d.jpg hole", _set.Said(set));
        Assert.Equal(3, set.Faults.Count);
        var found = LabelDoctor.Examine(set, _set.Root, null, CancellationToken.None).Where(finding => finding.Kind == FindingKind.Unusable).ToList();
        Assert.Equal(set.Faults.Select(fault => $"{fault}; it is left out"), found.Select(finding => finding.Text));
        Assert.Throws<DatasetException>(() => LabelDoctor.RefuseErrors(found, _set.Root, accepted: false, "learn"));
        LabelDoctor.RefuseErrors(found, _set.Root, accepted: true, "learn");
    }
}
