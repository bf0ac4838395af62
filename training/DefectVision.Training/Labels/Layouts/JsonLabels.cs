using System.Text.Json;
using DefectVision.Imaging;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>JSON label files: told by their outermost members, read with a limit of depth.</summary>
internal static class JsonLabels
{
    /// <summary>Deeper than any label file is.</summary>
    private const int Depth = 32;

    private static readonly JsonSerializerOptions Strict = new()
    {
        MaxDepth = Depth,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>JSON files at the top or in annotations/ of the first root that holds any that is recognised.</summary>
    /// <param name="isMeant">Of the kind of the outermost value and the names in it, or in its first element.</param>
    public static IReadOnlyList<string> Recognised(SetFolder set, Func<JsonTokenType, IReadOnlyCollection<string>, bool> isMeant) => set.Roots
        .Select(root => (IReadOnlyList<string>)[.. Candidates(root).Where(file => Outermost(file) is var (kind, names) && isMeant(kind, names))])
        .FirstOrDefault(files => files.Count > 0) ?? [];

    /// <summary>The label file that is meant: a recognised one, or else whatever JSON there is, so that its reader may say what is wrong with it.</summary>
    /// <exception cref="DatasetException">None or several.</exception>
    public static string TheFile(SetFolder set, IReadOnlyList<string> recognised) =>
        set.TheFile(recognised.Count > 0 ? recognised : [.. set.Roots.SelectMany(Candidates)], "JSON file");

    /// <exception cref="DatasetException">It is not what is wanted; the message names line and member.</exception>
    public static T Read<T>(SetFolder set, string file)
        where T : class
    {
        var text = Text(file);
        try
        {
            var labels = JsonSerializer.Deserialize<T>(text, Strict) ?? throw new DatasetException($"{set.Relative(file)}: found null, wanted labels");
            return IsText(text) ? labels : throw NoText(set.Relative(file));
        }
        catch (JsonException fault)
        {
            throw new DatasetException(FormattableString.Invariant($"{set.Relative(file)}({(fault.LineNumber ?? 0) + 1}): found JSON that cannot be read at {fault.Path ?? "$"} ({fault.Message}), wanted the file as it was exported"));
        }
    }

    /// <summary>Whether every text of a JSON value is one: an escape such as \ud800 without its other half is half a letter, and no text.</summary>
    public static bool IsText(ReadOnlySpan<byte> json)
    {
        try
        {
            for (var reader = new Utf8JsonReader(json); reader.Read();)
            {
                _ = reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName ? reader.GetString() : null;
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The error for one that is none.</summary>
    /// <param name="where">The place in the labels.</param>
    public static DatasetException NoText(string where) => new($"{where}: found half a letter in a text (such as \\ud800), wanted the file as it was exported");

    /// <summary>A list without gaps.</summary>
    /// <param name="what">Its name, for errors.</param>
    /// <exception cref="DatasetException">One of its entries is null.</exception>
    public static IReadOnlyList<T> Whole<T>(IReadOnlyList<T> entries, string where, string what) =>
        entries.Select((entry, at) => (entry, at)).FirstOrDefault(numbered => numbered.entry is null, (entry: default(T)!, at: -1)).at is var gap and >= 0
            ? throw new DatasetException(FormattableString.Invariant($"{where}, {what}[{gap}]: found null, wanted an entry"))
            : entries;

    private static IEnumerable<string> Candidates(string root) =>
        SetFolder.Files(root, ".json").Concat(SetFolder.Files(Path.Combine(root, "annotations"), ".json"));

    private static (JsonTokenType Kind, IReadOnlyCollection<string> Names) Outermost(string file)
    {
        var names = new List<string>();
        try
        {
            var reader = new Utf8JsonReader(Text(file), new JsonReaderOptions { MaxDepth = Depth });
            reader.Read();
            var kind = reader.TokenType;
            if (kind == JsonTokenType.StartArray)
            {
                reader.Read();
            }

            if (reader.TokenType != JsonTokenType.StartObject)
            {
                return (kind, []);
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                names.Add(reader.GetString()!);
                reader.Skip();
            }

            return (kind, names);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (JsonTokenType.None, []);
        }
    }

    private static ReadOnlySpan<byte> Text(string file)
    {
        var bytes = PlainFile.Bytes(file);
        return bytes.AsSpan().StartsWith("\uFEFF"u8) ? bytes.AsSpan(3) : bytes;
    }
}
