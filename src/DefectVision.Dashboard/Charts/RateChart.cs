using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.History.Scorecards;

namespace DefectVision.Dashboard.Charts;

/// <summary>Each supplier's rate of nonconforming items (dot) with its interval (bar), the lowest rate first.</summary>
internal static class RateChart
{
    /// <summary>Suppliers shown, those of the highest rates.</summary>
    public const int Most = 30;

    private const double Width = 720;
    private const double Left = 230;
    private const double Plot = 400;
    private const double Row = 20;
    private const double Top = 8;
    private const int NameColumns = 30;

    /// <param name="cards">With a rate each; at least one.</param>
    public static Drawing Of(IReadOnlyList<Scorecard> cards, Words words)
    {
        var shown = cards.OrderBy(card => card.Rate!.Estimate).ThenBy(card => card.Supplier, StringComparer.Ordinal).TakeLast(Most).ToList();
        var bottom = Top + (Row * shown.Count);
        var drawing = new Drawing(Width, bottom + 34, words.Label($"Rate of nonconforming items of each supplier, with its interval"));
        var scale = new ShareScale(Left, Plot, shown.Max(card => card.Rate!.Interval.Upper.Value));
        foreach (var tick in scale.Ticks)
        {
            drawing.Line(scale.At(tick), Top, scale.At(tick), bottom, Look.Faint, 1);
            drawing.Label(scale.At(tick), bottom + 14, Figures.Tick(tick), Anchor.Middle, Look.Soft);
        }

        drawing.Line(Left, bottom, Left + Plot, bottom, Look.Ink, 1);
        drawing.Label(Left + (Plot / 2), bottom + 29, words.Label($"rate of nonconforming items, 95 %"), Anchor.Middle, Look.Soft);
        foreach (var (at, card) in shown.Index())
        {
            var y = Top + (Row * at) + (Row / 2);
            var (low, high, rate) = (scale.At(card.Rate!.Interval.Lower.Value), scale.At(card.Rate.Interval.Upper.Value), scale.At(card.Rate.Estimate.Value));
            drawing.Label(0, y + 4, LabelFit.Begin(card.Supplier, NameColumns));
            drawing.Bar(low, y - 4, high - low, 8, Look.AccentLight);
            drawing.Line(low, y - 6, low, y + 6, Look.Accent, 2);
            drawing.Line(high, y - 6, high, y + 6, Look.Accent, 2);
            drawing.Disc(rate, y, 4.2, Look.Accent, Look.Paper, 1.4);
            drawing.Label(Width, y + 4, Figures.Share(card.Rate.Estimate.Value), Anchor.End);
        }

        return drawing;
    }
}
