namespace DefectVision.Evidence.Documents;

/// <summary>A stroke or a word of a drawing; colours are "#rrggbb".</summary>
public abstract record Shape
{
    public sealed record Stroke(double X1, double Y1, double X2, double Y2, string Colour, double Width, IReadOnlyList<double> Dashes) : Shape;

    public sealed record Bar(double X, double Y, double Width, double Height, string Fill) : Shape;

    public sealed record Disc(double X, double Y, double Radius, string Fill, string Rim, double RimWidth) : Shape;

    public sealed record Polygon(IReadOnlyList<(double X, double Y)> Corners, string Fill, string Rim, double RimWidth) : Shape;

    public sealed record Curve(IReadOnlyList<(double X, double Y)> Points, string Colour, double Width, IReadOnlyList<double> Dashes) : Shape;

    public sealed record Label(double X, double Y, string Text, Anchor Anchor, string Colour, bool IsBold) : Shape;
}
