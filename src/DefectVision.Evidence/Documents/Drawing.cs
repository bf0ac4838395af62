namespace DefectVision.Evidence.Documents;

/// <summary>A vector drawing in its own units, y downwards. It is made once and drawn by each renderer.</summary>
/// <param name="width">Units across.</param>
/// <param name="height">Units down.</param>
/// <param name="description">For those who cannot see it.</param>
public sealed class Drawing(double width, double height, string description)
{
    /// <summary>Height of letters in units.</summary>
    public const double LetterSize = 11;

    private readonly List<Shape> _shapes = [];

    public double Width { get; } = width;

    public double Height { get; } = height;

    public string Description { get; } = description;

    public IReadOnlyList<Shape> Shapes => _shapes;

    public void Line(double x1, double y1, double x2, double y2, string colour, double width, params double[] dashes) =>
        _shapes.Add(new Shape.Stroke(x1, y1, x2, y2, colour, width, dashes));

    public void Bar(double x, double y, double width, double height, string fill) => _shapes.Add(new Shape.Bar(x, y, width, height, fill));

    public void Disc(double x, double y, double radius, string fill, string rim, double rimWidth) => _shapes.Add(new Shape.Disc(x, y, radius, fill, rim, rimWidth));

    public void Polygon(string fill, string rim, double rimWidth, params (double X, double Y)[] corners) => _shapes.Add(new Shape.Polygon(corners, fill, rim, rimWidth));

    public void Curve(IReadOnlyList<(double X, double Y)> points, string colour, double width, params double[] dashes) =>
        _shapes.Add(new Shape.Curve(points, colour, width, dashes));

    public void Label(double x, double y, string text, Anchor anchor = Anchor.Start, string colour = Look.Ink, bool isBold = false) =>
        _shapes.Add(new Shape.Label(x, y, text, anchor, colour, isBold));
}
