using DefectVision.Evidence.Documents;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Charts;

/// <summary>The verdict as a shape, so that it is told apart in grey print and by every eye: open circle, half-filled diamond, filled square.</summary>
public static class VerdictMark
{
    private const double Side = 12;

    /// <summary>A drawing of its own, for a line of text.</summary>
    public static Drawing Of(Verdict verdict)
    {
        var drawing = new Drawing(Side, Side, string.Empty);
        Draw(drawing, verdict, Side / 2, Side / 2);
        return drawing;
    }

    /// <summary>Inside a drawing, 12 units wide.</summary>
    public static void Draw(Drawing drawing, Verdict verdict, double x, double y)
    {
        switch (verdict)
        {
            case Verdict.Accept:
                drawing.Disc(x, y, 4.6, Look.Paper, Look.Ink, 1.6);
                break;
            case Verdict.Hold:
                drawing.Polygon(Look.Paper, Look.Ink, 1.4, (x, y - 5.4), (x + 5.4, y), (x, y + 5.4), (x - 5.4, y));
                drawing.Polygon(Look.Ink, Look.Ink, 1.4, (x, y - 5.4), (x, y + 5.4), (x - 5.4, y));
                break;
            default:
                drawing.Bar(x - 4.8, y - 4.8, 9.6, 9.6, Look.Ink);
                break;
        }
    }
}
