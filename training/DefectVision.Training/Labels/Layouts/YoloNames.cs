using System.Globalization;
using DefectVision.Imaging;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>Names of YOLO's numbered classes: classes.txt, a name a line, or the list <c>names</c> of data.yaml in its usual forms.</summary>
internal static class YoloNames
{
    private static readonly string[] Lists = ["classes.txt", "labels.txt", "predefined_classes.txt", "_darknet.labels"];
    private static readonly string[] Files = [.. Lists, "obj.names", "data.yaml", "data.yml", "dataset.yaml"];
    private static readonly string[] Yaml = [".yaml", ".yml"];

    /// <summary>
    /// The file in the first of these folders that has one: by its usual name; otherwise the only list NAME.names, or the only YAML file with names. Null when
    /// none has.
    /// </summary>
    public static string? Find(IReadOnlyList<string> folders) =>
        folders.SelectMany(folder => Files.Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
        ?? folders.Select(folder => Only(SetFolder.Files(folder, ".names")) ?? Only([.. Yaml.SelectMany(ending => SetFolder.Files(folder, ending)).Where(file => PlainFile.Lines(file).Any(IsStart))]))
            .FirstOrDefault(file => file is not null);

    /// <summary>Whether a text file is a list of names, by its own.</summary>
    public static bool IsNames(string file) => Lists.Contains(Path.GetFileName(file), StringComparer.OrdinalIgnoreCase);

    /// <exception cref="DatasetException">It holds no names.</exception>
    public static IReadOnlyDictionary<int, string> Read(SetFolder set, string file)
    {
        var lines = PlainFile.Lines(file).ToArray();
        var names = IsList(file)
            ? lines.Select((line, at) => (at, line.Trim())).Where(entry => entry.Item2.Length > 0).ToList()
            : Listed(lines, set.Relative(file));
        return names.Count == 0
            ? throw new DatasetException($"{set.Relative(file)}: found no names of classes, wanted {(IsList(file) ? "one a line" : "'names: [a, b]' or a list below 'names:'")}")
            : names.CountBy(entry => entry.Item1).FirstOrDefault(number => number.Value > 1) is { Value: > 1 } twice
            ? throw new DatasetException(FormattableString.Invariant($"{set.Relative(file)}: found the number {twice.Key} twice, wanted each number once"))
            : names.ToDictionary(entry => entry.Item1, entry => ClassRule.Name(entry.Item2, set.Relative(file)));
    }

    private static bool IsList(string file) => !Yaml.Contains(Path.GetExtension(file));

    private static bool IsStart(string line) => line.StartsWith("names:", StringComparison.Ordinal);

    private static string? Only(IReadOnlyList<string> files) => files is [var only] ? only : null;

    private static List<(int Number, string Name)> Listed(string[] lines, string where)
    {
        var start = Array.FindIndex(lines, IsStart);
        if (start < 0)
        {
            return [];
        }

        var rest = WithoutRemark(lines[start]["names:".Length..]);
        for (var next = start + 1; next < lines.Length && rest is ['[' or '{', ..] && rest[^1] is not (']' or '}'); next++)
        {
            rest += " " + WithoutRemark(lines[next]);
        }

        if (rest is ['{', .. var pairs, '}'])
        {
            return [.. pairs.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => Numbered(pair, $"{where}({start + 1})"))];
        }

        if (rest.Length > 0)
        {
            return rest is ['[', .. var inside, ']']
                ? [.. inside.Split(',', StringSplitOptions.RemoveEmptyEntries).Select((name, at) => (at, Unquoted(name)))]
                : throw new DatasetException(FormattableString.Invariant($"{where}({start + 1}): found '{rest}', wanted names as [a, b] on one line or as a list below"));
        }

        var names = new List<(int Number, string Name)>();
        for (var at = start + 1; at < lines.Length && (lines[at].Length == 0 || lines[at][0] is ' ' or '-' or '#'); at++)
        {
            var line = WithoutRemark(lines[at]);
            if (line.Length == 0)
            {
                continue;
            }

            if (line.StartsWith('-'))
            {
                names.Add((names.Count, Unquoted(line[1..])));
            }
            else if (line.Split(':', 2) is [var number, var name] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var key) && names.All(entry => entry.Number != key))
            {
                names.Add((key, Unquoted(name)));
            }
            else
            {
                throw new DatasetException(FormattableString.Invariant($"{where}({at + 1}): found '{line}', wanted '- name' or 'number: name', each number once"));
            }
        }

        return names;
    }

    private static (int Number, string Name) Numbered(string pair, string where) =>
        pair.Split(':', 2) is [var number, var name] && int.TryParse(number.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            ? (key, Unquoted(name))
            : throw new DatasetException($"{where}: found '{pair.Trim()}', wanted 'number: name'");

    private static string WithoutRemark(string line) => (line.IndexOf(" #", StringComparison.Ordinal) is var at and >= 0 ? line[..at] : line.StartsWith('#') ? string.Empty : line).Trim();

    private static string Unquoted(string name) => name.Trim().Trim('"', '\'').Trim();
}
