using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Charts;

/// <summary>OC curves: how often a plan accepts a lot, at each quality. Lines are told apart by their dashes.</summary>
internal static class OcChart
{
    private const double Width = 720;
    private const double Left = 56;
    private const double Plot = 430;
    private const double Top = 26;
    private const double Height = 190;
    private const double Bottom = Top + Height;
    private const double Legend = Left + Plot + 24;
    private const int Steps = 240;

    private static readonly double[][] Dashes = [[], [6, 3], [2, 2]];

    /// <param name="curves">One to three.</param>
    /// <param name="words">In which it is lettered.</param>
    public static Drawing Of(IReadOnlyList<OcCurve> curves, Words words)
    {
        var scale = new ShareScale(Left, Plot, Math.Max(curves.Max(curve => curve.End), curves.Max(curve => curve.Observed ?? 0)));
        var drawing = new Drawing(Width, Bottom + 40, words.Label($"Chance of acceptance at each share of defective items"));
        Axes(drawing, scale, words);
        for (var at = 0; at < curves.Count; at++)
        {
            Curve(drawing, curves[at], scale, Dashes[at % Dashes.Length]);
            Key(drawing, curves[at], Top + 12 + (46 * at), Dashes[at % Dashes.Length], words);
        }

        return drawing;
    }

    private static void Axes(Drawing drawing, ShareScale scale, Words words)
    {
        foreach (var tick in scale.Ticks)
        {
            drawing.Line(scale.At(tick), Top, scale.At(tick), Bottom, Look.Faint, 1);
            drawing.Label(scale.At(tick), Bottom + 14, Figures.Tick(tick), Anchor.Middle, Look.Soft);
        }

        foreach (var chance in new[] { 0, 0.1, 0.25, 0.5, 0.75, 1 })
        {
            drawing.Line(Left, Y(chance), Left + Plot, Y(chance), Look.Faint, 1);
            drawing.Label(Left - 6, Y(chance) + 4, Figures.Tick(chance), Anchor.End, Look.Soft);
        }

        drawing.Line(Left, Bottom, Left + Plot, Bottom, Look.Ink, 1);
        drawing.Line(Left, Top, Left, Bottom, Look.Ink, 1);
        drawing.Label(0, 12, words.Label($"chance that the plan accepts the lot"), colour: Look.Soft);
        drawing.Label(Left + (Plot / 2), Bottom + 31, words.Label($"share of defective items in the lot"), Anchor.Middle, Look.Soft);
    }

    private static void Curve(Drawing drawing, OcCurve curve, ShareScale scale, double[] dashes)
    {
        var end = scale.Ticks.Last();
        var points = Enumerable.Range(0, Steps + 1).Select(step => end * step / Steps).Select(quality => (scale.At(quality), Y(curve.Accepts(quality)))).ToList();
        drawing.Curve(points, Look.Accent, 2, dashes);
        if (curve.AqlPercent is { } aql && (double)aql / 100 <= end)
        {
            var x = scale.At((double)aql / 100);
            drawing.Line(x, Bottom - 7, x, Bottom, Look.Ink, 2);
        }

        if (curve.Observed is { } observed && observed <= end)
        {
            drawing.Disc(scale.At(observed), Y(curve.Accepts(observed)), 4, Look.Accent, Look.Paper, 1.2);
        }
    }

    private static void Key(Drawing drawing, OcCurve curve, double y, double[] dashes, Words words)
    {
        drawing.Line(Legend, y - 4, Legend + 24, y - 4, Look.Accent, 2, dashes);
        drawing.Label(Legend + 30, y, curve.Label, isBold: true);
        drawing.Label(Legend + 30, y + 14, curve.Numbers, colour: Look.Soft);
        if (curve.Observed is { } observed)
        {
            drawing.Label(Legend + 30, y + 28, words.Brief($"dot: counted {Figures.Share(observed)}"), colour: Look.Soft);
        }
    }

    private static double Y(double chance) => Bottom - (Height * chance);
}
