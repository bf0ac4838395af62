using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.History.Scorecards;

namespace DefectVision.Dashboard.Charts;

/// <summary>The moving average of a supplier's lots with its limits: it rises before a single lot lies outside.</summary>
internal static class MovingAverageChart
{
    private const double Width = 720;
    private const double Left = 48;
    private const double Right = 712;
    private const double Top = 8;
    private const double Bottom = 88;

    /// <param name="lots">Of which at least one has a place on the chart.</param>
    public static Drawing Of(IReadOnlyList<ChartedLot> lots, Words words)
    {
        var points = lots.TakeLast(LotChart.Most).Select(lot => lot.Point).Where(point => point is not null).Select(point => point!).ToList();
        var most = points.Max(point => Math.Max(Math.Abs(point.Ewma), point.EwmaLimit)) * 1.1;
        double Y(double value) => ((Top + Bottom) / 2) - (value / most * (Bottom - Top) / 2);
        double X(int at) => Left + 10 + ((Right - Left - 20) * (at + 0.5) / points.Count);
        var drawing = new Drawing(Width, Bottom + 8, words.Label($"Moving average of the lots, with its limits"));
        drawing.Line(Left, Y(0), Right, Y(0), Look.Accent, 1.2);
        drawing.Curve([.. points.Select((point, at) => (X(at), Y(point.EwmaLimit)))], Look.Soft, 1, 4, 3);
        drawing.Curve([.. points.Select((point, at) => (X(at), Y(-point.EwmaLimit)))], Look.Soft, 1, 4, 3);
        drawing.Curve([.. points.Select((point, at) => (X(at), Y(point.Ewma)))], Look.Ink, 1.6);
        foreach (var (at, point) in points.Index())
        {
            if (point.IsEwmaSignal)
            {
                drawing.Disc(X(at), Y(point.Ewma), 4.5, Look.Paper, Look.Ink, 1.6);
            }
        }

        drawing.Label(Left - 6, Y(0) + 4, "0", Anchor.End, Look.Soft);
        drawing.Label(Left - 6, Top + 8, words.Brief($"worse"), Anchor.End, Look.Soft);
        drawing.Label(Left - 6, Bottom, words.Brief($"better"), Anchor.End, Look.Soft);
        return drawing;
    }
}
