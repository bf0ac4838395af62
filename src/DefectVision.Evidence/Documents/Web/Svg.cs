using System.Globalization;

namespace DefectVision.Evidence.Documents.Web;

/// <summary>A drawing as SVG.</summary>
internal static class Svg
{
    public static void Write(Html html, Drawing drawing, bool isOwnFile = false)
    {
        using (html.Open(
            "svg",
            // A file of its own must name the language it is written in.
            ("xmlns", isOwnFile ? "http://www.w3.org/2000/svg" : null),
            ("viewBox", $"0 0 {At(drawing.Width)} {At(drawing.Height)}"),
            ("font-family", isOwnFile ? "sans-serif" : null),
            ("role", "img"),
            ("aria-label", drawing.Description)))
        {
            Shapes(html, drawing);
        }
    }

    /// <summary>A drawing among letters, as high as they are.</summary>
    public static void Inline(Html html, Drawing drawing)
    {
        using (html.Open("svg", ("class", "mark"), ("viewBox", $"0 0 {At(drawing.Width)} {At(drawing.Height)}"), ("aria-hidden", "true")))
        {
            Shapes(html, drawing);
        }
    }

    private static void Shapes(Html html, Drawing drawing)
    {
        foreach (var shape in drawing.Shapes)
        {
            Write(html, shape);
        }
    }

    private static void Write(Html html, Shape shape)
    {
        switch (shape)
        {
            case Shape.Stroke stroke:
                html.Void("line", ("x1", At(stroke.X1)), ("y1", At(stroke.Y1)), ("x2", At(stroke.X2)), ("y2", At(stroke.Y2)), ("stroke", stroke.Colour), ("stroke-width", At(stroke.Width)), ("stroke-dasharray", Dashes(stroke.Dashes)));
                break;
            case Shape.Bar bar:
                html.Void("rect", ("x", At(bar.X)), ("y", At(bar.Y)), ("width", At(bar.Width)), ("height", At(bar.Height)), ("fill", bar.Fill));
                break;
            case Shape.Disc disc:
                html.Void("circle", ("cx", At(disc.X)), ("cy", At(disc.Y)), ("r", At(disc.Radius)), ("fill", disc.Fill), ("stroke", disc.Rim), ("stroke-width", At(disc.RimWidth)));
                break;
            case Shape.Polygon polygon:
                html.Void("polygon", ("points", Points(polygon.Corners)), ("fill", polygon.Fill), ("stroke", polygon.Rim), ("stroke-width", At(polygon.RimWidth)));
                break;
            case Shape.Curve curve:
                html.Void("polyline", ("points", Points(curve.Points)), ("fill", "none"), ("stroke", curve.Colour), ("stroke-width", At(curve.Width)), ("stroke-dasharray", Dashes(curve.Dashes)));
                break;
            case Shape.Label label:
                html.Element(
                    "text",
                    label.Text,
                    ("x", At(label.X)),
                    ("y", At(label.Y)),
                    ("font-size", At(Drawing.LetterSize)),
                    ("text-anchor", label.Anchor switch { Anchor.Middle => "middle", Anchor.End => "end", _ => "start" }),
                    ("fill", label.Colour),
                    ("font-weight", label.IsBold ? "700" : null));
                break;
        }
    }

    private static string Points(IEnumerable<(double X, double Y)> points) => string.Join(' ', points.Select(point => $"{At(point.X)},{At(point.Y)}"));

    private static string? Dashes(IReadOnlyList<double> dashes) => dashes.Count == 0 ? null : string.Join(' ', dashes.Select(At));

    private static string At(double coordinate) => coordinate.ToString("0.##", CultureInfo.InvariantCulture);
}
