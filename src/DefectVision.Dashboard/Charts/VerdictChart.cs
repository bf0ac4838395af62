using System.Globalization;
using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.History;
using DefectVision.Inspection;

namespace DefectVision.Dashboard.Charts;

/// <summary>Lots by month and verdict, the last two years.</summary>
internal static class VerdictChart
{
    private const int Months = 24;
    private const double Width = 720;
    private const double Left = 34;
    private const double Right = 712;
    private const double Top = 10;
    private const double Bottom = 120;
    private const double WidestBar = 40;

    /// <param name="shipments">With at least one lot.</param>
    public static Drawing Of(IReadOnlyList<ShipmentEntry> shipments, Words words)
    {
        var last = shipments.Where(shipment => shipment.Lots.Count > 0).Max(shipment => shipment.Day);
        var first = shipments.Where(shipment => shipment.Lots.Count > 0).Min(shipment => shipment.Day);
        var count = Math.Min(Months, Number(last) - Number(first) + 1);
        var months = Enumerable.Range(Number(last) - count + 1, count).ToList();
        var lots = shipments.SelectMany(shipment => shipment.Lots.Select(lot => (Month: Number(shipment.Day), lot.Verdict))).CountBy(lot => lot).ToDictionary();
        var most = months.Max(month => Enum.GetValues<Verdict>().Sum(verdict => lots.GetValueOrDefault((month, verdict))));
        var drawing = new Drawing(Width, Bottom + 48, words.Label($"Lots by month and verdict"));
        var ticks = CountTicks.To(Math.Max(1, most));
        double Y(int number) => Bottom - ((Bottom - Top) * number / Math.Max(1, most));
        foreach (var tick in ticks)
        {
            drawing.Line(Left, Y(tick), Right, Y(tick), Look.Faint, 1);
            drawing.Label(Left - 6, Y(tick) + 4, Figures.Count(tick), Anchor.End, Look.Soft);
        }

        var step = (Right - Left) / count;
        foreach (var (at, month) in months.Index())
        {
            var (width, under) = (Math.Min(WidestBar, step * 0.7), 0);
            var x = Left + (step * (at + 0.5)) - (width / 2);
            foreach (var verdict in new[] { Verdict.Reject, Verdict.Hold, Verdict.Accept })
            {
                if (lots.GetValueOrDefault((month, verdict)) is > 0 and var number)
                {
                    Part(drawing, verdict, x, Y(under + number), width, Y(under) - Y(under + number));
                    under += number;
                }
            }

            if (at == 0 || month % 12 == 0)
            {
                drawing.Label(Left + (step * at), Bottom + 28, (month / 12).ToString(CultureInfo.InvariantCulture), Anchor.Start, Look.Soft);
            }

            drawing.Label(Left + (step * (at + 0.5)), Bottom + 14, ((month % 12) + 1).ToString(CultureInfo.InvariantCulture), Anchor.Middle, Look.Soft);
        }

        drawing.Line(Left, Bottom, Right, Bottom, Look.Ink, 1);
        foreach (var (at, verdict) in new[] { Verdict.Accept, Verdict.Hold, Verdict.Reject }.Index())
        {
            Part(drawing, verdict, Left + (at * 110) + 60, Bottom + 34, 12, 10);
            drawing.Label(Left + (at * 110) + 78, Bottom + 43, words.Brief(Phrases.Answer(verdict)));
        }

        return drawing;
    }

    private static int Number(DateOnly day) => (day.Year * 12) + day.Month - 1;

    // Told apart without colour: filled, framed, light.
    private static void Part(Drawing drawing, Verdict verdict, double x, double y, double width, double height)
    {
        var (fill, rim) = verdict switch { Verdict.Reject => (Look.Ink, Look.Ink), Verdict.Hold => (Look.Paper, Look.Ink), _ => (Look.AccentLight, Look.AccentLight) };
        drawing.Polygon(fill, rim, 1.2, (x, y), (x + width, y), (x + width, y + height), (x, y + height));
    }
}
