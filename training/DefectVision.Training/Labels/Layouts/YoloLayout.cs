using System.Globalization;
using DefectVision.Imaging;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// YOLO: a text file a photo, a line a box: class number, centre and size as shares of the photo, or the corners of an outline. An empty file says good;
/// a photo without a file has no label. Photos lie in images/ as the files lie in labels/.
/// </summary>
internal static class YoloLayout
{
    private static readonly string[] Parts = ["train", "val", "valid", "test"];

    public static string? Sign(SetFolder set) => Places(set).FirstOrDefault(place => place.Names is not null) is { Names: { } names } found ? $"{set.Relative(found.Labels)}/ and {set.Relative(names)}" : null;

    /// <summary>Whether there are text files of boxes, and nothing that names their classes.</summary>
    public static bool LacksNames(SetFolder set) => Places(set).ToList() is { Count: > 0 } places && places.All(place => place.Names is null);

    /// <exception cref="DatasetException">A file cannot be read, or its photo is missing.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set)
    {
        var places = Places(set).ToList();
        var (labels, photos, namesFile) = places.FirstOrDefault(place => place.Names is not null);
        if (namesFile is null)
        {
            throw places.Count > 0 ? Nameless(set, places[0].Labels) : set.Wrong(
                $"no labels/ or labels/{set.Part}/ with text files ({set.Top()})",
                $"labels/*.txt, or labels/{set.Part}/*.txt where the labels lie in parts, and classes.txt or data.yaml");
        }

        var names = YoloNames.Read(set, namesFile);
        var byName = SetFolder.Photos(photos).ToLookup(photo => Key(photos, photo), StringComparer.OrdinalIgnoreCase);
        var files = TextFiles(labels).Select(file => (File: file, Photos: Named(byName, photos, Key(labels, file)).ToList())).ToList();
        var entries = set.Each(files, file => Entry(set, file.File, file.Photos, names, photos)).ToList();

        // A photo whose text file cannot be read is left out: it is not one without a file.
        var spokenOf = files.SelectMany(file => file.Photos).ToHashSet();
        return entries.Concat(byName.SelectMany(group => group).Where(photo => !spokenOf.Contains(photo))
            .Select(photo => new LabelEntry(photo, set.UnlabelledIsGood ? LabelledPhoto.Good : null, set.Relative(photo), "no text file")));
    }

    // The numbers alone do not say which class is good, nor what a finding is to be called.
    private static DatasetException Nameless(SetFolder set, string labels)
    {
        var numbers = TextFiles(labels).SelectMany(PlainFile.Lines).Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).FirstOrDefault())
            .Select(field => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1).Where(number => number >= 0).Distinct().Order().ToList();
        return set.Wrong(
            $"{(labels == set.Full ? string.Empty : set.Relative(labels) + "/ with ")}text files{(numbers.Count == 0 ? string.Empty : $" of the class numbers {string.Join(", ", numbers)}")} and no names of classes ({set.Top()})",
            "classes.txt with the name of a class a line, that of number 0 first, or data.yaml with 'names:'");
    }

    private static LabelEntry Entry(SetFolder set, string file, IReadOnlyList<string> photos, IReadOnlyDictionary<int, string> names, string folder)
    {
        var name = set.Relative(file);
        var photo = photos switch
        {
            [var only] => only,
            [] => throw new DatasetException($"{name}: found no photo '{Path.GetFileNameWithoutExtension(file)}', wanted it in {set.Relative(folder)}/{set.Nearest(Path.GetFileNameWithoutExtension(file))}"),
            var several => throw new DatasetException($"{name}: found {string.Join(" and ", several.Select(set.Relative))}, wanted one photo a text file"),
        };
        var boxes = PlainFile.Lines(file)
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
        var shares = fields.Skip(1).Select(field => Shape.Share(Shape.Number(field, "share", where))
            ?? throw new DatasetException($"{where}: found '{string.Join(' ', fields)}', wanted shares of the photo between 0 and 1")).ToArray();
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
    private static IEnumerable<(string Labels, string Photos, string? Names)> Places(SetFolder set)
    {
        foreach (var (root, below) in set.Roots.SelectMany(root => new[] { (root, set.Part), (root, string.Empty) }))
        {
            var labels = Path.TrimEndingDirectorySeparator(Path.Combine(root, "labels", below));
            if (TextFiles(labels).Count > 0 && (below.Length > 0 || !Parts.Any(part => Directory.Exists(Path.Combine(labels, part)))))
            {
                var photos = Path.TrimEndingDirectorySeparator(Path.Combine(root, "images", below));
                yield return (labels, Directory.Exists(photos) ? photos : root, YoloNames.Find([labels, Path.Combine(root, "labels"), root, set.Full]));
            }
        }

        // Text files beside their photos, as LabelImg writes them.
        foreach (var root in set.Roots)
        {
            var stems = SetFolder.PhotosIn(root).Select(photo => Path.GetFileNameWithoutExtension(photo)).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (SetFolder.Files(root, ".txt").Any(file => stems.Contains(Path.GetFileNameWithoutExtension(file))))
            {
                yield return (root, root, YoloNames.Find([root, set.Full]));
            }
        }
    }

    private static IReadOnlyList<string> TextFiles(string folder) => !Directory.Exists(folder)
        ? []
        : [.. Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
            .Where(file => !YoloNames.IsNames(file) && !Path.GetFileName(file).StartsWith("readme", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal)];

    // A name that is the same in the case of its letters too goes before one that is not. Some tools keep the photo's ending before their own.
    private static IEnumerable<string> Named(ILookup<string, string> byName, string photos, string key) =>
        byName[key].Where(photo => Key(photos, photo) == key).ToList() is { Count: > 0 } same ? same
        : byName[key].Any() ? byName[key]
        : PhotoName.PromisesPhoto(key) ? byName[Path.ChangeExtension(key, null)].Where(photo => Path.GetFileName(photo).Equals(Path.GetFileName(key), StringComparison.OrdinalIgnoreCase))
        : LabelStudioLayout.WithoutPrefix(key) is { } bare ? byName[bare]
        : [];

    private static string Key(string folder, string file) => Path.ChangeExtension(Path.GetRelativePath(folder, file), null).Replace(Path.DirectorySeparatorChar, '/');
}
