using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CsvHelper;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Pipeline.Intake;

/// <summary>Writes <c>draw.csv</c>: the list of items to pull. The same order gives the same bytes.</summary>
public static class DrawListFile
{
    /// <param name="order">What to draw.</param>
    /// <param name="path">Overwritten.</param>
    /// <returns>SHA-256 of the file, lower-case hex: what is sent to the supplier before the cartons are opened.</returns>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static string Write(DrawOrder order, string path)
    {
        var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        text.WriteLine("# draw list: defectvision plan --draw");
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# lot size: {order.LotSize}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# sample size: {order.SampleSize}"));
        text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# seed: {order.Seed}"));
        text.WriteLine($"# method: {RandomDraw.Method}");
        if (order.Items is not null)
        {
            text.WriteLine($"# items listed: SHA-256 {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', order.Items) + "\n")))}");
        }

        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture, leaveOpen: true))
        {
            string[] header = order.PerCarton is null ? ["lot", "item"] : ["lot", "item", "carton", "piece"];
            Line(csv, header);
            var digits = order.LotSize.ToString(CultureInfo.InvariantCulture).Length;
            foreach (var position in RandomDraw.Of(order.LotSize, order.SampleSize, order.Seed))
            {
                var item = order.Items?[position - 1] ?? position.ToString("D" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
                Line(csv, order.PerCarton is { } pack
                    ? [order.Lot, item, Number(((position - 1) / pack) + 1), Number(((position - 1) % pack) + 1)]
                    : [order.Lot, item]);
            }
        }

        var bytes = Encoding.UTF8.GetBytes(text.ToString().ReplaceLineEndings("\n"));
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        File.WriteAllBytes(path, bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(CsvWriter csv, string[] fields)
    {
        foreach (var field in fields)
        {
            csv.WriteField(field);
        }

        csv.NextRecord();
    }
}
