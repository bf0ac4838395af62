using System.Globalization;
using DefectVision.Evidence.Documents;

namespace DefectVision.Evidence.Charts;

/// <summary>The few strokes that the charts are made of.</summary>
internal static class Svg
{
    public static string At(double coordinate) => coordinate.ToString("0.##", CultureInfo.InvariantCulture);

    /// <param name="isOwnFile">A file of its own must name the language it is written in.</param>
    public static Html.Scope Open(Html html, double width, double height, string description, bool isOwnFile = false) => html.Open(
        "svg",
        ("xmlns", isOwnFile ? "http://www.w3.org/2000/svg" : null),
        ("viewBox", $"0 0 {At(width)} {At(height)}"),
        ("font-family", isOwnFile ? "sans-serif" : null),
        ("role", "img"),
        ("aria-label", description));

    public static void Line(Html html, double x1, double y1, double x2, double y2, string stroke, double width, string? dashes = null) => html.Void(
        "line",
        ("x1", At(x1)),
        ("y1", At(y1)),
        ("x2", At(x2)),
        ("y2", At(y2)),
        ("stroke", stroke),
        ("stroke-width", At(width)),
        ("stroke-dasharray", dashes));

    /// <param name="anchor">start, middle or end.</param>
    /// <param name="fill">Colour of the letters.</param>
    /// <param name="bold">Set in bold.</param>
    public static void Label(Html html, double x, double y, string text, string anchor = "start", string fill = PrintStyle.Ink, bool bold = false) => html.Element(
        "text",
        text,
        ("x", At(x)),
        ("y", At(y)),
        ("font-size", "11"),
        ("text-anchor", anchor),
        ("fill", fill),
        ("font-weight", bold ? "700" : null));
}
