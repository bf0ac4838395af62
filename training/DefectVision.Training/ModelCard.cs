using System.Globalization;
using System.Text;
using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;
using DefectVision.Statistics.Intervals;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;

namespace DefectVision.Training;

/// <summary>The card that lies beside a model: what it learned from, what it was measured at, what it is not for.</summary>
internal static class ModelCard
{
    public static string Text(TrainingResult result)
    {
        var contract = result.Contract;
        var point = contract.OperatingPoint;
        var hasDefects = result.CrossFitted.Any(entry => entry.Defective);
        var card = new StringBuilder();
        Line($"# {contract.Name}");
        Line($"Written by `train`; the same facts travel in the metadata of the ONNX file.");
        Line();
        Line($"| what | value |");
        Line($"|---|---|");
        Line($"| learned from | {result.Set.Name}, content SHA-256 {contract.Training.DatasetSha256[..16]} |");
        if (contract.Training.From is { } from)
        {
            Line($"| added to | the model of SHA-256 {from[..16]} |");
        }

        Line($"| photos | {string.Join(", ", contract.Training.Photos.Select(entry => $"{entry.Key} {entry.Value}"))} |");
        Line($"| labels | read as {LayoutWords.Of(result.Set.Layout)}; the doctor found {Found(result.Findings)} |");
        Line($"| left out | {(result.LeftOut.Count == 0 ? "none" : result.LeftOut.Count)} |");
        Line($"| backbone | {contract.Training.Backbone}, SHA-256 {contract.Training.BackboneSha256[..16]} |");
        Line($"| input | {contract.Input.Version}, {contract.Input.Width} x {contract.Input.Height} px |");
        Line($"| looks at | {(contract.Input.Locate switch { null => "the whole photo", { Background: null } => "the window given", _ => "the product, told from the colours along the photos' edges" })} |");
        Line($"| seed | {contract.Training.Seed} |");
        Line($"| AUROC, cross-fitted | {(hasDefects ? Area(result.CrossFitted) : "not measured: no defective photo was given")} |");
        Line($"| operating point | score {Number(point.Threshold)} and above is flagged; set to flag at most {Percent(point.FalseAlarmLevel)} of good photos |");
        Line($"| sensitivity | {Share(point.Sensitivity)} |");
        Line($"| specificity | {Share(point.Specificity)} |");
        Line($"| good photos flagged, compressed and lit in another way | {Flagged(result.Altered.Where(entry => !entry.Defective), point)} of {result.Altered.Count(entry => !entry.Defective)}; as they are {Flagged(result.CrossFitted.Where(entry => !entry.Defective), point)} of {result.CrossFitted.Count(entry => !entry.Defective)} |");
        if (contract.Trained is { } range)
        {
            Line($"| learned from photos of | {(range.LowestJpegQuality is { } quality ? $"JPEG quality {Number(quality)} and more, " : string.Empty)}brightness {Number(range.Darkest)} to {Number(range.Brightest)}; others are marked in the results |");
        }

        if (result.ClassesTold.Count > 0)
        {
            Line($"| class told right, cross-fitted | {string.Join(", ", result.ClassesTold.Select(entry => $"{entry.Key} {entry.Value}"))} |");
        }

        Line($"| measured | {point.MeasuredHow} |");
        if (contract.Review is { } review)
        {
            Line($"| review band | {review} |");
        }

        Line($"| calibration | {(contract.Calibration?.ToString() ?? $"none: fewer than {Calibration.FewestPhotos} photos of a side; the score stays a score")} |");
        Line();
        Line($"## Limits");
        foreach (var limit in contract.Limits)
        {
            Line($"- {limit}");
        }

        foreach (var left in result.LeftOut)
        {
            Line($"- Left out: {Path.GetFileName(left.Path)}: {left.Reason}.");
        }

        if (result.Findings.Count > 0)
        {
            Line();
            Line($"## Found in the labels and accepted");
            foreach (var line in FindingLines.Of(result.Findings))
            {
                Line($"- {line}");
            }
        }

        return card.ToString();

        void Line(FormattableString? text = null) => card.Append(text?.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    private static string Found(IReadOnlyList<LabelFinding> findings) => findings.Count == 0
        ? "nothing"
        : string.Join(", ", findings.CountBy(finding => finding.Severity).Select(entry =>
            FormattableString.Invariant($"{entry.Value} {(entry.Key == FindingSeverity.Error ? "error" : "warning")}{(entry.Value == 1 ? "" : "s")}")));

    private static int Flagged(IEnumerable<(double Score, bool Defective)> scored, OperatingPoint point) =>
        scored.Count(entry => OperatingPoint.Round(entry.Score) >= point.Threshold);

    private static string Area(IReadOnlyList<(double Score, bool Defective)> scored)
    {
        var area = AreaUnderCurve.Of([.. scored.Select(entry => new LabelledScore(entry.Score, entry.Defective))]);
        return Number(area.Value.Value) + Interval(area);
    }

    private static string Share(Tally tally)
    {
        if (tally.Total == 0)
        {
            return "not measured";
        }

        var bound = ClopperPearson.Bound(tally.Count, tally.Total, ConfidenceLevel.P95, Side.TwoSided);
        return $"{tally} photos ({Percent(bound.Lower.Value)} to {Percent(bound.Upper.Value)}, 95 %, if the photos were independent)";
    }

    private static string Interval(AreaUnderCurve area) =>
        area.TwoSided(ConfidenceLevel.P95) is { Status: BoundStatus.Ok } bound
            ? $" ({Number(bound.Lower.Value)} to {Number(bound.Upper.Value)}, 95 %, class A)"
            : string.Empty;

    private static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static string Percent(double value) => (100 * value).ToString("0.0", CultureInfo.InvariantCulture) + " %";
}
