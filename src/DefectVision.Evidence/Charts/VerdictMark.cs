using DefectVision.Evidence.Documents;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Charts;

/// <summary>The verdict as a shape, so that it is told apart in grey print and by every eye: open circle, half-filled diamond, filled square.</summary>
internal static class VerdictMark
{
    /// <summary>For a line of text.</summary>
    public static void Inline(Html html, Verdict verdict)
    {
        using (html.Open("svg", ("class", "mark"), ("viewBox", "0 0 12 12"), ("aria-hidden", "true")))
        {
            Draw(html, verdict, 6, 6);
        }
    }

    /// <summary>Inside a drawing, 12 units wide.</summary>
    public static void Draw(Html html, Verdict verdict, double x, double y)
    {
        switch (verdict)
        {
            case Verdict.Accept:
                html.Void("circle", ("cx", Svg.At(x)), ("cy", Svg.At(y)), ("r", "4.6"), ("fill", "#ffffff"), ("stroke", PrintStyle.Ink), ("stroke-width", "1.6"));
                break;
            case Verdict.Hold:
                Polygon(html, "#ffffff", (x, y - 5.4), (x + 5.4, y), (x, y + 5.4), (x - 5.4, y));
                Polygon(html, PrintStyle.Ink, (x, y - 5.4), (x, y + 5.4), (x - 5.4, y));
                break;
            default:
                html.Void("rect", ("x", Svg.At(x - 4.8)), ("y", Svg.At(y - 4.8)), ("width", "9.6"), ("height", "9.6"), ("fill", PrintStyle.Ink));
                break;
        }
    }

    private static void Polygon(Html html, string fill, params ReadOnlySpan<(double X, double Y)> corners)
    {
        var points = new List<string>();
        foreach (var (x, y) in corners)
        {
            points.Add(Svg.At(x) + "," + Svg.At(y));
        }

        html.Void("polygon", ("points", string.Join(' ', points)), ("fill", fill), ("stroke", PrintStyle.Ink), ("stroke-width", "1.4"));
    }
}
