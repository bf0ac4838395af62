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
    private const string Grid = "#dddddd";

    public static void Write(Html html, IReadOnlyList<ReliabilityBin> bins, CalibrationMeasures measures)
    {
        using (Svg.Open(html, Width, Bottom + 44, "Probabilities forecast against the shares that were found defective", isOwnFile: true))
        {
            html.Void("rect", ("width", "100%"), ("height", "100%"), ("fill", "#ffffff"));
            Axes(html);
            foreach (var bin in bins)
            {
                Bin(html, bin);
            }

            Key(html, measures);
        }
    }

    private static void Axes(Html html)
    {
        foreach (var tick in new[] { 0, 0.2, 0.4, 0.6, 0.8, 1 })
        {
            Svg.Line(html, X(tick), Top, X(tick), Bottom, Grid, 1);
            Svg.Line(html, Left, Y(tick), Left + Plot, Y(tick), Grid, 1);
            Svg.Label(html, X(tick), Bottom + 15, Figures.Share(tick), "middle", PrintStyle.Soft);
            Svg.Label(html, Left - 6, Y(tick) + 4, Figures.Share(tick), "end", PrintStyle.Soft);
        }

        Svg.Line(html, Left, Bottom, Left + Plot, Bottom, PrintStyle.Ink, 1);
        Svg.Line(html, Left, Top, Left, Bottom, PrintStyle.Ink, 1);
        Svg.Line(html, X(0), Y(0), X(1), Y(1), PrintStyle.Soft, 1, "5 4");
        Svg.Label(html, Left + (Plot / 2), Bottom + 33, "probability of a defect, as forecast", "middle", PrintStyle.Soft);
    }

    private static void Bin(Html html, ReliabilityBin bin)
    {
        var (x, share) = (X(bin.MeanForecast.Value), Rate.Of(bin.Nonconforming.Count, bin.Nonconforming.Total).Value);
        var bound = bin.TwoSided(ConfidenceLevel.P95);
        Svg.Line(html, x, Y(bound.Lower.Value), x, Y(bound.Upper.Value), PrintStyle.Accent, 1.5);
        html.Void("circle", ("cx", Svg.At(x)), ("cy", Svg.At(Y(share))), ("r", "4"), ("fill", PrintStyle.Accent), ("stroke", "#ffffff"), ("stroke-width", "1.2"));
        // Beside the dot, on the side where the plot has room.
        var isRight = bin.MeanForecast.Value > 0.9;
        Svg.Label(html, isRight ? x - 8 : x + 8, Y(share) + (share < 0.05 ? -6 : 14), Figures.Count(bin.Nonconforming.Total), isRight ? "end" : "start", PrintStyle.Soft);
    }

    private static void Key(Html html, CalibrationMeasures measures)
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
            Svg.Label(html, Legend, Top + 12 + (18 * at), lines[at], fill: at < 4 ? PrintStyle.Soft : PrintStyle.Ink);
        }
    }

    private static double X(double share) => Left + (Plot * share);

    private static double Y(double share) => Bottom - (Plot * share);

    private static string Number(double value) => value.ToString("0.0000", CultureInfo.InvariantCulture);
}
