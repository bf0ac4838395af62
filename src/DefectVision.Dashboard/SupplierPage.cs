using DefectVision.Dashboard.Charts;
using DefectVision.Dashboard.Parts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.History;
using DefectVision.History.Scorecards;
using DefectVision.Inspection;
using DefectVision.Statistics.Charts;
using DefectVision.Statistics.Sampling;

namespace DefectVision.Dashboard;

/// <summary>The page of one supplier.</summary>
internal static class SupplierPage
{
    private const int MostLots = 400;

    public static IEnumerable<Block> Of(Scorecard card, View view) =>
        Head(card, view)
            .Concat(Lots(card, view))
            .Concat(ReusedPhotos.Of(view, card.Shipments))
            .Concat(Defects(card, view))
            .Concat(Sampling(card, view))
            .Concat([view.Section($"Claims", "claims"), .. ClaimList.Of(view, card.Shipments, isOfOne: true)])
            .Concat([view.Section($"Improvement record", "improvements"), .. Improvement.Of(view, card.Replaced, card.Shipments)])
            .Concat(HowToRead.Of(view));

    private static IEnumerable<Block> Head(Scorecard card, View view)
    {
        var back = view.Words.Say($"All suppliers");
        yield return new Paragraph(new Line([Piece.Link(Line.Letters(back.First), DashboardWriter.IndexName)], back.Second is { } second ? [Piece.Link(Line.Letters(second), DashboardWriter.IndexName)] : null), Manner.Contents);
        yield return new Heading(Rank.Title, Line.Of(Piece.Name(card.Supplier)), "top");
        yield return view.Text($"{Counts.Shipments(card.Shipments.Count)}, {Counts.Lots(card.AllLots.Count())}, from {Figures.Day(card.Shipments[0].Day)} to {Figures.Day(card.Shipments[^1].Day)}; as of {Figures.Day(view.Today)}.", Manner.Lead);
        var days = card.DaysToAnswer;
        yield return new Facts(
            [
                Fact(view, $"Factories", card.Shipments.Select(shipment => shipment.Factory).OfType<string>()),
                Fact(view, $"Region", card.Shipments.Select(shipment => Regions.Name(shipment.Country, shipment.Region)).OfType<string>()),
                Fact(view, $"Products", card.Shipments.Select(shipment => shipment.Product).OfType<string>()),
                Fact(view, $"Value of the lots", card.Spend.Select(spend => Money.Text(spend.Value, spend.Currency))),
                Fact(view, $"Verdicts", $"{Figures.Count(card.Count(Verdict.Accept))} accepted, {Figures.Count(card.Count(Verdict.Hold))} held, {Figures.Count(card.Count(Verdict.Reject))} rejected"),
                Fact(view, $"Found nonconforming", card.Found.Total == 0 ? null : (FormattableString)$"{Figures.Count(card.Found.Count)} of {Phrases.Items(card.Found.Total)} decided on"),
                Fact(view, $"Rate, 95 %", card.Rate is { } rate && card.Lots.Count > 0 ? (FormattableString)$"{Suppliers.Rate(rate)}" : null),
                Fact(view, $"Rank by rate", card.Lots.Count > 0 && Suppliers.Place(card, view.Cards) is { } place ? (FormattableString)$"{place}" : null),
                Fact(view, $"Shipped in time", card.OnTime.Total == 0 ? null : (FormattableString)$"{Figures.Count(card.OnTime.Count)} of {Figures.Count(card.OnTime.Total)} lots"),
                Fact(view, $"Days to answer", days.Count == 0 ? null : (FormattableString)$"{card.MedianDaysToAnswer:0.#} (median of {Figures.Count(days.Count)})"),
                Fact(view, $"Answered in time", card.AnsweredInTime(view.Today) is { Total: > 0 } answered ? (FormattableString)$"{Figures.Count(answered.Count)} of {Figures.Count(answered.Total)} notices" : null),
            ],
            IsPaired: true);
    }

