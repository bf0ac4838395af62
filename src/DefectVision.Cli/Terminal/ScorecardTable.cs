using DefectVision.Dashboard;
using DefectVision.Evidence.Wording;
using DefectVision.History.Scorecards;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;
using DefectVision.Statistics.Charts;
using DefectVision.Statistics.Shrinkage;
using Spectre.Console;

namespace DefectVision.Cli.Terminal;

/// <summary>What is known of suppliers, for a person.</summary>
internal static class ScorecardTable
{
    private const int MostNamed = 3;

    public static void Write(IReadOnlyList<Scorecard> all, IAnsiConsole console)
    {
        if (all.Count == 0)
        {
            console.WriteLine("No agreement that was kept names a supplier.");
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            new TableColumn("supplier"),
            new TableColumn("shipments").RightAligned(),
            new TableColumn("lots").RightAligned(),
            new TableColumn("accepted, held,\nrejected").RightAligned(),
            new TableColumn("nonconforming of\nitems decided on").RightAligned(),
            new TableColumn("rate, 95 %").RightAligned(),
            new TableColumn("on time").RightAligned());
        foreach (var card in all)
        {
            table.AddRow(
                Plain.Cell(card.Supplier),
                Number($"{card.Shipments.Count}"),
                Number($"{card.AllLots.Count()}"),
                Number($"{card.Count(Verdict.Accept)}, {card.Count(Verdict.Hold)}, {card.Count(Verdict.Reject)}"),
                Of(card.Found),
                card.Rate is { } rate && card.Lots.Count > 0 ? Rate(rate) : "-",
                Of(card.OnTime));
        }

        console.Write(table);
        console.WriteLine(all.All(card => card.Rate is null)
            ? Number($"rate: wanted {SourceRate.FewestLots} lots or more that somebody looked at, of all suppliers together.")
            : $"rate: of nonconforming items, drawn towards that of all suppliers by the weight of one lot (beta-binomial, class A).{(all.Count > 1 ? " Suppliers whose intervals overlap are not ranked." : string.Empty)}");
    }

    public static void Write(Scorecard card, IAnsiConsole console)
    {
        Write([card], console);
        var table = new Table().Border(TableBorder.Rounded).AddColumns(
            new TableColumn("day"), new TableColumn("shipment"), new TableColumn("lot"), new TableColumn("nonconforming").RightAligned(), new TableColumn("limits").RightAligned(),
            new TableColumn("verdict"), new TableColumn("days late").RightAligned(), new TableColumn("on its day"));
        var warnings = card.Alarms.ToDictionary(alarm => alarm.Lot);
        foreach (var charted in card.Lots)
        {
            table.AddRow(
                Figures.Day(charted.Shipment.Day),
                Plain.Cell(charted.Shipment.Name),
                Plain.Cell(charted.Lot.Name),
                Of(charted.Lot.Found!.Value),
                charted.Point is { } point ? Limits(point.LimitsInUse) : "-",
                new Word(charted.Lot.Verdict).ToString(),
                charted.Lot.DaysLate is { } late ? Number($"{late}") : "-",
                warnings.TryGetValue(charted, out var warning) ? Number(WarningWords.Of(warning)) : "-");
        }

        if (card.Lots.Count > 0)
        {
            console.Write(table);
        }

        foreach (var lot in card.AllLots.Where(lot => lot.Found is null))
        {
            console.WriteLine($"{Plain.Text(lot.Name)}: {(lot.IsLookedAt ? "none of its items is decided" : "nobody has looked at it")}, so it has no rate and is on no chart.");
        }

        if (card.Lots.Count > 0)
        {
            console.WriteLine("limits: of all its lots, as they are now. On its day: how the lot stood to those before it on the day it was added.");
        }

        if (card.Lots.Count > 0 && card.AreLimitsProvisional)
        {
            console.WriteLine(Number($"limits: provisional, of {Counted(card.Lots.Count, "lot")}; {ProportionChart.FewestLots} or more give limits."));
        }

        foreach (var claims in card.Claims)
        {
            console.WriteLine(Number($"claims{(claims.Currency is { } currency ? $" in {currency}" : string.Empty)}: {claims.Claims}, {claims.Asked} asked; settled {claims.Settled}{(claims.Settled == 0 ? string.Empty : Number($", {claims.Agreed} agreed of {claims.AskedOfSettled} asked"))}"));
        }

        if (card.MedianDaysToAnswer is { } days)
        {
            console.WriteLine(Number($"answered: {Counted(card.DaysToAnswer.Count, "claim")}, in {days:0.#} days (median)"));
        }

        foreach (var series in card.Sampling)
        {
            console.WriteLine(Next(series));
        }

        if (card.Classes.Count > 0)
        {
            console.WriteLine($"classes: {string.Join(", ", card.Classes.Select(entry => Number($"{Plain.Text(entry.Class ?? "no class")} {entry.Items}")))}");
        }
    }

    /// <summary>How the next lot is inspected, and why.</summary>
    public static string Next(SamplingSeries series)
    {
        var state = series.Next is { } next ? Number($"{next.ToString().ToLowerInvariant()} inspection") : "no inspection until the cause is removed (discontinued)";
        var since = series.Since is { } lot ? $"since {Plain.Text(lot.ToString())}" : "from the start";
        var score = series.Rules.State == Statistics.Sampling.SwitchingState.Normal ? Number($", score {series.Rules.Score} of the 30 that reduced inspection wants") : string.Empty;
        var others = series.NotCounted.Count == 0 ? string.Empty : Number($"; {series.NotCounted.Count} not counted: {string.Join("; ", series.NotCounted.Take(MostNamed).Select(other => $"{Plain.Text(other.Lot.ToString())}, {other.Why}"))}{(series.NotCounted.Count > MostNamed ? " and others" : string.Empty)}");
        return Number($"next lot{(series.Product is { } product ? $" of {Plain.Text(product)}" : string.Empty)}, {series.Severity}, AQL {series.Aql}, level {series.Level}: {state}, {since}{score}; {Counted(series.Counted.Count, "lot")} counted (ISO 2859-1:1999, 9.3){others}");
    }

    private static string Limits(ChartLimits limits) => Number($"{100 * limits.Lower:0.0} to {100 * Math.Min(1, limits.Upper):0.0} %");

    private static string Rate(SourceRate rate) => Number($"{100 * rate.Estimate.Value:0.0} % ({PrintedShare.AtLeast(rate.Interval.Lower.Value)} to {PrintedShare.AtMost(rate.Interval.Upper.Value)} %)");

    private static string Counted(int count, string what) => Number($"{count} {what}{(count == 1 ? string.Empty : "s")}");

    private static string Of(Tally tally) => tally.Total == 0 ? "-" : Number($"{tally.Count} of {tally.Total}");

    private static string Number(FormattableString text) => FormattableString.Invariant(text);
}
