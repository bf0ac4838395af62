using DefectVision.Inspection.Drawing;

namespace DefectVision.Pipeline.Intake;

/// <summary><c>draw.csv</c>, as <c>plan --draw</c> writes it: the items to pull, a line each, with the columns lot and item; remarks tell seed and lot size.</summary>
internal static class Draws
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "draw.csv";

    /// <exception cref="IntakeException">A line is wrong, or an item stands twice.</exception>
    public static DrawList Read(string file)
    {
        var table = CsvTable.Read(file, "lot", "item");
        var items = new SortedDictionary<string, IReadOnlySet<string>>(StringComparer.Ordinal);
        foreach (var line in table.Lines)
        {
            var (lot, item) = (line.Required("lot"), line.Required("item"));
            var known = (HashSet<string>)(items.TryGetValue(lot, out var begun) ? begun : items[lot] = new HashSet<string>(StringComparer.Ordinal));
            if (!known.Add(item))
            {
                throw line.Wrong($"item '{item}' of lot '{lot}' a second time", "each item once");
            }
        }

        return new DrawList(table.Name, table.Sha256, table.Remarks, items);
    }
}
