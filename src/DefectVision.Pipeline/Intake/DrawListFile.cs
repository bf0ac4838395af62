using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using DefectVision.Imaging;
using DefectVision.Inspection.Drawing;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Pipeline.Intake;

/// <summary>Writes <c>draw.csv</c>: the items to pull, of one lot or of several. The same orders in the same order give the same bytes.</summary>
public static class DrawListFile
{
    private const string Title = "# draw list: defectvision plan --draw";

    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture)
    {
        NewLine = "\n",

        // A name that begins with '#' would be read as a remark.
        ShouldQuote = field => field.Field?.StartsWith('#') == true || ConfigurationFunctions.ShouldQuote(field),
    };

    /// <summary>The lots that a list draws, in ordinal order; none where there is no such file.</summary>
    /// <exception cref="IntakeException">It is no draw list.</exception>
    public static IReadOnlyList<string> LotsOf(string path) => File.Exists(path) ? [.. Draws.LotsOf(CsvTable.Read(path, "lot", "item"))] : [];

    /// <summary>Adds the draw of a lot to the list, or replaces it there; the draws of other lots stay as they are. Written beside it first, so that no half list is left.</summary>
    /// <param name="order">What to draw.</param>
    /// <param name="path">Begun where it is not there.</param>
    /// <returns>SHA-256 of the file, lower-case hex: what is sent to the supplier before the cartons are opened.</returns>
    /// <exception cref="IntakeException">The file that is there is no draw list.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static string Write(DrawOrder order, string path)
    {
        var there = File.Exists(path) ? CsvTable.Read(path, "lot", "item") : null;
        var before = there is not null && Draws.LotsOf(there).Any() ? there : null;
        string[] columns = [.. (before?.Columns ?? ["lot", "item"]).Union(order.FirstStage is null ? [] : ["stage"]).Union(order.PerCarton is null ? [] : ["carton", "piece"])];
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        foreach (var remark in before is null ? [Title] : before.Remarks.Where(remark => !IsReplaced(before, remark, order.Lot)).Select(remark => remark.Text))
        {
            text.WriteLine(remark);
        }

        text.WriteLine(FactsOf(order));
        using (var csv = new CsvWriter(text, Form, leaveOpen: true))
        {
            Line(csv, columns, column => column);
            foreach (var line in (before?.Lines ?? []).Where(line => line["lot"] != order.Lot))
            {
                Line(csv, columns, column => line[column]);
            }

            foreach (var (stage, positions) in DrawProof.Positions(order.LotSize, order.SampleSize, order.FirstStage, order.Cartons, order.Seed).Index())
            {
                foreach (var position in positions)
                {
                    Line(csv, columns, column => Field(column, order, position, stage + 1));
                }
            }
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString().ReplaceLineEndings("\n"));
        Replace(Path.GetFullPath(path), bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private static string FactsOf(DrawOrder order)
    {
        var items = order.Items is { } list ? $"{list.File}, SHA-256 {list.Sha256}" : string.Create(CultureInfo.InvariantCulture, $"numbers 1 to {order.LotSize}");
        var first = order.FirstStage is { } stage ? string.Create(CultureInfo.InvariantCulture, $"; first stage: {stage}") : string.Empty;
        var cartons = order.Cartons is { } drawn ? string.Create(CultureInfo.InvariantCulture, $"; cartons opened: {drawn.Opened}; per carton: {drawn.PackSize}") : string.Empty;
        var method = order.Cartons is not null ? CartonDraw.Method : order.FirstStage is null ? RandomDraw.Method : RandomDraw.MethodInStages;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"# {DrawFacts.LotKey}: {order.Lot}; lot size: {order.LotSize}; sample size: {order.SampleSize}{first}{cartons}; seed: {order.Seed}; items: {items}; method: {method}");
    }

    // The remarks of a list of one lot are those of the only lot that has none of its own.
    private static bool IsReplaced(CsvTable before, CsvRemark remark, string lot) => remark.Key == DrawFacts.LotKey
        ? DrawFacts.LotOf(remark) == lot
        : DrawFacts.IsOfOneLot(remark) && before.Lines.All(line => line["lot"] == lot || before.Remarks.Any(other => other.Key == DrawFacts.LotKey && DrawFacts.LotOf(other) == line["lot"]));

    private static string Field(string column, DrawOrder order, int position, int stage) => column switch
    {
        "lot" => order.Lot,
        "item" => order.Items?.Names[position - 1] ?? DrawProof.NameOf(position, order.LotSize),
        "stage" when order.FirstStage is not null => Number(stage),
        "carton" when order.PerCarton is { } pack => Number(((position - 1) / pack) + 1),
        "piece" when order.PerCarton is { } pack => Number(((position - 1) % pack) + 1),
        _ => string.Empty,
    };

    private static void Replace(string path, byte[] bytes)
    {
        PlainFile.CheckPlace(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = path + ".new";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(CsvWriter csv, string[] columns, Func<string, string> field)
    {
        foreach (var column in columns)
        {
            csv.WriteField(field(column));
        }

        csv.NextRecord();
    }
}