    private static IEnumerable<Block> Lots(Scorecard card, View view)
    {
        yield return view.Section($"Lot by lot", "lots");
        var warned = card.Alarms.ToDictionary(alarm => (alarm.Lot.Shipment.Id, alarm.Lot.Lot.Name));
        if (card.Lots.Any(lot => lot.Point is not null))
        {
            var shown = card.Lots.Count > LotChart.Most ? (FormattableString)$" The last {Figures.Count(LotChart.Most)} of {Figures.Count(card.Lots.Count)} lots." : $"";
            yield return new Figure(LotChart.Of(card.Lots, card.Alarms.Select(alarm => alarm.Lot).ToHashSet(), (double)card.Found.Count / card.Found.Total, view.Words), view.Words.Say($"{StoodOut(warned.Count)} {Outside(card)}{Provisional(card)}{shown}"));
            yield return new Figure(MovingAverageChart.Of(card.Lots, view.Words), view.Words.Say($"{Average(card)}"));
        }

        var lots = card.Shipments.SelectMany(shipment => shipment.Lots.Select(lot => (shipment, lot))).Reverse().ToList();
        var points = card.Lots.ToDictionary(charted => (charted.Shipment.Id, charted.Lot.Name), charted => charted.Point);
        yield return new Table(
            view.Words.Columns($"=Day", $"Shipment", $"Lot", $"#Nonconforming", $"#Limits", $"=Verdict", $"#Days late", $"On its day"),
            lots.Take(MostLots).Select(one => Row(one.shipment, one.lot, points.GetValueOrDefault((one.shipment.Id, one.lot.Name)), warned.GetValueOrDefault((one.shipment.Id, one.lot.Name)), view)),
            Spacing.Compact);
        yield return view.Text($"Limits: of all its lots, as they are now. On its day: how the lot stood to those before it on the day it was added.", Manner.Note);
        if (lots.Count > MostLots)
        {
            yield return view.Text($"The last {Figures.Count(MostLots)} of {Figures.Count(lots.Count)} lots; defectvision history export lists all.", Manner.Note);
        }
    }

    private static Row Row(ShipmentEntry shipment, LotEntry lot, ChartPoint? point, LotAlarm? warning, View view) => new(
    [
        Figures.Day(shipment.Day),
        Line.Of(view.Case(shipment)),
        Line.Of(Piece.Name(lot.Name)),
        lot.Found is { } found ? Line.Of(View.Of(found)) : view.Words.Say($"nobody looked"),
        point is null ? "-" : view.Words.Say($"{Figures.Tick(Rounded(point.LimitsInUse.Lower))} to {Figures.Tick(Rounded(Math.Min(1, point.LimitsInUse.Upper)))}"),
        view.Words.Inline(Phrases.Marked(lot.Verdict)),
        lot.DaysLate is { } late ? $"{late}" : "-",
        warning is null ? "-" : view.Words.Say(WarningWords.Of(warning)),
    ]);

    private static FormattableString StoodOut(int count) => count switch
    {
        0 => $"No lot stood out on the day it was added, when only the lots before it were known.",
        1 => $"1 lot stood out on the day it was added, when only the lots before it were known (ring).",
        _ => $"{Figures.Count(count)} lots stood out on the days they were added, when only the lots before them were known (rings).",
    };

    private static FormattableString Outside(Scorecard card) => card.Lots.Count(lot => lot.Point?.IsSignal == true) switch
    {
        0 => $"By the limits that all lots give now, about their mean of {Mean(card)}, none lies outside.",
        1 => $"By the limits that all lots give now, about their mean of {Mean(card)}, 1 lies outside.",
        var outside => $"By the limits that all lots give now, about their mean of {Mean(card)}, {Figures.Count(outside)} lie outside.",
    };

    private static string Mean(Scorecard card) => Figures.Share((double)card.Found.Count / card.Found.Total);

