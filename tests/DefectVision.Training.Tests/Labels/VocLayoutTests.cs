using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rule (PASCAL VOC 2012 development kit): an annotation a photo, its objects with their corners; without objects the photo is good.</summary>
public sealed class VocLayoutTests : IDisposable
{
    private readonly LabelledFolder _set = new LabelledFolder().Photo("JPEGImages/a.jpg", "JPEGImages/b.jpg");

    public void Dispose() => _set.Dispose();

    [Fact]
    public void Corners_become_boxes_and_an_annotation_without_objects_says_good()
    {
        var set = Put("a", string.Empty).Put("Annotations/b.xml", Annotation("b", Hole("<xmin>5</xmin><ymin>6.5</ymin><xmax>15</xmax><ymax>26.5</ymax>"))).Read();
        Assert.Equal(LabelLayout.Voc, set.Layout);
        Assert.Equal("JPEGImages/a.jpg good, JPEGImages/b.jpg hole", _set.Said(set));
        Assert.Equal([new LabelledBox("hole", 5, 6.5, 10, 20)], _set.Boxes(set, "JPEGImages/b.jpg"));
        Assert.Empty(set.Unlabelled);
    }

    [Fact]
    public void A_photo_without_an_annotation_has_no_label()
    {
        var set = _set.Photo("d.jpg").Put("Annotations/a.xml", Annotation("a", string.Empty)).Read();
        Assert.Equal("JPEGImages/a.jpg good", _set.Said(set));
        Assert.Equal(["JPEGImages/b.jpg", "d.jpg"], set.Unlabelled.Select(_set.Name));
    }

    [Fact]
    public void Annotations_may_lie_beside_the_photos()
    {
        using var set = new LabelledFolder().Photo("a.jpg", "b.jpg").Put("a.xml", Annotation("a", string.Empty)).Put("notes.xml", "<notes/>");
        Assert.Equal("a.jpg good", set.Said(set.Read()));
        Assert.Equal(["b.jpg"], set.Read().Unlabelled.Select(set.Name));
    }

    [Theory]
    [InlineData("train", "JPEGImages/a.jpg good")]
    [InlineData("test", "JPEGImages/b.jpg good")]
    public void Where_lists_tell_the_parts_a_part_is_its_list(string part, string said)
    {
        Put("a", string.Empty).Put("Annotations/b.xml", Annotation("b", string.Empty))
            .Put("ImageSets/Main/train.txt", "a\n").Put("ImageSets/Main/test.txt", "b -1\n\n");
        Assert.Equal(said, _set.Said(_set.Read(part: part)));
        Assert.Empty(_set.Read(part: part).Unlabelled);
    }

    [Fact]
    public void Elements_without_an_end_within_each_other_are_refused()
    {
        Put("a", string.Empty).Put("Annotations/b.xml", string.Concat(Enumerable.Repeat("<annotation>", 100_000)));
        Assert.Equal("Annotations/b.xml(1): found more than 64 elements within each other, wanted the file as it was exported", _set.Fault(LabelLayout.Voc));
    }

    [Fact]
    public void A_part_that_the_lists_do_not_have_is_not_everything()
    {
        Put("a", string.Empty).Put("ImageSets/Main/train.txt", "a\n");
        Assert.Equal("SET: found ImageSets/Main/train.txt and no test.txt, wanted ImageSets/Main/test.txt", _set.Fault(LabelLayout.Voc, "test"));
    }

    [Fact]
    public void A_name_on_a_list_without_an_annotation_is_refused()
    {
        Put("a", string.Empty).Put("ImageSets/Main/train.txt", "a\nb\n");
        Assert.Equal("ImageSets/Main/train.txt(2): found the name 'b', wanted Annotations/b.xml beside it", _set.Fault(LabelLayout.Voc));
    }

    [Theory]
    [InlineData("<xmin>5</xmin><ymin>6</ymin><xmax>5</xmax><ymax>9</ymax>", "Annotations/a.xml(3): found a box at 5, 6 of 0 x 3, wanted finite numbers and sides above 0")]
    [InlineData("<xmin>5</xmin><ymin>6</ymin><xmax>8</xmax>", "Annotations/a.xml(3): found no ymax, wanted a number")]
    [InlineData("<xmin>5,5</xmin><ymin>6</ymin><xmax>8</xmax><ymax>9</ymax>", "Annotations/a.xml(3): found the xmin '5,5', wanted a number")]
    [InlineData("<xmin>NaN</xmin><ymin>6</ymin><xmax>8</xmax><ymax>9</ymax>", "Annotations/a.xml(3): found the xmin 'NaN', wanted a number")]
    public void A_box_without_size_or_number_is_named_with_its_line(string corners, string fault) =>
        Assert.Equal(fault, Put("a", Hole(corners)).Fault(LabelLayout.Voc));

    [Theory]
    [InlineData("<annotation><filename>z.jpg</filename></annotation>", "Annotations/a.xml(1): found no photo 'z.jpg', wanted it in ./ or JPEGImages/ or Annotations/")]
    [InlineData("<annotation/>", "Annotations/a.xml(1): found no file name, wanted that of a photo")]
    [InlineData("<annotation><filename>a.jpg</filename>\n<object><name>hole</name></object></annotation>", "Annotations/a.xml(2): found no <bndbox>, wanted one")]
    [InlineData("<annotation><filename>a.jpg</filename>\n<object><bndbox/></object></annotation>", "Annotations/a.xml(2): found no class, wanted its name")]
    [InlineData("<annotations/>", "Annotations/a.xml(1): found <annotations>, wanted <annotation>")]
    [InlineData("<annotation>\n<object>", "Annotations/a.xml(2): ")]
    [InlineData("<!DOCTYPE annotation [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><annotation><filename>&x;</filename></annotation>", "Annotations/a.xml(1): ")]
    public void An_annotation_that_cannot_be_read_is_named_with_its_line(string xml, string fault) =>
        Assert.StartsWith(fault, _set.Put("Annotations/a.xml", xml).Fault(LabelLayout.Voc), StringComparison.Ordinal);

    [Fact]
    public void Without_annotations_it_says_so() =>
        Assert.Equal("SET: found no annotations (JPEGImages/), wanted Annotations/*.xml", _set.Fault(LabelLayout.Voc));

    private static string Annotation(string name, string objects) => $"<annotation>\n<filename>{name}.jpg</filename>\n{objects}</annotation>";

    private static string Hole(string corners) => $"<object><name>hole</name><bndbox>{corners}</bndbox></object>";

    private LabelledFolder Put(string name, string objects) => _set.Put($"Annotations/{name}.xml", Annotation(name, objects));
}
