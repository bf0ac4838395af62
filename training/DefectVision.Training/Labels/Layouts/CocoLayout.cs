using System.Text.Json;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>COCO object detection: images, annotations and categories in one JSON file. An image without annotations is good.</summary>
internal static class CocoLayout
{
    public static string? Sign(SetFolder set) => Files(set) is { Count: > 0 } files ? set.Relative(files[0]) : null;

    /// <exception cref="DatasetException">The file cannot be read, or refers to what it does not hold.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set)
    {
        var path = JsonLabels.TheFile(set, Files(set));
        var name = set.Relative(path);
        var file = JsonLabels.Read<CocoFile>(set, path);
        var categories = ById(JsonLabels.Whole(file.Categories, name, "categories"), category => category.Id, name, "category");
        var images = ById(JsonLabels.Whole(file.Images, name, "images"), image => image.Id, name, "image");
        var annotations = JsonLabels.Whole(file.Annotations, name, "annotations")
            .Select((annotation, at) => (Annotation: annotation, Where: FormattableString.Invariant($"{name}, annotations[{at}]")))
            .ToLookup(entry => entry.Annotation.ImageId);
        set.Faults.AddRange(annotations.Where(entries => !images.ContainsKey(entries.Key))
            .Select(entries => FormattableString.Invariant($"{entries.First().Where}: found image_id {entries.Key}, wanted one of the images")));
        var places = Places(set, path);
        return set.Each(file.Images, image =>
        {
            var where = FormattableString.Invariant($"{name}, image {image.Id}");
            var said = annotations[image.Id].Select(entry => Said(entry.Annotation, categories, entry.Where)).ToList();
            var photo = set.Photo(image.FileName, where, places);
            return new LabelEntry(photo, ClassRule.Of(said.Select(entry => entry.Class)), set.Relative(photo), where)
            {
                Boxes = [.. said.Select(entry => entry.Box).OfType<LabelledBox>()],
            };
        });
    }

    private static (string Class, LabelledBox? Box) Said(CocoAnnotation annotation, Dictionary<long, CocoCategory> categories, string where)
    {
        var name = categories.TryGetValue(annotation.CategoryId, out var category)
            ? ClassRule.Name(category.Name, where)
            : throw new DatasetException(FormattableString.Invariant($"{where}: found category_id {annotation.CategoryId}, wanted one of the categories"));
        return annotation.Bbox switch
        {
            null or [] => (name, null),
            [var x, var y, var width, var height] => (name, Shape.Box(name, x, y, width, height, where)),
            var other => throw new DatasetException(FormattableString.Invariant($"{where}: found a bbox of {other.Count} numbers, wanted 4")),
        };
    }

    // instances_train2017.json speaks of the photos in train2017/; a file in annotations/ of those beside that folder.
    private static List<string> Places(SetFolder set, string path)
    {
        var beside = Path.GetDirectoryName(path)!;
        var root = Path.GetFileName(beside).Equals("annotations", StringComparison.OrdinalIgnoreCase) && beside != set.Full ? Path.GetDirectoryName(beside)! : beside;
        var named = Path.GetFileNameWithoutExtension(path).Split('_')[^1];
        return [.. set.PlacesBeside(root), .. new[] { Path.Combine(root, named), Path.Combine(root, "images", named) }.Where(Directory.Exists)];
    }

    private static Dictionary<long, T> ById<T>(IReadOnlyList<T> entries, Func<T, long> id, string name, string what) =>
        entries.Distinct().GroupBy(id).FirstOrDefault(group => group.Count() > 1) is { } twice
            ? throw new DatasetException(FormattableString.Invariant($"{name}: found {what} {twice.Key} twice, wanted each id once"))
            : entries.Distinct().ToDictionary(id);

    private static IReadOnlyList<string> Files(SetFolder set) =>
        JsonLabels.Recognised(set, (kind, names) => kind == JsonTokenType.StartObject && names.Contains("images") && names.Contains("categories"));
}
