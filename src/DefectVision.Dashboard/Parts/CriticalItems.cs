using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.History.Scorecards;

namespace DefectVision.Dashboard.Parts;

/// <summary>Products for which the buyer lists other sources; nothing where there is no list.</summary>
internal static class CriticalItems
{
    public static IEnumerable<Block> Of(View view)
    {
        var items = CriticalItem.All(view.Alternatives, view.Shipments);
        if (items.Count == 0)
        {
            yield break;
        }

        yield return view.Section($"Critical items and other sources", "critical");
        yield return new Table(
            view.Words.Columns($"Product", $"Delivered by", $"Other sources, as listed"),
            items.Select(item => new Row(
            [
                Line.Of(Piece.Name(item.Product)),
                item.Now.Count == 0 ? view.Words.Say($"nobody whose lots were inspected") : new Cell([.. item.Now.Select(own => view.Words.Say($"{Source(own.Supplier, view)}: {Counts.Lots(own.Lots)}"))]),
                item.Alternatives.Count == 0 ? view.Words.Say($"none that does not deliver it already") : new Cell([.. item.Alternatives.Select(one => Line.Of(Other(one.Supplier, Regions.Name(one.Country, one.Region), one.Note)))]),
            ])),
            Spacing.Compact);
        var single = items.Count(item => item.HasOneSource);
        yield return view.Text($"On the list: {Figures.Count(items.Count)}; from one supplier alone or from nobody: {Figures.Count(single)}.", Manner.Note);
    }

    private static Piece Source(string supplier, View view) => view.Cards.Any(card => NameKey.Of(card.Supplier) == NameKey.Of(supplier)) ? View.Supplier(supplier) : Piece.Name(supplier);

    private static string Other(string supplier, string? region, string? note) => string.Join("; ", new[] { region is null ? supplier : $"{supplier} ({region})", note }.OfType<string>());
}
