using System.Globalization;
using System.Text;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Reviewing;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Training.Labels.Answered;

/// <summary><c>answers.csv</c> in a set: where its photos and labels come from. The folder that a photo lies in is its label; the list says its group and its origin.</summary>
internal static class AnswerList
{
    public const string FileName = "answers.csv";

    private static readonly string[] Columns = ["photo", "label", "group", "shot", "case", "shipment", "lot", "item", "view", "readers", "answered", "source", "sha256", "regions"];

    /// <returns>In the order of the list; none where the set has no list.</returns>
    /// <exception cref="DatasetException">It cannot be read.</exception>
    public static IReadOnlyList<AnswerLine> Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            return [.. CsvTable.Read(path, Columns.AsSpan(..^1)).Lines.Select(Line)];
        }
        catch (IntakeException fault)
        {
            throw new DatasetException(fault.Message);
        }
    }

    /// <summary>As spreadsheets read it: UTF-8 with its mark, lines by RFC 4180.</summary>
    public static byte[] Bytes(IEnumerable<AnswerLine> lines)
    {
        var text = new StringBuilder(string.Join(',', Columns)).Append("\r\n");
        foreach (var line in lines)
        {
            string[] cells =
            [
                line.Path, line.Label, line.Group, line.Shot, line.Origin.Case, line.Origin.Shipment, line.Origin.Lot, line.Origin.Item, line.Origin.View,
                line.Origin.Readers, line.Origin.Answered, line.Source, line.Sha256, string.Join("; ", line.Regions.Select(Cell)),
            ];
            text.AppendJoin(',', cells.Select(CsvCell.Name)).Append("\r\n");
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static AnswerLine Line(CsvLine line) => new(
        line.Required("photo"),
        line["label"],
        line.Required("group"),
        line.Required("shot"),
        new PhotoOrigin(line["case"], line["shipment"], line["lot"], line["item"], line["view"], line["readers"], line["answered"]),
        line["source"],
        line.Required("sha256"))
    {
        Regions = [.. line["regions"].Split(';', StringSplitOptions.RemoveEmptyEntries).Select(cell => Region(line, cell))],
    };

    // Left, upper edge, width and height as shares of the upright photo. Lists of earlier versions have no such column.
    private static string Cell(PhotoRegion region) => string.Create(CultureInfo.InvariantCulture, $"{region.X:R} {region.Y:R} {region.Width:R} {region.Height:R}");

    private static PhotoRegion Region(CsvLine line, string cell)
    {
        double[] shares = [.. cell.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(share => double.TryParse(share, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN)];
        return shares is [var x, var y, var width, var height] && new PhotoRegion(x, y, width, height) is { IsSound: true } region ? region
            : throw line.Wrong($"'{cell.Trim()}'", "left, upper edge, width and height as shares of the photo, 0 to 1, with blanks between", "regions");
    }
}
