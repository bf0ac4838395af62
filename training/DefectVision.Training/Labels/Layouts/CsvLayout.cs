using DefectVision.Pipeline.Intake;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// A list with a header line and the columns path and label; a photo's group is in the column group, else lot, else item. A lot or an item that all photos
/// share splits nothing and is passed over. Paths are relative to the list. The list of VisA (split_csv/1cls.csv: object, split, label, image, mask) is one, too.
/// </summary>
internal static class CsvLayout
{
    private static readonly string[] Wanted = ["path", "label"];
    private static readonly string[] VisA = ["object", "split", "label", "image"];
    private static readonly string[] Groups = ["group", "lot", "item"];

    public static string? Sign(SetFolder set) => Lists(set) is { Count: > 0 } lists ? set.Relative(lists[0]) : null;

    /// <exception cref="DatasetException">It cannot be read.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set)
    {
        var lists = Lists(set);
        var file = set.TheFile(lists.Count > 0 ? lists : [.. set.Roots.SelectMany(root => SetFolder.Files(root, ".csv"))], "CSV list");
        try
        {
            return Entries(set, file);
        }
        catch (IntakeException fault)
        {
            throw new DatasetException(fault.Message);
        }
    }

    private static List<LabelEntry> Entries(SetFolder set, string file)
    {
        var isVisA = Is(file, VisA);
        var table = CsvTable.Read(file, isVisA ? VisA : Wanted);
        IReadOnlyList<string> places = [.. set.PlacesBeside(Path.GetDirectoryName(file)!), set.Full];
        var column = Groups.Where(table.Has).FirstOrDefault(name => name == Groups[0] || table.Lines.Select(line => line.Required(name)).Distinct().Skip(1).Any());
        return
        [
            .. set.Each(table.Lines.Where(line => !isVisA || line.Required("split") == set.Part), line =>
            {
                var where = FormattableString.Invariant($"{table.Name}({line.Number})");
                var path = set.Photo(line.Required(isVisA ? "image" : "path"), where, places);
                var label = ClassRule.Name(line.Required("label"), where);
                return new LabelEntry(path, label, column is null ? set.Relative(path) : $"{column} {line.Required(column)}", where)
                {
                    Mask = isVisA && line["mask"] is { Length: > 0 } mask ? set.Find(mask, places) : null,
                };
            }),
        ];
    }

    private static IReadOnlyList<string> Lists(SetFolder set) => set.Roots
        .Select(root => (IReadOnlyList<string>)[.. SetFolder.Files(root, ".csv").Where(file => Is(file, Wanted)), .. SetFolder.Files(Path.Combine(root, "split_csv"), ".csv").Where(file => Is(file, VisA))])
        .FirstOrDefault(lists => lists.Count > 0) ?? [];

    private static bool Is(string file, string[] wanted)
    {
        var header = File.ReadLines(file).FirstOrDefault(line => line.Length > 0 && !line.StartsWith('#')) ?? string.Empty;
        var columns = header.TrimStart('\uFEFF').Split(',').Select(column => column.Trim().Trim('"').ToLowerInvariant()).ToList();
        return wanted.All(columns.Contains);
    }
}
