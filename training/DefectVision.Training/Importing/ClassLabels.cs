using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using DefectVision.Imaging;
using DefectVision.Inference.Foreign;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Importing;

/// <summary>
/// The names of a foreign classifier's classes, in the order of its numbers: a file with a name a line (Azure's labels.txt, Teachable Machine's "0 name"),
/// a JSON list or map (Hugging Face's id2label or label2id, alone or inside config.json), the labels of its map, or its metadata.
/// </summary>
internal static partial class ClassLabels
{
    private static readonly string[] MetadataKeys = ["id2label", "names", "labels", "classes", "class_names"];

    /// <returns>No names where nothing says any.</returns>
    /// <exception cref="FileNotFoundException">No such file.</exception>
    /// <exception cref="DatasetException">The file holds no names, or one of them is blank or stands there twice.</exception>
    public static (IReadOnlyList<string> Names, string From) Of(ForeignNetwork network, ClassOutput output, string? file)
    {
        if (file is not null)
        {
            return (Checked(Read(PlainFile.Text(file)), Path.GetFileName(file)), $"--labels-file {Path.GetFileName(file)}");
        }

        if (output.Labels.Count > 0)
        {
            return (Checked(output.Labels, network.FileName), $"the map of its output '{output.Name}'");
        }

        foreach (var key in MetadataKeys)
        {
            if (network.Metadata.TryGetValue(key, out var text))
            {
                return (Checked(Read(text), $"{network.FileName}, metadata {key}"), $"its metadata, {key}");
            }
        }

        return ([], "nothing says any");
    }

    /// <summary>The names in a text, whichever way it lists them.</summary>
    public static IReadOnlyList<string> Read(string text)
    {
        var trimmed = text.Trim('\uFEFF', ' ', '\t', '\r', '\n');
        if (trimmed.StartsWith('[') || trimmed.StartsWith('{'))
        {
            try
            {
                using var json = JsonDocument.Parse(trimmed);
                return Listed(json.RootElement);
            }
            catch (Exception fault) when (fault is JsonException or InvalidOperationException)
            {
                // What is no JSON, or no text (half a letter, \ud800), may be a list as Python prints one.
                return Printed(trimmed);
            }
        }

        var separators = trimmed.Contains('\n', StringComparison.Ordinal) ? '\n' : ',';
        var lines = trimmed.Split(separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var areNumbered = lines.Length > 0 && lines.Select((line, at) => line.StartsWith(string.Create(CultureInfo.InvariantCulture, $"{at} "), StringComparison.Ordinal)).All(holds => holds);
        return areNumbered ? [.. lines.Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Trim())] : lines;
    }

    private static IReadOnlyList<string> Listed(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Array)
        {
            return [.. json.EnumerateArray().Select(Text)];
        }

        foreach (var key in new[] { "id2label", "label2id" })
        {
            if (json.TryGetProperty(key, out var inner) && inner.ValueKind == JsonValueKind.Object)
            {
                return Listed(inner);
            }
        }

        var pairs = json.EnumerateObject().Select(entry => entry.Value.ValueKind == JsonValueKind.Number
            ? (Number: entry.Value.TryGetInt32(out var number) ? number : -1, Name: entry.Name)
            : (Number: int.TryParse(entry.Name, NumberStyles.None, CultureInfo.InvariantCulture, out var key) ? key : -1, Name: Text(entry.Value)));
        return InOrder(pairs);
    }

    private static IReadOnlyList<string> Printed(string text) =>
        text[0] == '{'
            ? InOrder(Entry().Matches(text).Select(entry => (int.Parse(entry.Groups["number"].Value, CultureInfo.InvariantCulture), entry.Groups["name"].Value)))
            : [.. Word().Matches(text).Select(word => word.Groups["name"].Value)];

    // A gap or a number twice leaves a name without a number, or a number without a name.
    private static IReadOnlyList<string> InOrder(IEnumerable<(int Number, string Name)> pairs)
    {
        var ordered = pairs.OrderBy(pair => pair.Number).ToList();
        return ordered.Select((pair, at) => pair.Number == at).All(holds => holds) ? [.. ordered.Select(pair => pair.Name)] : [];
    }

    private static string Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;

    private static IReadOnlyList<string> Checked(IReadOnlyList<string> names, string where)
    {
        if (names.Count == 0)
        {
            throw new DatasetException($"{where}: found no names of classes, wanted a name a line, a JSON list, or a JSON map that numbers them from 0");
        }

        return names.Any(string.IsNullOrWhiteSpace) ? throw new DatasetException($"{where}: found a class without a name, wanted a name for each")
            : names.Distinct(StringComparer.Ordinal).Count() != names.Count ? throw new DatasetException($"{where}: found a name twice among {string.Join(", ", names)}, wanted each once")
            : names;
    }

    [GeneratedRegex("""(?<number>[0-9]{1,6})\s*:\s*(?<mark>['"])(?<name>.*?)\k<mark>""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Entry();

    [GeneratedRegex("""(?<mark>['"])(?<name>.*?)\k<mark>""", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Word();
}
