using System.Globalization;
using System.Text;
using DefectVision.Inference;
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
        Line($"| labels | {Cell(result.Set.LabelledHow)}; the doctor found {CardFigures.Found(result.Findings)} |");
        Line($"| left out | {(result.LeftOut.Count == 0 ? "none" : result.LeftOut.Count)} |");
        Line($"| backbone | {contract.Training.Backbone}, SHA-256 {contract.Training.BackboneSha256[..16]} |");
        Line($"| input | {contract.Input.Version}, {contract.Input.Width} x {contract.Input.Height} px |");
        Line($"| looks at | {contract.Input.LooksAt} |");
        if (result.Lying is { } lying)
        {
            Line($"| goods lie | {lying} |");
        }

        Line($"| seed | {contract.Training.Seed} |");
        Line($"| head | {result.DefectiveToldHow} |");
        Line($"| AUROC, cross-fitted | {(hasDefects ? CardFigures.Area(result.CrossFitted) : "not measured: no defective photo was given")} |");
        Line($"| operating point | {CardFigures.Point(point)} |");
        Line($"| to look at | {point.Workload} |");
        Line($"| sensitivity | {CardFigures.Share(point.Sensitivity)} |");
        Line($"| specificity | {CardFigures.Share(point.Specificity)} |");
        Line($"| the same by item | {Items(point, result.Set.ItemsSaidBy)} |");
        if (!point.OrdersOnly)
        {
            Line($"| good photos flagged, compressed and lit in another way | {Flagged(result.Altered.Where(entry => !entry.Defective), point)} of {result.Altered.Count(entry => !entry.Defective)}; as they are {Flagged(result.CrossFitted.Where(entry => !entry.Defective), point)} of {result.CrossFitted.Count(entry => !entry.Defective)} |");
        }

        if (contract.Trained is { } range)
        {
            Line($"| learned from photos of | {range}; others are marked in the results |");
        }

        if (contract.Familiar is { } familiar)
        {
            Line($"| goods it knows | {familiar} |");
        }

        Line($"| known again | {CardFigures.KnownAgain(contract.Training.Digests)} |");
        if (result.ClassesTold.Count > 0)
        {
            Line($"| class told right, cross-fitted | {string.Join(", ", result.ClassesTold.Select(entry => $"{entry.Key} {entry.Value}"))} |");
            Line($"| class told by | {result.ClassesToldHow}; chosen by cross-fitting |");
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

    // A reader may be called as he likes.
    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

    private static string Items(OperatingPoint point, ItemsSaidBy saidBy) => point switch
    {
        { OrdersOnly: true } => "not measured",
        { Items: { } items } => $"sensitivity {CardFigures.Share(items.Sensitivity, "items")}; specificity {CardFigures.Share(items.Specificity, "items")}; items told by {(saidBy == ItemsSaidBy.Nothing ? "what the model that was added to knew" : ItemWords.Of(saidBy))}",
        _ => FormattableString.Invariant($"each photo was taken for one item: neither the labels, nor --group, nor the photos' names told which photos show the same (a group of more than {PhotoItems.MostPhotos} is no item)"),
    };

    private static int Flagged(IEnumerable<(double Score, bool Defective)> scored, OperatingPoint point) =>
        scored.Count(entry => point.Flags(OperatingPoint.Round(entry.Score)));
}
