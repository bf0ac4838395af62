using DefectVision.Pipeline.Intake;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// A list with a header line and the columns path and label; a photo's group is in the column group, else lot, else item. A lot or an item that all photos
/// share splits nothing and is passed over. Paths are relative to the list.
/// </summary>
internal static class CsvLayout
{
    private static readonly string[] Wanted = ["path", "label"];
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
        var table = CsvTable.Read(file, Wanted);
        var places = set.PlacesBeside(Path.GetDirectoryName(file)!);
        var column = Groups.Where(table.Has).FirstOrDefault(name => name == Groups[0] || table.Lines.Select(line => line.Required(name)).Distinct().Skip(1).Any());
        var entries = new List<LabelEntry>();
        foreach (var line in table.Lines)
        {
            var where = FormattableString.Invariant($"{table.Name}({line.Number})");
            var path = set.Photo(line.Required(Wanted[0]), where, places);
            var label = ClassRule.Name(line.Required(Wanted[1]), where);
            entries.Add(new LabelEntry(path, label, column is null ? set.Relative(path) : $"{column} {line.Required(column)}", where));
        }

        return entries;
    }

    private static IReadOnlyList<string> Lists(SetFolder set) => set.Roots
        .Select(root => (IReadOnlyList<string>)[.. SetFolder.Files(root, ".csv").Where(IsList)])
        .FirstOrDefault(lists => lists.Count > 0) ?? [];

    private static bool IsList(string file)
    {
        var header = File.ReadLines(file).FirstOrDefault(line => line.Length > 0 && !line.StartsWith('#')) ?? string.Empty;
        var columns = header.TrimStart('\uFEFF').Split(',').Select(column => column.Trim().Trim('"').ToLowerInvariant()).ToList();
        return Wanted.All(columns.Contains);
    }
}
