using DefectVision.Pipeline.Intake;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// A list with a column for each class and 1 where the photo shows it, as Roboflow writes <c>_classes.csv</c> (multi-label classification). A photo with no
/// class is good; where good is a class of its own, nobody has said anything of it.
/// </summary>
internal static class ClassColumns
{
    private static readonly string[] Names = ["filename", "path", "image"];

    /// <summary>Whether the first two lines of a list are of this kind.</summary>
    public static bool Is(IReadOnlyList<string> header, IReadOnlyList<string> first) =>
        header.Count > 1 && Names.Contains(header[0], StringComparer.OrdinalIgnoreCase) && first.Count == header.Count && first.Skip(1).All(cell => Mark(cell) is not null);

    /// <param name="table">Read without its header, which keeps the classes as they are written.</param>
    public static IEnumerable<LabelEntry> Read(SetFolder set, CsvTable table, IReadOnlyList<string> places)
    {
        var (header, columns) = (table.Lines[0], table.Lines[0].Fields.Skip(1).ToList());
        var classes = columns.Select(name => ClassRule.Name(name, FormattableString.Invariant($"{table.Name}({header.Number})"))).ToList();
        return set.Each(table.Lines.Skip(1), line =>
        {
            var where = FormattableString.Invariant($"{table.Name}({line.Number})");
            var photo = set.Photo(line.Fields[0], where, places);
            var said = classes.Where((_, at) => Mark(line.Fields.ElementAtOrDefault(at + 1) ?? string.Empty)
                ?? throw new DatasetException($"{where}: found '{line.Fields.ElementAtOrDefault(at + 1)}' in the column {columns[at]}, wanted 1 or 0")).ToList();
            return new LabelEntry(photo, said.Count == 0 && classes.Contains(LabelledPhoto.Good) ? null : SaidRule.OfSeveral(said, where), set.Relative(photo), where);
        });
    }

    private static bool? Mark(string cell) => cell switch
    {
        "1" or "1.0" => true,
        "0" or "0.0" => false,
        _ => null,
    };
}
