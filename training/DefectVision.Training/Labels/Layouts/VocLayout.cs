using System.Xml.Linq;
using DefectVision.Imaging;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// Pascal VOC: <c>Annotations/NAME.xml</c> with objects and their boxes, photos in <c>JPEGImages/</c>, <c>images/</c> or beside. An annotation without
/// objects says good; a photo without an annotation has no label, and where ImageSets/Main/ lists the parts, its list is the part. Corners are taken as they are written.
/// </summary>
internal static class VocLayout
{
    private const string Outermost = "annotation";
    private static readonly string[] Lists = ["train.txt", "val.txt", "trainval.txt", "test.txt"];

    public static string? Sign(SetFolder set) => Files(set) is var (_, files) && files.Count > 0 ? set.Relative(files[0]) : null;

    /// <exception cref="DatasetException">An annotation cannot be read, or its photo is missing.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set)
    {
        var (root, files) = Files(set);
        if (files.Count == 0)
        {
            throw set.Wrong($"no annotations ({set.Top()})", "Annotations/*.xml");
        }

        var listed = Listed(set, root);
        var places = (IReadOnlyList<string>)[.. set.PlacesBeside(root), Path.GetDirectoryName(files[0])!];
        if (listed is not null)
        {
            var byName = files.ToLookup(file => Path.GetFileNameWithoutExtension(file));
            return set.Each(listed, entry => byName[entry.Name].FirstOrDefault() is { } file
                ? Entry(set, file, places)
                : throw new DatasetException($"{entry.Where}: found the name '{entry.Name}', wanted {set.Relative(Path.GetDirectoryName(files[0])!)}/{entry.Name}.xml beside it"));
        }

        var entries = set.Each(files, file => Entry(set, file, places)).ToList();
        var labelled = entries.Select(entry => entry.Path).ToHashSet();
        return entries.Concat(SetFolder.PhotosIn(root).Concat(places.Skip(1).SelectMany(SetFolder.Photos)).Distinct().Where(photo => !labelled.Contains(photo))
            .Select(photo => new LabelEntry(photo, null, set.Relative(photo), "no annotation")));
    }

    private static LabelEntry Entry(SetFolder set, string file, IReadOnlyList<string> places)
    {
        var root = XmlLabels.Read(set, file, Outermost);
        var where = XmlLabels.Where(set, file, root);
        var photo = set.Photo(root.Element("filename")?.Value, where, places);
        var boxes = root.Elements("object").Select(element => BoxOf(set, file, element)).ToList();
        return new LabelEntry(photo, ClassRule.Of(boxes.Select(box => box.Class)), set.Relative(photo), where) { Boxes = boxes };
    }

    private static LabelledBox BoxOf(SetFolder set, string file, XElement element)
    {
        var where = XmlLabels.Where(set, file, element);
        var name = ClassRule.Name(element.Element("name")?.Value, where);
        var corners = element.Element("bndbox") ?? throw new DatasetException($"{where}: found no <bndbox>, wanted one");
        var (left, top) = (At("xmin"), At("ymin"));
        return Shape.Box(name, left, top, At("xmax") - left, At("ymax") - top, where);

        double At(string corner) => Shape.Number(corners.Element(corner)?.Value, corner, where);
    }

    // ImageSets/Main/train.txt names the photos of a part, one a line. Where there are lists, but none of the part, the part is not everything.
    private static IReadOnlyList<(string Name, string Where)>? Listed(SetFolder set, string root)
    {
        var folder = Path.Combine(root, "ImageSets", "Main");
        var list = Path.Combine(folder, set.Part + ".txt");
        if (!File.Exists(list))
        {
            return Lists.FirstOrDefault(other => File.Exists(Path.Combine(folder, other))) is not { } other
                ? null
                : throw set.Wrong($"{set.Relative(folder)}/{other} and no {set.Part}.txt", $"{set.Relative(list)}");
        }

        return
        [
            .. PlainFile.Lines(list)
                .Select((line, at) => (Name: line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? string.Empty, Where: FormattableString.Invariant($"{set.Relative(list)}({at + 1})")))
                .Where(entry => entry.Name.Length > 0),
        ];
    }

    private static (string Root, IReadOnlyList<string> Files) Files(SetFolder set)
    {
        foreach (var root in set.Roots)
        {
            var folder = Directory.EnumerateDirectories(root).FirstOrDefault(name => Path.GetFileName(name).Equals("annotations", StringComparison.OrdinalIgnoreCase));
            var inFolder = folder is null ? [] : SetFolder.Files(folder, ".xml");
            var files = inFolder.Count > 0 ? inFolder : [.. SetFolder.Files(root, ".xml").Where(file => XmlLabels.Outermost(file) == Outermost)];
            if (files.Count > 0)
            {
                return (root, files);
            }
        }

        return (set.Full, []);
    }
}
