using System.Globalization;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// YOLO: a text file a photo, a line a box: class number, centre and size as shares of the photo, or the corners of an outline. An empty file says good;
/// a photo without a file has no label. Photos lie in images/ as the files lie in labels/.
/// </summary>
internal static class YoloLayout
{
    // Shares that were rounded may lie this far outside the photo.
    private const double Rounding = 1e-4;

    private static readonly string[] Parts = ["train", "val", "valid", "test"];

    public static string? Sign(SetFolder set) => Find(set) is { } found ? $"{set.Relative(found.Labels)}/ and {set.Relative(found.Names)}" : null;

    /// <exception cref="DatasetException">A file cannot be read, or its photo is missing.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set)
    {
        if (Find(set) is not var (labels, photos, namesFile))
        {
            throw set.Wrong(
                $"no labels/ or labels/{set.Part}/ with text files, or no names of classes ({set.Top()})",
                $"labels/*.txt, or labels/{set.Part}/*.txt where the labels lie in parts, and classes.txt or data.yaml");
        }

        var names = YoloNames.Read(set, namesFile);
        var byName = SetFolder.Photos(photos).ToLookup(photo => Key(photos, photo), StringComparer.OrdinalIgnoreCase);
        var entries = set.Each(TextFiles(labels), file => Entry(set, file, Named(byName, photos, Key(labels, file)), names, photos)).ToList();
        var labelled = entries.Select(entry => entry.Path).ToHashSet();

        // A photo whose text file cannot be read is left out: it is not one without a file.
        var faulty = TextFiles(labels).Select(file => Path.GetFileNameWithoutExtension(file)).Except(entries.Select(entry => Path.GetFileNameWithoutExtension(entry.Where))).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return entries.Concat(byName.SelectMany(group => group).Where(photo => !labelled.Contains(photo))
            .Where(photo => !faulty.Contains(Path.GetFileNameWithoutExtension(photo)))
            .Select(photo => new LabelEntry(photo, set.UnlabelledIsGood ? LabelledPhoto.Good : null, set.Relative(photo), "no text file")));
    }

    private static LabelEntry Entry(SetFolder set, string file, IEnumerable<string> photos, IReadOnlyDictionary<int, string> names, string folder)
    {
        var name = set.Relative(file);
        var photo = photos.ToList() switch
        {
            [var only] => only,
            [] => throw new DatasetException($"{name}: found no photo '{Path.GetFileNameWithoutExtension(file)}', wanted it in {set.Relative(folder)}/"),
            var several => throw new DatasetException($"{name}: found {string.Join(" and ", several.Select(set.Relative))}, wanted one photo a text file"),
        };
        var boxes = File.ReadLines(file)
            .Select((line, at) => (Fields: line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), Where: FormattableString.Invariant($"{name}({at + 1})")))
            .Where(line => line.Fields.Length > 0)
            .Select(line => BoxOf(line.Fields, names, line.Where))
            .ToList();
        return new LabelEntry(photo, ClassRule.Of(boxes.Select(box => box.Class)), set.Relative(photo), name) { Boxes = boxes, BoxesAreShares = true };
    }

    private static LabelledBox BoxOf(string[] fields, IReadOnlyDictionary<int, string> names, string where)
    {
        // Some tools write the number of a class as 0.0.
        var name = int.TryParse(fields[0].EndsWith(".0", StringComparison.Ordinal) ? fields[0][..^2] : fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && names.TryGetValue(number, out var known)
            ? known
            : throw new DatasetException($"{where}: found the class '{fields[0]}', wanted one of {string.Join(", ", names.Keys.Order())}");
        var shares = fields.Skip(1).Select(field => Shape.Number(field, "share", where)).Select(share => share is < 0 and >= -Rounding ? 0 : share is > 1 and <= 1 + Rounding ? 1 : share).ToArray();
        if (shares.Any(share => !(share is >= 0 and <= 1)))
        {
            throw new DatasetException($"{where}: found '{string.Join(' ', fields)}', wanted shares of the photo between 0 and 1");
        }

        return shares switch
        {
            [var x, var y, var width, var height] => Shape.Box(name, x - (width / 2), y - (height / 2), width, height, where),

            // A model's prediction, with how sure it was.
            [var x, var y, var width, var height, _] => Shape.Box(name, x - (width / 2), y - (height / 2), width, height, where),
            { Length: >= 6 } when shares.Length % 2 == 0 => Shape.Around(name, [.. shares.Chunk(2).Select(pair => (pair[0], pair[1]))], where),
            _ => throw new DatasetException(FormattableString.Invariant($"{where}: found {fields.Length} fields, wanted class, centre x, centre y, width, height, or class and the corners of an outline")),
        };
    }

    // labels/train and images/train where the set has them, else labels and images, else photos beside labels/. Labels that lie in parts are never taken
    // together: who asks for the part to be measured would be given what was learned from.
    private static (string Labels, string Photos, string Names)? Find(SetFolder set)
    {
        foreach (var (root, below) in set.Roots.SelectMany(root => new[] { (root, set.Part), (root, string.Empty) }))
        {
            var labels = Path.TrimEndingDirectorySeparator(Path.Combine(root, "labels", below));
            if (TextFiles(labels).Count > 0 && (below.Length > 0 || !Parts.Any(part => Directory.Exists(Path.Combine(labels, part)))) && YoloNames.Find([labels, Path.Combine(root, "labels"), root, set.Full]) is { } names)
            {
                var photos = Path.TrimEndingDirectorySeparator(Path.Combine(root, "images", below));
                return (labels, Directory.Exists(photos) ? photos : root, names);
            }
        }

        // Text files beside their photos, as LabelImg writes them.
        foreach (var root in set.Roots)
        {
            var stems = SetFolder.PhotosIn(root).Select(photo => Path.GetFileNameWithoutExtension(photo)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (SetFolder.Files(root, ".txt").Any(file => stems.Contains(Path.GetFileNameWithoutExtension(file))) && YoloNames.Find([root, set.Full]) is { } names)
            {
                return (root, root, names);
            }
        }

        return null;
    }

    private static IReadOnlyList<string> TextFiles(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) is not ("classes.txt" or "labels.txt"))
            .Order(StringComparer.Ordinal)];

    // A name that is the same in the case of its letters too goes before one that is not.
    private static IEnumerable<string> Named(ILookup<string, string> byName, string photos, string key) =>
        byName[key].Where(photo => Key(photos, photo) == key).ToList() is { Count: > 0 } same ? same
        : !byName[key].Any() && LabelStudioLayout.WithoutPrefix(key) is { } bare ? byName[bare]
        : byName[key];

    private static string Key(string folder, string file) => Path.ChangeExtension(Path.GetRelativePath(folder, file), null);
}
