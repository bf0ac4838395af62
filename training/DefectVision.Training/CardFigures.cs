using System.Globalization;
using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;
using DefectVision.Statistics.Intervals;
using DefectVision.Training.Labels.Doctor;

namespace DefectVision.Training;

/// <summary>Figures as the cards of models write them, counts with their intervals.</summary>
internal static class CardFigures
{
    public static string Found(IReadOnlyList<LabelFinding> findings) => findings.Count == 0
        ? "nothing"
        : string.Join(", ", findings.CountBy(finding => finding.Severity).Select(entry =>
            FormattableString.Invariant($"{entry.Value} {(entry.Key == FindingSeverity.Error ? "error" : "warning")}{(entry.Value == 1 ? "" : "s")}")));

    public static string Area(IReadOnlyList<(double Score, bool Defective)> scored)
    {
        var area = AreaUnderCurve.Of([.. scored.Select(entry => new LabelledScore(entry.Score, entry.Defective))]);
        return Number(area.Value.Value) + Interval(area);
    }

    public static string Share(Tally tally, string trials = "photos")
    {
        if (tally.Total == 0)
        {
            return "not measured";
        }

        var bound = ClopperPearson.Bound(tally.Count, tally.Total, ConfidenceLevel.P95, Side.TwoSided);
        return $"{tally} {trials} ({Percent(bound.Lower.Value)} to {Percent(bound.Upper.Value)}, 95 %, if the {trials} were independent)";
    }

    public static string Point(OperatingPoint point) => point.OrdersOnly ? point.MeasuredHow : $"score {Number(point.Threshold)} and above is flagged; set to flag {point.LevelInWords}";

    public static string KnownAgain(PhotoDigests? digests) => digests is null
        ? FormattableString.Invariant($"none: more than {PhotoDigests.Most} photos")
        : FormattableString.Invariant($"{digests.Count} photos, by the first {PhotoDigests.Length} bytes of their SHA-256: in an inspection they are named");

    private static string Interval(AreaUnderCurve area) =>
        area.TwoSided(ConfidenceLevel.P95) is { Status: BoundStatus.Ok } bound
            ? $" ({Number(bound.Lower.Value)} to {Number(bound.Upper.Value)}, 95 %, class A)"
            : string.Empty;

    public static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    public static string Percent(double value) => (100 * value).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
