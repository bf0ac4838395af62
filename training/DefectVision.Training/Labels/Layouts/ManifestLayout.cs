using System.Text;
using System.Text.Json;
using DefectVision.Imaging;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// The manifest of Amazon SageMaker Ground Truth and Lookout for Vision: a JSON object a line, with the photo's address in source-ref. A photo's class is the
/// class-name of its label; of a photo with boxes (object detection) they name it, and none say good.
/// </summary>
internal static class ManifestLayout
{
    private const string Ending = ".manifest";
    private const string Photo = "source-ref";
    private const string Metadata = "-metadata";

    public static string? Sign(SetFolder set) => Files(set) is { Count: > 0 } files ? set.Relative(files[0]) : null;

    /// <exception cref="DatasetException">There is no manifest, or several.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set)
    {
        var file = set.TheFile(Files(set), "manifest");
        var places = set.PlacesBeside(Path.GetDirectoryName(file)!);
        return set.Each(
            PlainFile.Lines(file).Select((line, at) => (Line: line, Where: FormattableString.Invariant($"{set.Relative(file)}({at + 1})"))).Where(line => line.Line.Trim().Length > 0),
            line => Entry(set, line.Line, places, line.Where));
    }

    private static LabelEntry Entry(SetFolder set, string line, IReadOnlyList<string> places, string where)
    {
        using var document = Parsed(line, where);
        var root = document.RootElement;
        var photo = set.Photo(Text(root, Photo), where, places);
        var labels = root.ValueKind == JsonValueKind.Object
            ? root.EnumerateObject().Where(member => member.Name.EndsWith(Metadata, StringComparison.Ordinal) && member.Value.ValueKind == JsonValueKind.Object).ToList()
            : [];
        if (labels is not [var label])
        {
            throw new DatasetException(FormattableString.Invariant($"{where}: found {labels.Count} labels, wanted one member that ends in '{Metadata}'"));
        }

        if (Text(label.Value, "class-name") is { } name)
        {
            return new LabelEntry(photo, ClassRule.Name(name, where), set.Relative(photo), where);
        }

        if (!root.TryGetProperty(label.Name[..^Metadata.Length], out var said) || said.ValueKind != JsonValueKind.Object
            || !said.TryGetProperty("annotations", out var annotations) || annotations.ValueKind != JsonValueKind.Array
            || !label.Value.TryGetProperty("class-map", out var names))
        {
            throw new DatasetException($"{where}: found a label of the kind '{Text(label.Value, "type") ?? "not told"}', wanted image-classification or object-detection");
        }

        var boxes = annotations.EnumerateArray().Select(annotation => BoxOf(annotation, names, where)).ToList();
        return new LabelEntry(photo, ClassRule.Of(boxes.Select(box => box.Class)), set.Relative(photo), where) { Boxes = boxes };
    }

    private static LabelledBox BoxOf(JsonElement annotation, JsonElement names, string where)
    {
        var number = Shape.Number(Text(annotation, "class_id"), "class_id", where).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var name = Text(names, number) ?? throw new DatasetException($"{where}: found the class '{number}', wanted one of its class-map");
        return Shape.Box(ClassRule.Name(name, where), At("left"), At("top"), At("width"), At("height"), where);

        double At(string member) => Shape.Number(Text(annotation, member), member, where);
    }

    private static string? Text(JsonElement element, string member) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(member, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number ? value.ToString() : null;

    private static JsonDocument Parsed(string line, string where)
    {
        try
        {
            var json = Encoding.UTF8.GetBytes(line);
            return JsonLabels.IsText(json) ? JsonDocument.Parse(json) : throw JsonLabels.NoText(where);
        }
        catch (JsonException fault)
        {
            throw new DatasetException($"{where}: found a line that is no JSON ({fault.Message}), wanted the manifest as it was exported");
        }
    }

    private static IReadOnlyList<string> Files(SetFolder set) => set.Roots
        .Select(root => SetFolder.Files(root, Ending))
        .FirstOrDefault(files => files.Count > 0) ?? [];
}
