using System.Globalization;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Evidence.Charts;

/// <summary>A reliability diagram: a dot for each bin at its mean forecast and the share that was found, with its exact interval and number; on the dashed line forecasts are right.</summary>
internal static class ReliabilityChart
{
    private const double Width = 590;
    private const double Left = 64;
    private const double Top = 14;
    private const double Plot = 330;
    private const double Bottom = Top + Plot;
    private const double Legend = Left + Plot + 20;

    public static Drawing Of(IReadOnlyList<ReliabilityBin> bins, CalibrationMeasures measures)
    {
        var drawing = new Drawing(Width, Bottom + 44, "Probabilities forecast against the shares that were found defective");
        drawing.Bar(0, 0, drawing.Width, drawing.Height, Look.Paper);
        Axes(drawing);
        foreach (var bin in bins)
        {
            Bin(drawing, bin);
        }

        Key(drawing, measures);
        return drawing;
    }

    private static void Axes(Drawing drawing)
    {
        foreach (var tick in new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })
        {
            drawing.Line(X(tick), Top, X(tick), Bottom, Look.Faint, 1);
            drawing.Line(Left, Y(tick), Left + Plot, Y(tick), Look.Faint, 1);
            drawing.Label(X(tick), Bottom + 15, Figures.Share(tick), Anchor.Middle, Look.Soft);
            drawing.Label(Left - 6, Y(tick) + 4, Figures.Share(tick), Anchor.End, Look.Soft);
        }

        drawing.Line(Left, Bottom, Left + Plot, Bottom, Look.Ink, 1);
        drawing.Line(Left, Top, Left, Bottom, Look.Ink, 1);
        drawing.Line(X(0), Y(0), X(1), Y(1), Look.Soft, 1, 5, 4);
        drawing.Label(Left + (Plot / 2), Bottom + 33, "probability of a defect, as forecast", Anchor.Middle, Look.Soft);
    }

    private static void Bin(Drawing drawing, ReliabilityBin bin)
    {
        var (x, share) = (X(bin.MeanForecast.Value), Rate.Of(bin.Nonconforming.Count, bin.Nonconforming.Total).Value);
        var bound = bin.TwoSided(ConfidenceLevel.P95);
        drawing.Line(x, Y(bound.Lower.Value), x, Y(bound.Upper.Value), Look.Accent, 1.5);
        drawing.Disc(x, Y(share), 4, Look.Accent, Look.Paper, 1.2);
        // Beside the dot, on the side where the plot has room.
        var isRight = bin.MeanForecast.Value > 0.9;
        drawing.Label(isRight ? x - 8 : x + 8, Y(share) + (share < 0.05 ? -6 : 14), Figures.Count(bin.Nonconforming.Total), isRight ? Anchor.End : Anchor.Start, Look.Soft);
    }

    private static void Key(Drawing drawing, CalibrationMeasures measures)
    {
        string[] lines =
        [
            "dot: share found defective",
            "line: 95 % interval, exact",
            "number: photos of the bin",
            "dashed: forecast = found",
            string.Empty,
            $"Brier {Number(measures.Brier)}",
            $"log loss {Number(measures.LogLoss)}",
            $"ECE {Number(measures.ExpectedErrorEqualWidth)} ({Figures.Count(measures.Bins)} bins)",
            $"n {Figures.Count(measures.Items)}",
        ];
        for (var at = 0; at < lines.Length; at++)
        {
            drawing.Label(Legend, Top + 12 + (18 * at), lines[at], colour: at < 4 ? Look.Soft : Look.Ink);
        }
    }

    private static double X(double share) => Left + (Plot * share);

    private static double Y(double share) => Bottom - (Plot * share);

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
