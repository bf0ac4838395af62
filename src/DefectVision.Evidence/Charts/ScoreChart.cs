using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Charts;

/// <summary>How the highest scores of a lot's items are spread, with the operating point: a bar that stands far from the line was not a close call.</summary>
internal static class ScoreChart
{
    private const double Width = 720;
    private const double Left = 40;
    private const double Plot = 520;
    private const double Top = 16;
    private const double Height = 96;
    private const double Bottom = Top + Height;
    private const int Bins = 26;

    /// <returns>Null where no item was scored.</returns>
    public static Drawing? Of(IReadOnlyList<Item> items, ModelUsed model, Words words)
    {
        var scores = items.Select(item => item.Score).OfType<double>().ToList();
        if (scores.Count == 0)
        {
            return null;
        }

        // Whole bins on both sides of the threshold: no bar holds flagged items and others.
        var (least, most) = (Math.Min(scores.Min(), model.Threshold), Math.Max(scores.Max(), model.Threshold));
        var step = Math.Max((most - least) / (Bins - 2), 1e-9);
        var below = (int)Math.Ceiling((model.Threshold - least) / step);
        var from = model.Threshold - (below * step);
        var counts = new int[Bins];
        foreach (var score in scores)
        {
            counts[Bin(score, model.Threshold, below, step)]++;
        }

        var drawing = new Drawing(Width, Bottom + 34, words.Label($"Highest scores of the items"));
        var highest = counts.Max();
        for (var bin = 0; bin < Bins; bin++)
        {
            if (counts[bin] > 0)
            {
                var high = Height * counts[bin] / highest;
                drawing.Bar(Left + (Plot * bin / Bins) + 1, Bottom - high, (Plot / Bins) - 2, high, bin >= below ? Look.Accent : Look.AccentLight);
                drawing.Label(Left + (Plot * (bin + 0.5) / Bins), Bottom - high - 3, Figures.Count(counts[bin]), Anchor.Middle, Look.Soft);
            }
        }

        drawing.Line(Left, Bottom, Left + Plot, Bottom, Look.Ink, 1);
        drawing.Label(Left, Bottom + 14, Score(from, model), Anchor.Start, Look.Soft);
        drawing.Label(Left + Plot, Bottom + 14, Score(from + (Bins * step), model), Anchor.End, Look.Soft);
        var at = Left + (Plot * below / Bins);
        drawing.Line(at, Top - 10, at, Bottom + 4, Look.Ink, 1.2, 4, 3);
        drawing.Label(Left + Plot + 12, Top + 8, words.Short($"line: flagged from {Score(model.Threshold, model)}"));
        drawing.Label(Left + Plot + 12, Top + 24, words.Short($"number: items"), colour: Look.Soft);
        drawing.Label(Left + (Plot / 2), Bottom + 28, words.Label($"highest score of an item"), Anchor.Middle, Look.Soft);
        return drawing;
    }

    private static int Bin(double score, double threshold, int below, double step) => score >= threshold
        ? Math.Min(below + (int)((score - threshold) / step), Bins - 1)
        : Math.Max(below - 1 - (int)((threshold - score) / step), 0);

    private static string Score(double score, ModelUsed model) => Figures.Score(score, Math.Min(2, model.ScoreDigits));
}
