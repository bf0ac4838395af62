using System.Text.Json.Nodes;
using DefectVision.Evidence.Wording;
using DefectVision.History.Scorecards;
using DefectVision.Inspection;
using DefectVision.Statistics;

namespace DefectVision.Cli.Answers;

/// <summary><c>history supplier --format json</c>.</summary>
internal static class ScorecardJson
{
    private const string Schema = "defectvision/scorecard/1";

    public static JsonObject Of(IReadOnlyList<Scorecard> all) => new() { ["schema"] = Schema, ["suppliers"] = new JsonArray([.. all.Select(Summary)]) };

    public static JsonObject Of(Scorecard card)
    {
        var summary = Summary(card);
        summary.Insert(0, "schema", Schema);
        summary["classes"] = new JsonArray([.. card.Classes.Select(entry => new JsonObject { ["class"] = entry.Class, ["items"] = entry.Items })]);
        summary["claims"] = new JsonArray([.. card.Claims.Select(claims => new JsonObject
        {
            ["currency"] = claims.Currency, ["claims"] = claims.Claims, ["asked"] = claims.Asked, ["settled"] = claims.Settled, ["asked_of_settled"] = claims.AskedOfSettled, ["agreed"] = claims.Agreed,
        })]);
        summary["days_to_answer"] = new JsonArray([.. card.DaysToAnswer.Select(days => (JsonNode)days)]);
        summary["sampling"] = new JsonArray([.. card.Sampling.Select(series => new JsonObject
        {
            ["product"] = series.Product,
            ["severity"] = series.Severity,
            ["aql"] = series.Aql.Percent,
            ["level"] = series.Level.ToString(),
            ["state"] = new Word(series.Rules.State).Code,
            ["score"] = series.Rules.Score,
            ["since"] = series.Since?.ToString(),
            ["lots_counted"] = series.Counted.Count,
            ["lots_not_counted"] = new JsonArray([.. series.NotCounted.Select(other => new JsonObject { ["lot"] = other.Lot.ToString(), ["why"] = other.Why })]),
        })]);
        summary["severities"] = new JsonArray([.. card.Severities.Select(entry => new JsonObject { ["severity"] = entry.Severity is { } severity ? new Word(severity).Code : null, ["items"] = entry.Items })]);
        summary["causes"] = new JsonArray([.. card.Causes.Select(entry => new JsonObject { ["cause"] = entry.Cause is { } cause ? new Word(cause).Code : null, ["items"] = entry.Items })]);
        summary["warnings"] = new JsonArray([.. card.Alarms.Select(alarm => new JsonObject
        {
            ["day"] = Figures.Day(alarm.Lot.Shipment.Day),
            ["shipment"] = alarm.Lot.Shipment.Name,
            ["lot"] = alarm.Lot.Lot.Name,
            ["lots_before"] = alarm.Before,
            ["outside_limits"] = alarm.Point.IsSignal,
            ["worse"] = alarm.IsWorse,
        })]);
        summary["replaced"] = new JsonArray([.. card.Replaced.Select(pair => new JsonObject
        {
            ["shipment"] = pair.BeforeOf.Name, ["lot"] = pair.Before.Name, ["by_shipment"] = pair.AfterOf.Name, ["by_lot"] = pair.After.Name, ["p_better_by_chance"] = pair.IsBetterByChance?.Value,
        })]);
        summary["limits_provisional"] = card.AreLimitsProvisional;
        summary["sigma_z"] = card.SigmaZ;
        summary["lots"] = new JsonArray([.. card.Lots.Select(charted => new JsonObject
        {
            ["day"] = Figures.Day(charted.Shipment.Day),
            ["shipment"] = charted.Shipment.Name,
            ["lot"] = charted.Lot.Name,
            ["items"] = charted.Lot.Items,
            ["decided"] = charted.Lot.Decided,
            ["nonconforming"] = charted.Lot.Nonconforming,
            ["verdict"] = new Word(charted.Lot.Verdict).Code,
            ["days_late"] = charted.Lot.DaysLate,
            ["z"] = charted.Point?.Z,
            ["ewma"] = charted.Point?.Ewma,
            ["ewma_limit"] = charted.Point?.EwmaLimit,
            ["signal"] = charted.Point?.IsSignal,
            ["ewma_signal"] = charted.Point?.IsEwmaSignal,
            ["case"] = charted.Shipment.Folder,
        })]);
        return summary;
    }

    private static JsonObject Summary(Scorecard card) => new()
    {
        ["supplier"] = card.Supplier,
        ["shipments"] = card.Shipments.Count,
        ["lot_count"] = card.AllLots.Count(),
        ["accepted"] = card.Count(Verdict.Accept),
        ["held"] = card.Count(Verdict.Hold),
        ["rejected"] = card.Count(Verdict.Reject),
        ["lots_looked_at"] = card.Lots.Count,
        ["found"] = Tally(card.Found),
        ["rate"] = card.Rate is { } rate ? new JsonObject
        {
            ["value"] = rate.Estimate.Value,
            ["lower"] = rate.Interval.Lower.Value,
            ["upper"] = rate.Interval.Upper.Value,
            ["confidence"] = ConfidenceLevel.P95.Value,
            ["method"] = $"{rate.Interval.Method} {rate.Interval.MethodVersion}",
            ["class"] = "A",
        }
        : null,
        ["on_time"] = Tally(card.OnTime),
        ["signals"] = card.Lots.Count(charted => charted.Point?.IsSignal == true),
    };

    private static JsonObject? Tally(Tally tally) => tally.Total == 0 ? null : new JsonObject { ["count"] = tally.Count, ["total"] = tally.Total };
}
