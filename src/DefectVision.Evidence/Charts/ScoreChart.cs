using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Charts;

/// <summary>How the highest scores of a lot's items are spread, with the operating point: a bar that stands far from the line was not a close call.</summary>
internal static class ScoreChart
{
    private const double Width = 720;
    private const double Left = 40;
    private const double Plot = 520;
    private const double Top = 34;
    private const double Height = 96;
    private const double Bottom = Top + Height;
    private const int Ticks = 4;

    public static Drawing Of(ScoreSpread spread, Words words)
    {
        var drawing = new Drawing(Width, Bottom + 34, words.Label($"Highest scores of the items"));
        var highest = spread.Counts.Max();
        Axes(drawing, spread, highest, words);
        for (var bin = 0; bin < spread.Counts.Count; bin++)
        {
            if (spread.Counts[bin] > 0)
            {
                var high = Height * spread.Counts[bin] / highest;
                drawing.Bar(X(bin, spread) + 1, Bottom - high, (Plot / spread.Counts.Count) - 2, high, bin >= spread.Below ? Look.Accent : Look.AccentLight);
                drawing.Label(X(bin + 0.5, spread), Bottom - high - 3, Figures.Count(spread.Counts[bin]), Anchor.Middle, Look.Soft);
            }
        }

        drawing.Line(Left, Bottom, Left + Plot, Bottom, Look.Ink, 1);
        drawing.Line(X(spread.Below, spread), Top - 14, X(spread.Below, spread), Bottom + 4, Look.Ink, 1.2, 4, 3);
        drawing.Label(Left + Plot + 12, Top + 8, words.Brief($"line: flagged from {Figures.Score(spread.Model.Threshold, Math.Min(2, spread.Model.ScoreDigits))}"));
        drawing.Label(Left + Plot + 12, Top + 24, words.Brief($"number: items"), colour: Look.Soft);
        return drawing;
    }

    private static void Axes(Drawing drawing, ScoreSpread spread, int highest, Words words)
    {
        foreach (var tick in CountTicks.To(highest))
        {
            var y = Bottom - (Height * tick / highest);
            drawing.Line(Left, y, Left + Plot, y, Look.Faint, 1);
            drawing.Label(Left - 6, y + 4, Figures.Count(tick), Anchor.End, Look.Soft);
        }

        // So many digits that no two marks read alike.
        var each = (spread.To - spread.From) / Ticks;
        var digits = Math.Clamp((int)Math.Ceiling(-Math.Log10(each)) + 1, 0, 6);
        for (var tick = 0; tick <= Ticks; tick++)
        {
            var x = Left + (Plot * tick / Ticks);
            drawing.Line(x, Bottom, x, Bottom + 4, Look.Ink, 1);
            drawing.Label(x, Bottom + 15, Figures.Score(spread.From + (tick * each), digits), Anchor.Middle, Look.Soft);
        }

        drawing.Label(0, 11, words.Label($"items"), colour: Look.Soft);
        drawing.Label(Left + (Plot / 2), Bottom + 30, words.Label($"highest score of an item (no unit)"), Anchor.Middle, Look.Soft);
    }

    private static double X(double bin, ScoreSpread spread) => Left + (Plot * bin / spread.Counts.Count);
}
