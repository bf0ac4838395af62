using DefectVision.Pipeline.Intake;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// A list with a header line and the columns path and label; a photo's group is in the column group, else lot, else item. A lot or an item that all photos
/// share splits nothing and is passed over. A group is an item, too, unless it is a lot: then the column item tells the items. A column split, set or ml_use tells the parts. Paths are relative to the list. The list of VisA
/// (split_csv/1cls.csv: object, split, label, image, mask) is one, too; Google's (<see cref="AutoMlList"/>) and Roboflow's (<see cref="ClassColumns"/>) have
/// columns of their own. Each is read as every list of an inspection is (<see cref="CsvTable"/>).
/// </summary>
internal static class CsvLayout
{
    private static readonly string[] Endings = [".csv", ".xlsx"];
    private static readonly string[] Wanted = ["path", "label"];
    private static readonly string[] VisA = ["object", "split", "label", "image"];
    private static readonly string[] Groups = ["group", "lot", "item"];
    private static readonly string[] Parts = ["split", "set", "ml_use"];

    private enum Form
    {
        None,
        Plain,
        VisA,
        AutoMl,
        ClassColumns,
    }

    public static string? Sign(SetFolder set) => Lists(set) is { Count: > 0 } lists ? set.Relative(lists[0]) : null;

    /// <exception cref="DatasetException">It cannot be read.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set)
    {
        var lists = Lists(set);
        var file = set.TheFile(lists.Count > 0 ? lists : [.. set.Roots.SelectMany(Files)], "CSV list");
        IReadOnlyList<string> places = [.. set.PlacesBeside(Path.GetDirectoryName(file)!), set.Full];
        try
        {
            return FormOf(file) switch
            {
                Form.AutoMl => [.. AutoMlList.Read(set, CsvTable.WithoutHeader(file), places)],
                Form.ClassColumns => [.. ClassColumns.Read(set, CsvTable.WithoutHeader(file), places)],
                var form => Entries(set, file, form == Form.VisA, places),
            };
        }
        catch (IntakeException fault)
        {
            throw new DatasetException(fault.Message);
        }
    }

    private static List<LabelEntry> Entries(SetFolder set, string file, bool isVisA, IReadOnlyList<string> places)
    {
        var table = CsvTable.Read(file, isVisA ? VisA : Wanted);
        var part = Parts.FirstOrDefault(name => table.Has(name) && table.Lines.Any(line => ListedPart.IsWord(line[name])));
        var lines = part is null ? table.Lines : ListedPart.Of(set, table.Lines, line => line[part], table.Name);
        var group = Groups.Where(table.Has).FirstOrDefault(name => name == Groups[0] || table.Lines.Select(line => line.Required(name)).Distinct().Skip(1).Any());
        return
        [
            .. set.Each(lines, line =>
            {
                var where = FormattableString.Invariant($"{table.Name}({line.Number})");
                ListedPart.Checked(part is null ? string.Empty : line[part], where);
                var path = set.Photo(line.Required(isVisA ? "image" : "path"), where, places);
                var label = ClassRule.Name(line.Required("label"), where);
                var said = group is null ? null : $"{group} {line.Required(group)}";
                return new LabelEntry(path, label, said ?? set.Relative(path), where)
                {
                    IsGroupSaid = said is not null,
                    Item = ItemOf(table, line, group, said),
                    Below = set.Relative(path),
                    Mask = isVisA && line["mask"] is { Length: > 0 } mask ? set.Find(mask, places) : null,
                };
            }),
        ];
    }

    // A lot is no item; items of one number in two lots are two.
    private static string? ItemOf(CsvTable table, CsvLine line, string? group, string? said) => group switch
    {
        null => null,
        "lot" => table.Has("item") && line["item"] is { Length: > 0 } item ? $"{said} item {item}" : null,
        _ => said,
    };

    private static IReadOnlyList<string> Lists(SetFolder set) => set.Roots
        .Select(root => (IReadOnlyList<string>)[.. Files(root).Where(file => FormOf(file) is not (Form.None or Form.VisA)), .. Files(Path.Combine(root, "split_csv")).Where(file => FormOf(file) == Form.VisA)])
        .FirstOrDefault(lists => lists.Count > 0) ?? [];

    private static IEnumerable<string> Files(string folder) => Endings.SelectMany(ending => SetFolder.Files(folder, ending));

    private static Form FormOf(string file)
    {
        var first = CsvTable.FirstLines(file, 2, [.. Wanted, .. VisA]);
        if (first.Count == 0)
        {
            return Form.None;
        }

        var columns = first[0].Select(CsvTable.ColumnOf).ToList();
        return VisA.All(columns.Contains) ? Form.VisA
            : Wanted.All(columns.Contains) ? Form.Plain
            : AutoMlList.Is(first[0]) ? Form.AutoMl
            : first.Count > 1 && ClassColumns.Is(first[0], first[1]) ? Form.ClassColumns
            : Form.None;
    }
}
