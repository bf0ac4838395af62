using System.Buffers;
using System.Text.Json;
using DefectVision.Imaging;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// Label Studio's JSON export: a list of tasks. A choice names the photo's class, without one the boxes do, and an answer that is empty says good.
/// A task that nobody answered, or whose answers were all cancelled (skipped), has no label. Answers marked as ground truth go before the others; people
/// who disagree on a class are refused.
/// </summary>
internal static class LabelStudioLayout
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789abcdef");

    /// <summary>Letters of the prefix that an upload gives to a file's name: the first of a random number in hexadecimal, and a hyphen.</summary>
    private const int Prefix = 9;

    /// <summary>A name without what an upload put before it; null where it has no such prefix.</summary>
    /// <param name="name">With or without folders.</param>
    public static string? WithoutPrefix(string name) =>
        name.LastIndexOf('/') + 1 is var start && name.Length > start + Prefix && name[start + Prefix - 1] == '-' && name.AsSpan(start, Prefix - 1).IndexOfAnyExcept(HexDigits) < 0
            ? name[..start] + name[(start + Prefix)..]
            : null;

    public static string? Sign(SetFolder set) => Files(set) is { Count: > 0 } files ? set.Relative(files[0]) : null;

    /// <exception cref="DatasetException">The file cannot be read, a photo is missing, or people disagree.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set)
    {
        var file = JsonLabels.TheFile(set, Files(set));
        var tasks = JsonLabels.Read<IReadOnlyList<LabelStudioTask>>(set, file);
        var places = set.PlacesBeside(Path.GetDirectoryName(file)!);
        return set.Each(
            JsonLabels.Whole(tasks, set.Relative(file), "tasks").Select((task, at) => (Task: task, Where: FormattableString.Invariant($"{set.Relative(file)}, task {(task.Id == 0 ? at + 1 : task.Id)}"))),
            task => Entry(set, task.Task, places, task.Where));
    }

    private static LabelEntry Entry(SetFolder set, LabelStudioTask task, IReadOnlyList<string> places, string where)
    {
        var photo = PhotoOf(set, Address(task, where), places, where);
        var annotations = JsonLabels.Whole(task.Annotations ?? [], where, "annotations").Where(annotation => annotation.WasCancelled != true).ToList();
        var said = (annotations.Any(annotation => annotation.GroundTruth == true) ? annotations.Where(annotation => annotation.GroundTruth == true) : annotations)
            .Select(annotation => LabelStudioAnswer.Of(annotation, where))
            .Select(answer => (Class: SaidRule.Of(answer.Choices, answer.Boxes, where), answer.Boxes))
            .ToList();
        var classes = said.Select(answer => answer.Class).Distinct().ToList();
        return classes.Count > 1
            ? throw new DatasetException($"{where}: found people who disagree: {string.Join(", ", classes)}; wanted one class")
            : new LabelEntry(photo, classes.FirstOrDefault(), set.Relative(photo), where) { Boxes = said.Count == 0 ? [] : said[^1].Boxes, BoxesAreShares = true };
    }

    private static string Address(LabelStudioTask task, string where)
    {
        var texts = task.Data.Where(entry => entry.Value.ValueKind == JsonValueKind.String).Select(entry => (entry.Key, Text: PathOf(entry.Value.GetString()!))).ToList();
        return texts.FirstOrDefault(entry => entry.Key == "image").Text
            ?? texts.FirstOrDefault(entry => PhotoName.PromisesPhoto(entry.Text)).Text
            ?? throw new DatasetException($"{where}: found no address of a photo in its data, wanted 'image'");
    }

    // What the server calls a photo: /data/upload/1/0a1b2c3d-NAME, /data/local-files/?d=PATH, a bucket's address, or a path.
    private static string PathOf(string address)
    {
        const string Local = "?d=";
        var local = address.IndexOf(Local, StringComparison.Ordinal);
        if (local >= 0)
        {
            return Uri.UnescapeDataString(address[(local + Local.Length)..]);
        }

        return address.Contains("://", StringComparison.Ordinal) || address.StartsWith("/data/", StringComparison.Ordinal)
            ? Uri.UnescapeDataString(address[(address.LastIndexOf('/') + 1)..].Split('?')[0])
            : address;
    }

    private static string PhotoOf(SetFolder set, string path, IReadOnlyList<string> places, string where)
    {
        var name = path[(path.LastIndexOfAny(['/', '\\']) + 1)..];
        return set.Find(path, places)
            ?? set.Find(name, places)
            ?? (WithoutPrefix(name) is { } bare ? set.Find(bare, places) : null)
            ?? set.Photo(path, where, places);
    }

    private static IReadOnlyList<string> Files(SetFolder set) =>
        JsonLabels.Recognised(set, (kind, names) => kind == JsonTokenType.StartArray && names.Contains("data") && names.Contains("annotations"));
}
