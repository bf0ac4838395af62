using DefectVision.Imaging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Training.Labels.Layouts;

/// <summary>
/// The list that Google's AutoML Vision and Vertex AI import and export, without a header: part, address of the photo, then its classes; or a line a box:
/// part, address, class, and two or four corners as shares of the photo. The part may be left out. A line of boxes without class and corners says that
/// the photo has none, and so is good; without classes the photo has no label (cloud.google.com, "Formatting a training data CSV").
/// </summary>
internal static class AutoMlList
{
    /// <summary>x and y of the corners of a box, from the upper left one clockwise.</summary>
    private const int Corners = 8;

    /// <summary>Whether the first line of a list, which has no header, is of this kind.</summary>
    public static bool Is(IReadOnlyList<string> cells) => cells switch
    {
        [var part, var address, ..] when PhotoName.PromisesPhoto(address) => part.Length == 0 || ListedPart.IsWord(part),
        [var address, ..] => address.Contains("://", StringComparison.Ordinal) && PhotoName.PromisesPhoto(address),
        _ => false,
    };

    /// <exception cref="DatasetException">It names parts, and not the one that is asked for.</exception>
    public static IEnumerable<LabelEntry> Read(SetFolder set, CsvTable table, IReadOnlyList<string> places)
    {
        var lines = table.Lines.Select(line => Line.Of(line, FormattableString.Invariant($"{table.Name}({line.Number})"))).ToList();
        return set.Each(ListedPart.Of(set, lines, line => line.Part, table.Name).GroupBy(line => line.Address), group => Entry(set, group.Key, [.. group], places));
    }

    private static LabelEntry Entry(SetFolder set, string address, IReadOnlyList<Line> lines, IReadOnlyList<string> places)
    {
        var where = lines[0].Where;
        foreach (var line in lines)
        {
            ListedPart.Checked(line.Part, line.Where);
        }

        var photo = set.Photo(address, where, places);
        var said = lines.Select(Said).ToList();
        var label = said.All(one => one.Classes.Count == 0) && !lines.Any(line => line.IsOfBoxes) ? null : SaidRule.OfSeveral([.. said.SelectMany(one => one.Classes)], where);
        return new LabelEntry(photo, label, set.Relative(photo), where) { Boxes = [.. said.Select(one => one.Box).OfType<LabelledBox>()], BoxesAreShares = true };
    }

    private static (IReadOnlyList<string> Classes, LabelledBox? Box) Said(Line line)
    {
        if (!line.IsOfBoxes)
        {
            return ([.. line.Rest.Where(cell => cell.Length > 0).Select(cell => ClassRule.Name(cell, line.Where))], null);
        }

        var numbers = line.Rest.Skip(1).Take(Corners).ToList();
        if (line.Rest[0].Length == 0 && numbers.All(cell => cell.Length == 0))
        {
            return ([], null);
        }

        var name = ClassRule.Name(line.Rest[0], line.Where);
        var corners = numbers.Chunk(2).Where(pair => pair.Any(cell => cell.Length > 0)).Select(pair => (Share(pair[0], line.Where), Share(pair[^1], line.Where))).ToList();
        return corners.Count is 2 or Corners / 2
            ? ([name], Shape.Around(name, corners, line.Where))
            : throw new DatasetException(FormattableString.Invariant($"{line.Where}: found {corners.Count} corners, wanted 2 or 4"));
    }

    private static double Share(string cell, string where) =>
        Shape.Share(Shape.Number(cell, "corner", where)) ?? throw new DatasetException($"{where}: found the corner '{cell}', wanted a share of the photo between 0 and 1");

    /// <param name="Rest">The cells after the address.</param>
    private sealed record Line(string Part, string Address, IReadOnlyList<string> Rest, string Where)
    {
        // A list of boxes keeps the eight cells of the corners on every line, empty ones too.
        public bool IsOfBoxes => Rest.Count >= Corners;

        public static Line Of(CsvLine line, string where) => line.Fields is [var address, ..] && !ListedPart.IsWord(address) && PhotoName.PromisesPhoto(address)
            ? new Line(string.Empty, address, [.. line.Fields.Skip(1)], where)
            : new Line(line.Fields[0], line.Fields.ElementAtOrDefault(1) ?? string.Empty, [.. line.Fields.Skip(2)], where);
    }
}
