using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;

namespace DefectVision.Evidence.Charts;

/// <summary>OC curves: how often a plan accepts a lot, at each quality. Lines are told apart by their dashes.</summary>
internal static class OcChart
{
    private const double Width = 720;
    private const double Left = 56;
    private const double Plot = 430;
    private const double Top = 10;
    private const double Height = 190;
    private const double Bottom = Top + Height;
    private const double Legend = Left + Plot + 24;
    private const int Steps = 240;

    private static readonly string?[] Dashes = [null, "6 3", "2 2"];

    /// <param name="html">Where it is drawn.</param>
    /// <param name="curves">One to three.</param>
    /// <param name="isOwnFile">The drawing is a file of its own.</param>
    public static void Write(Html html, IReadOnlyList<OcCurve> curves, bool isOwnFile = false)
    {
        var scale = new ShareScale(Left, Plot, Math.Max(curves.Max(curve => curve.End), curves.Max(curve => curve.Observed ?? 0)));
        using (Svg.Open(html, Width, Bottom + 40, "Chance of acceptance at each share of defective items", isOwnFile))
        {
            Axes(html, scale);
            for (var at = 0; at < curves.Count; at++)
            {
                Curve(html, curves[at], scale, Dashes[at % Dashes.Length]);
                Key(html, curves[at], Top + 12 + (46 * at), Dashes[at % Dashes.Length]);
            }
        }
    }

    private static void Axes(Html html, ShareScale scale)
    {
        foreach (var tick in scale.Ticks)
        {
            Svg.Line(html, scale.At(tick), Top, scale.At(tick), Bottom, "#dddddd", 1);
            Svg.Label(html, scale.At(tick), Bottom + 14, Figures.Share(tick), "middle", PrintStyle.Soft);
        }

        foreach (var chance in new[] { 0, 0.1, 0.25, 0.5, 0.75, 0.95 })
        {
            Svg.Line(html, Left, Y(chance), Left + Plot, Y(chance), "#dddddd", 1);
            Svg.Label(html, Left - 6, Y(chance) + 4, Figures.Share(chance), "end", PrintStyle.Soft);
        }

        Svg.Line(html, Left, Bottom, Left + Plot, Bottom, PrintStyle.Ink, 1);
        Svg.Line(html, Left, Top, Left, Bottom, PrintStyle.Ink, 1);
        Svg.Label(html, Left + (Plot / 2), Bottom + 31, "share of defective items in the lot", "middle", PrintStyle.Soft);
    }

    private static void Curve(Html html, OcCurve curve, ShareScale scale, string? dashes)
    {
        var end = scale.Ticks.Last();
        var points = Enumerable.Range(0, Steps + 1).Select(step => end * step / Steps).Select(quality => $"{Svg.At(scale.At(quality))},{Svg.At(Y(curve.Accepts(quality)))}");
        html.Void("polyline", ("points", string.Join(' ', points)), ("fill", "none"), ("stroke", PrintStyle.Accent), ("stroke-width", "2"), ("stroke-dasharray", dashes));
        if (curve.AqlPercent is { } aql && (double)aql / 100 <= end)
        {
            var x = scale.At((double)aql / 100);
            Svg.Line(html, x, Bottom - 7, x, Bottom, PrintStyle.Ink, 2);
        }

        if (curve.Observed is { } observed && observed <= end)
        {
            html.Void("circle", ("cx", Svg.At(scale.At(observed))), ("cy", Svg.At(Y(curve.Accepts(observed)))), ("r", "4"), ("fill", PrintStyle.Accent), ("stroke", "#ffffff"), ("stroke-width", "1.2"));
        }
    }

    private static void Key(Html html, OcCurve curve, double y, string? dashes)
    {
        Svg.Line(html, Legend, y - 4, Legend + 24, y - 4, PrintStyle.Accent, 2, dashes);
        Svg.Label(html, Legend + 30, y, curve.Label, bold: true);
        Svg.Label(html, Legend + 30, y + 14, $"n {Figures.Count(curve.SampleSize)}, Ac {Figures.Count(curve.AcceptanceNumber)}", fill: PrintStyle.Soft);
        if (curve.Observed is { } observed)
        {
            Svg.Label(html, Legend + 30, y + 28, $"dot: counted {Figures.Share(observed)}", fill: PrintStyle.Soft);
        }
    }

    private static double Y(double chance) => Bottom - (Height * chance);
}
