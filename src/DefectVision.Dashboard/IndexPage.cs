using DefectVision.Dashboard.Charts;
using DefectVision.Dashboard.Parts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.History.Scorecards;

namespace DefectVision.Dashboard;

/// <summary>The page of all suppliers.</summary>
internal static class IndexPage
{
    public static IEnumerable<Block> Of(View view)
    {
        yield return new Heading(Rank.Title, view.Words.Say($"Supplier dashboard"), "top");
        var (shipments, lots) = (view.Shipments, view.Shipments.Sum(shipment => shipment.Lots.Count));
        if (shipments.Count == 0)
        {
            yield return view.Text($"Nothing has been kept yet.", Manner.Lead);
            yield break;
        }

        yield return view.Text($"{Counts.Suppliers(view.Cards.Count)}, {Counts.Shipments(shipments.Count)}, {Counts.Lots(lots)}, from {Figures.Day(shipments[0].Day)} to {Figures.Day(shipments[^1].Day)}; as of {Figures.Day(view.Today)}.", Manner.Lead);
        foreach (var block in Deadlines.Of(view).Concat(Warnings.Of(view)).Concat(ReusedPhotos.Of(view, view.Shipments)).Concat(Suppliers.Of(view)).Concat(OverTime(view)).Concat(Claims(view)).Concat(Improvements(view)).Concat(Regions.Of(view)).Concat(CriticalItems.Of(view)).Concat(HowToRead.Of(view)))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> OverTime(View view)
    {
        if (view.Shipments.Any(shipment => shipment.Lots.Count > 0))
        {
            yield return view.Section($"Lots over time", "lots");
            yield return new Figure(VerdictChart.Of(view.Shipments, view.Words), view.Words.Say($"Lots by month of the inspection and by verdict, the last two years at most."));
        }
    }

    private static IEnumerable<Block> Claims(View view)
    {
        yield return view.Section($"Claims", "claims");
        foreach (var block in ClaimList.Of(view, view.Shipments, isOfOne: false))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> Improvements(View view)
    {
        yield return view.Section($"Improvement record", "improvements");
        foreach (var block in Improvement.Of(view, BeforeAfter.All(view.Shipments), view.Shipments))
        {
            yield return block;
        }
    }
}