    private static FormattableString Provisional(Scorecard card) =>
        card.AreLimitsProvisional ? (FormattableString)$" The limits are provisional: {Figures.Count(ProportionChart.FewestLots)} lots or more give limits." : $"";

    private static FormattableString Average(Scorecard card) => card.Lots[^1].Point switch
    {
        { IsEwmaSignal: true, Ewma: > 0 } => $"Moving average of the lots, the newest with weight 0.2: it lies above its limit now, which is worse than the mean of all its lots.",
        { IsEwmaSignal: true } => $"Moving average of the lots, the newest with weight 0.2: it lies below its limit now, which is better than the mean of all its lots.",
        _ => $"Moving average of the lots, the newest with weight 0.2: it lies within its limits now.",
    };

    private static IEnumerable<Block> Defects(Scorecard card, View view)
    {
        if (card.Classes.Count == 0)
        {
            yield break;
        }

        yield return view.Section($"What was wrong", "defects");
        var all = card.Classes.Sum(entry => entry.Items);
        yield return new Table(
            view.Words.Columns($"Defect class", $"#Items", $"#Share"),
            card.Classes.Select(entry => new Row([view.Words.Say(Phrases.DefectClass(entry.Class)), Figures.Count(entry.Items), Figures.Share((double)entry.Items / all)])),
            Spacing.Compact);
        yield return new Beside(
            [
                new Table(
                    view.Words.Columns($"Worst severity", $"#Items"),
                    card.Severities.Select(entry => new Row([entry.Severity is { } severity ? view.Words.Say(severity) : view.Words.Say($"not said"), Figures.Count(entry.Items)])),
                    Spacing.Compact),
            ],
            [
                new Table(
                    view.Words.Columns($"Associated with", $"#Items"),
                    card.Causes.Select(entry => new Row([entry.Cause is { } cause ? view.Words.Say(cause) : view.Words.Say($"not said"), Figures.Count(entry.Items)])),
                    Spacing.Compact),
            ]);
    }

    private static IEnumerable<Block> Sampling(Scorecard card, View view)
    {
        if (card.Sampling.Count == 0)
        {
            yield break;
        }

        yield return view.Section($"Next inspection", "sampling");
        yield return new Table(
            view.Words.Columns($"Product", $"Severity", $"#AQL", $"=Level", $"Next lot", $"Since", $"#Score", $"#Lots counted"),
            card.Sampling.Select(series => new Row(
            [
                Line.Of(Piece.Name(series.Product ?? "-")),
                view.Words.Say($"{new Listed([.. series.Severity.Split('+').Select(name => new Word(Enum.Parse<Severity>(name, ignoreCase: true)))], "+")}"),
                Figures.Aql(series.Aql.Percent),
                $"{series.Level}",
                series.Next is { } next ? view.Words.Say(next) : view.Words.Say($"none until the cause is removed"),
                series.Since is { } since ? Line.Of(view.Case(since.Shipment, $"{since.Shipment.Name} {since.Lot.Name}")) : view.Words.Say($"from the start"),
                series.Rules.State == SwitchingState.Normal ? Figures.Count(series.Rules.Score) : "-",
                Figures.Count(series.Counted.Count),
            ])),
            Spacing.Compact);
        yield return view.Text($"By the switching rules of ISO 2859-1:1999, 9.3, from lots that were inspected as the rules then wanted. Reduced inspection needs a score of 30, steady production and your word.", Manner.Note);
    }

    private static Fact Fact(View view, FormattableString term, IEnumerable<string> values) =>
        values.Distinct(StringComparer.Ordinal).ToList() is { Count: > 0 } all ? new Fact(view.Words.Say(term), view.Words.Say($"{Names.Some(all)}")) : Fact(view, term, (FormattableString?)null);

    private static Fact Fact(View view, FormattableString term, FormattableString? value) => new(view.Words.Say(term), view.Words.Say(value ?? $"not known"), value is not null);

    private static double Rounded(double share) => Math.Round(share, 3);
}
