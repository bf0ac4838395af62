using System.Xml.Linq;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// CVAT for images 1.1: tags, boxes and polygons of every image in one XML file. A tag names the photo's class; without one the shapes do;
/// an image with neither is good.
/// </summary>
internal static class CvatLayout
{
    private const string Outermost = "annotations";

    public static string? Sign(SetFolder set) => Files(set) is { Count: > 0 } files ? set.Relative(files[0]) : null;

    /// <exception cref="DatasetException">The file cannot be read, or a photo is missing.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set)
    {
        var recognised = Files(set);
        var file = set.TheFile(recognised.Count > 0 ? recognised : [.. set.Roots.SelectMany(root => SetFolder.Files(root, ".xml"))], "XML file");
        var root = XmlLabels.Read(set, file, Outermost);
        if (root.Element("version")?.Value is { } version && version.Trim() != "1.1")
        {
            throw new DatasetException($"{set.Relative(file)}: found version {version}, wanted CVAT for images 1.1");
        }

        if (root.Element("track") is { } track)
        {
            throw new DatasetException($"{XmlLabels.Where(set, file, track)}: found <track>, wanted the export 'for images', not 'for video'");
        }

        var places = set.PlacesBeside(Path.GetDirectoryName(file)!);
        return set.Each(root.Elements("image"), image => Entry(set, file, image, places));
    }

    private static LabelEntry Entry(SetFolder set, string file, XElement image, IReadOnlyList<string> places)
    {
        var where = XmlLabels.Where(set, file, image);
        var photo = set.Photo(image.Attribute("name")?.Value, where, places);
        var tags = image.Elements("tag").Select(tag => ClassRule.Name(tag.Attribute("label")?.Value, XmlLabels.Where(set, file, tag))).Distinct().ToList();
        var boxes = image.Elements().Where(element => element.Name.LocalName != "tag").Select(element => BoxOf(set, file, element)).ToList();
        return new LabelEntry(photo, SaidRule.Of(tags, boxes, where), set.Relative(photo), where) { Boxes = boxes };
    }

    private static LabelledBox BoxOf(SetFolder set, string file, XElement element)
    {
        var where = XmlLabels.Where(set, file, element);
        var kind = element.Name.LocalName;
        var name = ClassRule.Name(element.Attribute("label")?.Value, where);
        switch (kind)
        {
            case "box":
                var (left, top) = (At("xtl"), At("ytl"));
                var box = Shape.Box(name, left, top, At("xbr") - left, At("ybr") - top, where);
                var degrees = element.Attribute("rotation") is null ? 0 : At("rotation");
                return degrees == 0 ? box : Shape.Around(name, Shape.Turned(box, degrees, (box.X + (box.Width / 2), box.Y + (box.Height / 2))), where);
            case "polygon":
                return Shape.Around(name, [.. (element.Attribute("points")?.Value ?? string.Empty).Split(';').Select(point => Corner(point, where))], where);
            case "mask":
                return Shape.Box(name, At("left"), At("top"), At("width"), At("height"), where);
            default:
                throw new DatasetException($"{where}: found <{kind}>, wanted tags, boxes, polygons and masks");
        }

        double At(string attribute) => Shape.Number(element.Attribute(attribute)?.Value, attribute, where);
    }

    private static (double X, double Y) Corner(string point, string where) => point.Split(',') is [var x, var y]
        ? (Shape.Number(x, "corner", where), Shape.Number(y, "corner", where))
        : throw new DatasetException($"{where}: found the corner '{point}', wanted x,y");

    private static IReadOnlyList<string> Files(SetFolder set) => set.Roots
        .Select(root => (IReadOnlyList<string>)[.. SetFolder.Files(root, ".xml").Where(file => XmlLabels.Outermost(file) == Outermost)])
        .FirstOrDefault(files => files.Count > 0) ?? [];
}
