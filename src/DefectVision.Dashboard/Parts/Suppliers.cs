using DefectVision.Dashboard.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.History;
using DefectVision.History.Scorecards;
using DefectVision.Inspection;
using DefectVision.Statistics.Shrinkage;

namespace DefectVision.Dashboard.Parts;

/// <summary>All suppliers beside each other.</summary>
internal static class Suppliers
{
    public static IEnumerable<Block> Of(View view)
    {
        yield return view.Section($"Suppliers", "suppliers");
        if (view.Cards.Count == 0)
        {
            yield return view.Text($"No agreement that was kept names a supplier.", Manner.None);
            yield break;
        }

        var rated = view.Cards.Where(IsRated).ToList();
        if (rated.Count > 0)
        {
            yield return new Figure(RateChart.Of(rated, view.Words), view.Words.Say($"{Apart(rated)}{(rated.Count > RateChart.Most ? (FormattableString)$" The {Figures.Count(RateChart.Most)} of the highest rates." : $"")}"));
        }

        yield return new Table(
            view.Words.Columns($"Supplier", $"#Lots", $"Verdicts", $"#Nonconforming", $"#Rate, 95 %", $"#Rank", $"In time", $"#Open claims"),
            view.Cards.Select(card => Row(card, view)),
            Spacing.Compact);
        yield return view.Text($"Nonconforming: of the items decided on, in lots that somebody looked at. Rank: by the rate, the lowest first; suppliers whose intervals overlap share their ranks.", Manner.Note);
    }

    /// <summary>"2.4 % (1.1 % to 4.0 %)".</summary>
    public static FormattableString Rate(SourceRate rate) =>
        $"{Figures.Share(rate.Estimate.Value)} ({Interval(rate)})";

    /// <summary>"1 to 3 of 6"; null for a supplier without a rate.</summary>
    public static FormattableString? Place(Scorecard card, IReadOnlyList<Scorecard> all)
    {
        if (!IsRated(card))
        {
            return null;
        }

        List<SourceRate> rates = [.. all.Where(IsRated).Select(one => one.Rate!)];
        var place = RankRange.Of(card.Rate!, rates);
        return place.Best == place.Worst
            ? (FormattableString)$"{Figures.Count(place.Best)} of {Figures.Count(rates.Count)}"
            : $"{Figures.Count(place.Best)} to {Figures.Count(place.Worst)} of {Figures.Count(rates.Count)}";
    }

    private static FormattableString Interval(SourceRate rate) => $"{Figures.Lower(rate.Interval.Lower.Value)} to {Figures.Upper(rate.Interval.Upper.Value)}";

    private static bool IsRated(Scorecard card) => card is { Rate: not null, Lots.Count: > 0 };

    private static Row Row(Scorecard card, View view) => new(
    [
        Line.Of(View.Supplier(card.Supplier)),
        Figures.Count(card.AllLots.Count()),
        view.Lines(
            card.Count(Verdict.Accept) is > 0 and var accepted ? (FormattableString)$"{Figures.Count(accepted)} accepted" : null,
            card.Count(Verdict.Hold) is > 0 and var held ? (FormattableString)$"{Figures.Count(held)} held" : null,
            card.Count(Verdict.Reject) is > 0 and var rejected ? (FormattableString)$"{Figures.Count(rejected)} rejected" : null),
        View.Of(card.Found),
        IsRated(card) ? view.Lines($"{Figures.Share(card.Rate!.Estimate.Value)}", Interval(card.Rate)) : "-",
        Place(card, view.Cards) is { } place ? view.Words.Say(place) : Line.Of("-"),
        view.Lines(
            card.OnTime.Total > 0 ? (FormattableString)$"shipped {View.Of(card.OnTime)}" : null,
            card.AnsweredInTime(view.Today) is { Total: > 0 } answered ? (FormattableString)$"answered {View.Of(answered)}" : null),
        Figures.Count(card.Shipments.Count(shipment => shipment.ClaimState is not (ClaimState.None or ClaimState.Settled))),
    ]);

    // Of the whole row of suppliers only what every two intervals allow is said.
    private static FormattableString Apart(List<Scorecard> rated)
    {
        var best = rated.MinBy(card => card.Rate!.Interval.Upper)!;
        var above = rated.Count(card => card.Rate!.Interval.Lower > best.Rate!.Interval.Upper);
        return rated.Count == 1 ? (FormattableString)$"One supplier alone has a rate."
            : above == 0 ? (FormattableString)$"All intervals overlap: no supplier is shown to be better than another."
            : above == 1 ? (FormattableString)$"One supplier is shown to be worse than {Piece.Name(best.Supplier)}: its interval lies above."
            : $"{Figures.Count(above)} suppliers are shown to be worse than {Piece.Name(best.Supplier)}: their intervals lie above.";
    }
}
