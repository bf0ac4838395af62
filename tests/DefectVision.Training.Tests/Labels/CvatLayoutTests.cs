using DefectVision.Training.Labels;

namespace DefectVision.Training.Tests.Labels;

/// <summary>Rule (docs.cvat.ai, "CVAT for images 1.1"): tags, boxes and polygons of each image; an image with neither is good.</summary>
public sealed class CvatLayoutTests : IDisposable
{
    private readonly LabelledFolder _set = new LabelledFolder().Photo("images/a.jpg", "images/b.jpg");

    public void Dispose() => _set.Dispose();

    [Theory]
    [InlineData("<box label='hole' xtl='5' ytl='6.5' xbr='15' ybr='26.5'/>", "hole", 5, 6.5, 10, 20)]
    [InlineData("<polygon label='hole' points='5,6.5;15,10;7,26.5'/>", "hole", 5, 6.5, 10, 20)]
    [InlineData("<box label='hole' xtl='5' ytl='6.5' xbr='15' ybr='26.5' rotation='0'/>", "hole", 5, 6.5, 10, 20)]
    [InlineData("<box label='hole' xtl='5' ytl='6.5' xbr='15' ybr='26.5' rotation='90'/>", "hole", 0, 11.5, 20, 10)]
    [InlineData("<tag label='stain'/><box label='hole' xtl='5' ytl='6.5' xbr='15' ybr='26.5'/>", "stain", 5, 6.5, 10, 20)]
    public void A_tag_names_the_class_or_else_a_shape_does_which_is_boxed(string inside, string label, double x, double y, double width, double height)
    {
        var set = Put(inside).Read();
        Assert.Equal(LabelLayout.Cvat, set.Layout);
        Assert.Equal($"images/a.jpg good, images/b.jpg {label}", _set.Said(set));
        var box = Assert.Single(_set.Boxes(set, "images/b.jpg"));
        Assert.Equal((x, y, width, height), (Math.Round(box.X, 9), Math.Round(box.Y, 9), Math.Round(box.Width, 9), Math.Round(box.Height, 9)));
    }

    [Theory]
    [InlineData("", "good")]
    [InlineData("<tag label='Good'/>", "good")]
    [InlineData("<tag label='hole'/><tag label='hole'/>", "hole")]
    public void Without_shapes_the_tag_counts_and_without_a_tag_it_is_good(string inside, string label) =>
        Assert.Equal($"images/a.jpg good, images/b.jpg {label}", _set.Said(Put(inside).Read()));

    [Theory]
    [InlineData("<tag label='hole'/><tag label='stain'/>", "annotations.xml(3): found the classes hole, stain, wanted one a photo")]
    [InlineData("<tag label='good'/><box label='hole' xtl='5' ytl='6' xbr='15' ybr='26'/>", "annotations.xml(3): found the photo called good and a box of 'hole', wanted one or the other")]
    [InlineData("<tag/>", "annotations.xml(3): found no class, wanted its name")]
    [InlineData("\n<polyline label='hole' points='1,2;3,4'/>", "annotations.xml(4): found <polyline>, wanted tags, boxes, polygons and masks")]
    [InlineData("\n<mask label='hole' rle='1, 2'/>", "annotations.xml(4): found no left, wanted a number")]
    [InlineData("<polygon label='hole' points='1,2;3'/>", "annotations.xml(3): found the corner '3', wanted x,y")]
    [InlineData("<polygon label='hole' points='1,2'/>", "annotations.xml(3): found an outline of 1 corners, wanted at least 2")]
    [InlineData("<polygon label='hole'/>", "annotations.xml(3): found the corner '', wanted x,y")]
    [InlineData("<box label='hole' xtl='5' ytl='6' xbr='5' ybr='26'/>", "annotations.xml(3): found a box at 5, 6 of 0 x 20, wanted finite numbers and sides above 0")]
    [InlineData("<box label='hole' xtl='5' ytl='6' xbr='x' ybr='26'/>", "annotations.xml(3): found the xbr 'x', wanted a number")]
    [InlineData("<box label='hole' xtl='5' ytl='6' xbr='9'/>", "annotations.xml(3): found no ybr, wanted a number")]
    public void A_shape_that_cannot_be_read_is_named_with_its_line(string inside, string fault) => Assert.Equal(fault, Put(inside).Fault(LabelLayout.Cvat));

    [Theory]
    [InlineData("<annotations><version>1.0</version></annotations>", "annotations.xml: found version 1.0, wanted CVAT for images 1.1")]
    [InlineData("<annotations>\n<track id='0'/></annotations>", "annotations.xml(2): found <track>, wanted the export 'for images', not 'for video'")]
    [InlineData("<annotations><image name='z.jpg'/></annotations>", "annotations.xml(1): found no photo 'z.jpg', wanted it in ./ or images/")]
    [InlineData("<annotations><image/></annotations>", "annotations.xml(1): found no file name, wanted that of a photo")]
    [InlineData("<photos/>", "annotations.xml(1): found <photos>, wanted <annotations>")]
    [InlineData("<annotations>\n<image>", "annotations.xml(2): ")]
    [InlineData("", "annotations.xml(")]
    [InlineData("<!DOCTYPE annotations><annotations/>", "annotations.xml(1): ")]
    public void A_file_that_is_no_such_export_is_refused(string xml, string fault) =>
        Assert.StartsWith(fault, _set.Put("annotations.xml", xml).Fault(LabelLayout.Cvat), StringComparison.Ordinal);

    private LabelledFolder Put(string inside) => _set.Put(
        "annotations.xml", $"<annotations><version>1.1</version>\n<image id='0' name='a.jpg' width='48' height='48'/>\n<image id='1' name='b.jpg'>{inside}</image></annotations>");
}
