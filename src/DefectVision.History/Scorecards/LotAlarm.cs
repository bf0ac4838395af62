using DefectVision.Statistics.Charts;

namespace DefectVision.History.Scorecards;

/// <summary>What a chart said on the day that a lot was added: only lots up to it were known.</summary>
/// <param name="Lot">The lot.</param>
/// <param name="Point">Its place on the chart of that day.</param>
/// <param name="Before">Lots before it on that chart.</param>
public sealed record LotAlarm(ChartedLot Lot, ChartPoint Point, int Before)
{
    /// <summary>Lots that must lie before one, so that there is something to be outside of.</summary>
    public const int FewestBefore = 4;

    /// <summary>It came out worse than the lots before it; else better, which is worth a look, too: was it inspected as the others were?</summary>
    public bool IsWorse => Point.IsSignal ? Point.Z > 0 : Point.Ewma > 0;

    /// <summary>The alarms of a supplier, in order of their days: a lot outside its limits, or a moving average that leaves its limit; one that stays outside is told once.</summary>
    /// <param name="lots">Of the supplier, in order of their days.</param>
    /// <param name="newestWeight">Of the moving average.</param>
    internal static IReadOnlyList<LotAlarm> Of(IReadOnlyList<ChartedLot> lots, double newestWeight)
    {
        var alarms = new List<LotAlarm>();
        var wasOutside = false;
        for (var at = FewestBefore; at < lots.Count; at++)
        {
            var points = ProportionChart.Of([.. lots.Take(at + 1).Select(charted => charted.Lot.Found!.Value)], newestWeight).Points;
            var point = points.Count > 0 ? points[^1] : null;
            if (point is { IsSignal: true } || (point is { IsEwmaSignal: true } && !wasOutside))
            {
                alarms.Add(new LotAlarm(lots[at], point, at));
            }

            wasOutside = point is { IsEwmaSignal: true };
        }

        return alarms;
    }
}
