using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.History.Scorecards;

namespace DefectVision.Dashboard.Parts;

/// <summary>Where the suppliers are, and how much lies with few of them.</summary>
internal static class Regions
{
    public static IEnumerable<Block> Of(View view)
    {
        var regions = RegionShare.All(view.Shipments);
        if (regions.Count == 0)
        {
            yield break;
        }

        yield return view.Section($"Regions", "regions");
        var spend = regions.SelectMany(region => region.Spend).GroupBy(one => one.Currency).ToDictionary(group => group.Key, group => group.Sum(one => one.Value));
        var defects = regions.Sum(region => region.Found.Count);
        yield return new Table(
            view.Words.Columns($"Region", $"Suppliers", $"#Lots", $"#Value of the lots", $"#Share", $"#Nonconforming", $"#Share"),
            regions.Select(region => new Row(
            [
                Name(region.Country, region.Region) is { } name ? Line.Of(Piece.Name(name)) : view.Words.Say($"not named"),
                new Cell([.. region.Suppliers.Select(supplier => Line.Of(View.Supplier(supplier)))]),
                Figures.Count(region.Lots),
                Several(region.Spend.Select(one => Money.Text(one.Value, one.Currency))),
                Several(region.Spend.Select(one => Figures.Share((double)(one.Value / spend[one.Currency])))),
                View.Of(region.Found),
                defects == 0 ? "-" : Figures.Share((double)region.Found.Count / defects),
            ])),
            Spacing.Compact);
        foreach (var concentration in Concentration.Of(view.Cards.SelectMany(card => card.Spend.Select(one => (card.Supplier, one.Currency, one.Value)))))
        {
            yield return view.Text(Said(concentration));
        }

        yield return view.Text($"Value: of the lots of which size and price are agreed. Regions as the agreements name them (region, country of factory or supplier).", Manner.Note);
    }

    /// <summary>"Zhejiang, CN"; null where nothing is named.</summary>
    public static string? Name(string? country, string? region) => (region, country) switch
    {
        (null, null) => null,
        (null, _) => country,
        (_, null) => region,
        _ => $"{region}, {country}",
    };

    private static FormattableString Said(Concentration concentration) => concentration.Suppliers == 1
        ? (FormattableString)$"{View.Supplier(concentration.LargestName)} holds all of the value in {concentration.Currency}."
        : $"{View.Supplier(concentration.LargestName)} holds {Figures.Share(concentration.Largest)} of the value in {concentration.Currency}; Herfindahl index {Figures.Ratio(concentration.Index)}, as {Figures.Ratio(concentration.AsManyAlike)} suppliers of one size would have it ({Figures.Count(concentration.Suppliers)} there are).";

    private static Cell Several(IEnumerable<string> texts) => texts.ToList() is { Count: > 0 } all ? new Cell([.. all.Select(Line.Of)]) : "-";
}
