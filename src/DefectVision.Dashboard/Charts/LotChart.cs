using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.History.Scorecards;
using DefectVision.Inspection;

namespace DefectVision.Dashboard.Charts;

/// <summary>The share of nonconforming items of each lot of a supplier in order of the days, with the limits that its size has; verdicts by their shapes, a ring around a lot that stood out on the day it was added.</summary>
internal static class LotChart
{
    /// <summary>Lots shown, the last ones.</summary>
    public const int Most = 60;

    private const double Width = 720;
    private const double Left = 48;
    private const double Right = 712;
    private const double Top = 24;
    private const double Bottom = 190;
    private const int Days = 5;

    /// <summary>Half the width of a day in letters.</summary>
    private const double HalfDay = 36;

    /// <param name="lots">Of which at least one has a place on the chart.</param>
    /// <param name="ringed">Those that stood out.</param>
    /// <param name="mean">Of all lots.</param>
    public static Drawing Of(IReadOnlyList<ChartedLot> lots, IReadOnlySet<ChartedLot> ringed, double mean, Words words)
    {
        var shown = lots.TakeLast(Most).Where(lot => lot.Point is not null).ToList();
        var drawing = new Drawing(Width, Bottom + 44, words.Label($"Share of nonconforming items per lot, with limits"));
        var scale = new ShareScale(0, Bottom - Top, shown.Max(lot => Math.Max(Share(lot), Math.Min(1, lot.Point!.LimitsInUse.Upper))));
        double Y(double share) => Bottom - scale.At(share);
        double X(int at) => Left + 10 + ((Right - Left - 20) * (at + 0.5) / shown.Count);
        foreach (var tick in scale.Ticks)
        {
            drawing.Line(Left, Y(tick), Right, Y(tick), Look.Faint, 1);
            drawing.Label(Left - 6, Y(tick) + 4, Figures.Tick(tick), Anchor.End, Look.Soft);
        }

        drawing.Line(Left, Bottom, Right, Bottom, Look.Ink, 1);
        drawing.Line(Left, Y(mean), Right, Y(mean), Look.Accent, 1.2);
        Limit(shown, drawing, X, lot => Y(Math.Min(1, lot.Point!.LimitsInUse.Upper)));
        Limit(shown, drawing, X, lot => Y(lot.Point!.LimitsInUse.Lower));
        drawing.Curve([.. shown.Select((lot, at) => (X(at), Y(Share(lot))))], Look.Rule, 1);
        foreach (var (at, lot) in shown.Index())
        {
            if (ringed.Contains(lot))
            {
                drawing.Disc(X(at), Y(Share(lot)), 9, Look.Paper, Look.Ink, 1.4);
            }

            VerdictMark.Draw(drawing, lot.Lot.Verdict, X(at), Y(Share(lot)));
        }

        foreach (var at in Enumerable.Range(0, Math.Min(Days, shown.Count)).Select(day => day * (shown.Count - 1) / Math.Max(1, Math.Min(Days, shown.Count) - 1)).Distinct())
        {
            drawing.Line(X(at), Bottom, X(at), Bottom + 4, Look.Ink, 1);
            drawing.Label(Math.Clamp(X(at), HalfDay, Width - HalfDay), Bottom + 16, Figures.Day(shown[at].Shipment.Day), Anchor.Middle, Look.Soft);
        }

        Key(drawing, words);
        return drawing;
    }

    /// <summary>Nonconforming of the items decided on.</summary>
    public static double Share(ChartedLot lot) => (double)lot.Lot.Nonconforming / lot.Lot.Decided;

    private static void Limit(List<ChartedLot> shown, Drawing drawing, Func<int, double> x, Func<ChartedLot, double> y)
    {
        var half = shown.Count > 1 ? (x(1) - x(0)) / 2 : 20;
        drawing.Curve([.. shown.SelectMany((lot, at) => new[] { (x(at) - half, y(lot)), (x(at) + half, y(lot)) })], Look.Soft, 1, 4, 3);
    }

    // Marks and words in a row under the axis.
    private static void Key(Drawing drawing, Words words)
    {
        var x = Left;
        foreach (var verdict in new[] { Verdict.Accept, Verdict.Hold, Verdict.Reject })
        {
            VerdictMark.Draw(drawing, verdict, x + 6, Bottom + 34);
            drawing.Label(x + 16, Bottom + 38, words.Brief(Phrases.Answer(verdict)));
            x += 80;
        }

        drawing.Disc(x + 8, Bottom + 34, 8, Look.Paper, Look.Ink, 1.4);
        drawing.Label(x + 22, Bottom + 38, words.Brief($"stood out"));
        drawing.Line(x + 110, Bottom + 34, x + 136, Bottom + 34, Look.Soft, 1, 4, 3);
        drawing.Label(x + 142, Bottom + 38, words.Brief($"limits"));
        drawing.Line(x + 210, Bottom + 34, x + 236, Bottom + 34, Look.Accent, 1.2);
        drawing.Label(x + 242, Bottom + 38, words.Brief($"mean of all its lots"));
    }
}
