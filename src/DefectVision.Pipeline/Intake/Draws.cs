using DefectVision.Inspection.Drawing;

namespace DefectVision.Pipeline.Intake;

/// <summary>
/// <c>draw.csv</c>, as <c>plan --draw</c> writes it: the items to pull, a line each, with the columns lot and item; a remark for each lot says what its draw follows
/// from, and the draw is repeated here.
/// </summary>
internal static class Draws
{
    /// <summary>Its name in a shipment's folder.</summary>
    public const string FileName = "draw.csv";

    /// <exception cref="IntakeException">A line or a fact is malformed, or an item or a lot stands twice.</exception>
    public static DrawList Read(string file)
    {
        var table = CsvTable.Read(file, "lot", "item");
        return new DrawList(table.Name, table.Sha256, [.. Said(table).Select(one => one.Draw with { Problem = Problem(one.Draw, one.Facts, file) })]);
    }

    /// <summary>The lots that a draw list draws, in ordinal order.</summary>
    public static IEnumerable<string> LotsOf(CsvTable table) => Said(table).Select(one => one.Draw.Lot);

    /// <summary>Full paths of the item lists that a draw list names, there or not.</summary>
    /// <exception cref="IntakeException">The draw list is malformed.</exception>
    public static IEnumerable<string> ItemListsOf(string file) =>
        Said(CsvTable.Read(file, "lot", "item")).Select(one => one.Draw.ItemList?.File).OfType<string>().Distinct(StringComparer.Ordinal).Select(name => Beside(file, name));

    // As the list has it; whether it follows from what it says is another question.
    private static IEnumerable<(LotDraw Draw, DrawFacts Facts)> Said(CsvTable table)
    {
        var items = ItemsOf(table);
        var facts = FactsOf(table);
        var without = items.Keys.Where(lot => !facts.ContainsKey(lot)).ToList();
        var single = DrawFacts.OfOneLot(table.Name, table.Remarks);
        return facts.Keys.Union(items.Keys).Order(StringComparer.Ordinal).Select(lot =>
        {
            var said = facts.GetValueOrDefault(lot) ?? (without.Count == 1 ? single : DrawFacts.None);
            var lines = items.GetValueOrDefault(lot) ?? [];
            var draw = new LotDraw(lot, [.. lines.Select(line => line.Item)], said.LotSize, said.SampleSize, said.Seed, said.Method, said.ItemList, null);
            draw = said.FirstStage is null ? draw : draw with { FirstStage = said.FirstStage, Stages = [.. lines.Select(line => line.Stage)] };
            return (said is { CartonsOpened: { } opened, PerCarton: { } pack } ? draw with { Cartons = new DrawnCartons(opened, pack), CartonOf = [.. lines.Select(line => line.Carton)] } : draw, said);
        });
    }

    private static FormattableString? Problem(LotDraw draw, DrawFacts said, string file)
    {
        if (said.Numbers is { } numbers && (said.ItemList is not null || (said.LotSize is { } size && size != numbers)))
        {
            return $"it numbers the items 1 to {numbers}, but the same line gives another lot size or an item list";
        }

        if ((said.CartonsOpened is null) != (said.PerCarton is null))
        {
            return $"it gives the cartons opened or the items per carton, and not both";
        }

        if (draw.ItemList is not { } listed)
        {
            return DrawProof.ProblemOf(draw, null);
        }

        if (listed.File is not { } name)
        {
            return $"it gives the SHA-256 of an item list and not the name of its file";
        }

        if (new FileInfo(Beside(file, name)) is not { Exists: true, LinkTarget: null })
        {
            return $"the item list {name} that it names does not lie beside it";
        }

        var list = ItemList.Read(Beside(file, name));
        return list.Sha256 != listed.Sha256 ? $"the item list {name} beside it is not the one that it names: its SHA-256 is {list.Sha256}"
            : list.Names.Distinct(StringComparer.Ordinal).Count() != list.Names.Count ? (FormattableString)$"its item list {name} names an item twice"
            : DrawProof.ProblemOf(draw, list.Names);
    }

    private static string Beside(string file, string name) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(file))!, name);

    private static Dictionary<string, List<(string Item, string Stage, string Carton)>> ItemsOf(CsvTable table)
    {
        var items = new Dictionary<string, List<(string Item, string Stage, string Carton)>>(StringComparer.Ordinal);
        var seen = new HashSet<(string Lot, string Item)>();
        foreach (var (lot, item, stage, carton) in table.Each(line => (Lot: line.Required("lot"), Item: line.Required("item")) is var drawn && seen.Add(drawn) ? (drawn.Lot, drawn.Item, Stage: line["stage"], Carton: line["carton"])
            : throw line.Wrong($"item '{CsvLine.Cut(drawn.Item)}' of lot '{CsvLine.Cut(drawn.Lot)}' a second time", "each item once", "item"), null))
        {
            (items.TryGetValue(lot, out var begun) ? begun : items[lot] = []).Add((item, stage, carton));
        }

        return items;
    }

    private static Dictionary<string, DrawFacts> FactsOf(CsvTable table)
    {
        var facts = new Dictionary<string, DrawFacts>(StringComparer.Ordinal);
        foreach (var remark in table.Remarks.Where(remark => remark.Key == DrawFacts.LotKey))
        {
            if (!facts.TryAdd(DrawFacts.LotOf(remark), DrawFacts.OfLot(table.Name, remark)))
            {
                throw new IntakeException(FormattableString.Invariant($"{table.Name}({remark.Number}): found lot '{DrawFacts.LotOf(remark)}' a second time, expected one line for each lot"));
            }
        }

        return facts;
    }
}
