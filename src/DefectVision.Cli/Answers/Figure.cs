using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DefectVision.Inference;
using DefectVision.Inspection.Judging;
using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;
using DefectVision.Statistics.Intervals;

namespace DefectVision.Cli.Answers;

/// <summary>Numbers as the commands about models say them, for a program and for a person.</summary>
internal static class Figure
{
    public static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>What was counted, with its exact 95 % interval; null where there was nothing to count.</summary>
    public static JsonObject? Json(Tally tally) => tally.Total == 0 ? null : new JsonObject
    {
        ["value"] = Rate.Of(tally.Count, tally.Total).Value,
        ["count"] = tally.Count,
        ["total"] = tally.Total,
        ["lower"] = Exact(tally).Lower.Value,
        ["upper"] = Exact(tally).Upper.Value,
    };

    public static JsonNode? Lower(AreaUnderCurve area) => Interval(area)?.Lower.Value;

    public static JsonNode? Upper(AreaUnderCurve area) => Interval(area)?.Upper.Value;

    public static JsonObject Counts(IReadOnlyDictionary<string, int> counts) =>
        new(counts.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value)));

    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => (JsonNode)text)];

    /// <summary>The interval, rounded outward.</summary>
    public static string Bounds(Tally tally) =>
        tally.Total == 0 ? "-" : $"{PrintedShare.AtLeast(Exact(tally).Lower.Value)} to {PrintedShare.AtMost(Exact(tally).Upper.Value)} %";

    public static string Share(Tally tally) => tally.Total == 0 ? "not measured" : Rate.Of(tally.Count, tally.Total).Value.ToString("0.0 %", CultureInfo.InvariantCulture);

    /// <summary>Count, share and interval in one line.</summary>
    public static string Line(Tally tally) => tally.Total == 0 ? "not measured" : $"{tally}, {Share(tally)} ({Bounds(tally)} at 95 %)";

    public static string Area(AreaUnderCurve area) => Interval(area) is { } bound
        ? Number($"{area.Value.Value:0.0000} ({bound.Lower.Value:0.0000} to {bound.Upper.Value:0.0000} at 95 %, DeLong)")
        : Number($"{area.Value.Value:0.0000} (no interval: {WhyNone(area.Status)})");

    /// <summary>Four decimals, rounded up: what is printed is never smaller than the number.</summary>
    public static string PValue(Probability p) => p.Value < 0.0001 ? "below 0.0001" : Number($"{Math.Ceiling((p.Value * 10000) - 1e-7) / 10000:0.0000}");

    /// <summary>From which score on a photo is flagged, and how that was set; or why nothing is flagged.</summary>
    public static string Threshold(OperatingPoint point) =>
        point.OrdersOnly ? $"none: {point.MeasuredHow}" : Number($"score {point.Threshold:0.####} and above is flagged; set to flag {point.LevelInWords}");

    public static string Number(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static RateInterval? Interval(AreaUnderCurve area) => area.TwoSided(ConfidenceLevel.P95) is { Status: BoundStatus.Ok } interval ? interval : null;

    private static string WhyNone(BoundStatus status) =>
        status == BoundStatus.TooFewOfAKind ? Number($"fewer than {AreaUnderCurve.FewestNonconforming} defective photos") : "no pair of photos is ranked wrongly, or all are";

    private static RateInterval Exact(Tally tally) => ClopperPearson.Bound(tally.Count, tally.Total, ConfidenceLevel.P95, Side.TwoSided);
}
