using System.Globalization;
using System.Text;
using DefectVision.Inference;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;

namespace DefectVision.Training.Importing;

/// <summary>The card of an imported model: whose it is, what was taken for true of it, what it was measured at, what it is not for.</summary>
internal static class ImportCard
{
    public static string Text(ImportResult result)
    {
        var contract = result.Contract;
        var point = contract.OperatingPoint;
        var card = new StringBuilder();
        Line($"# {contract.Name}");
        Line($"A foreign model, written by `model import`; the same facts travel in the metadata of the ONNX file.");
        Line();
        Line($"| what | value |");
        Line($"|---|---|");
        Line($"| foreign file | {result.ForeignFile}, SHA-256 {result.ForeignSha256} |");
        Line($"| learned from | not known |");
        Line($"| measured on | {result.Set.Name}, content SHA-256 {contract.Training.DatasetSha256[..16]} |");
        Line($"| photos | {string.Join(", ", contract.Training.Photos.Select(entry => $"{entry.Key} {entry.Value}"))} |");
        Line($"| labels of the photos | read as {LayoutWords.Of(result.Set.Layout)}; the doctor found {CardFigures.Found(result.Findings)} |");
        Line($"| left out | {(result.LeftOut.Count == 0 ? "none" : result.LeftOut.Count)} |");
        Line($"| good | {Cell(result.Facts.Single(fact => fact.What == "good").Value)} |");
        Line($"| defects | {Cell(string.Join(", ", contract.DefectClasses))} |");
        Line($"| score | log-odds of not good |");
        Line($"| AUROC | {result.Area} |");
        Line($"| operating point | {CardFigures.Point(point)} |");
        Line($"| to look at | {point.Workload} |");
        Line($"| sensitivity | {CardFigures.Share(point.Sensitivity)} |");
        Line($"| specificity | {CardFigures.Share(point.Specificity)} |");
        if (point.Items is { } items)
        {
            Line($"| the same by item | sensitivity {CardFigures.Share(items.Sensitivity, "items")}; specificity {CardFigures.Share(items.Specificity, "items")}; items told by {ItemWords.Of(result.Set.ItemsSaidBy)} |");
        }

        Line($"| known again | {CardFigures.KnownAgain(contract.Training.Digests)} |");
        if (result.ClassesTold.Count > 0)
        {
            Line($"| class told right | {Cell(string.Join(", ", result.ClassesTold.Select(entry => $"{entry.Key} {entry.Value}")))} |");
        }

        Line($"| measured | {point.MeasuredHow} |");
        Line($"| calibration | {contract.CalibratedHow ?? $"none: fewer than {Calibration.FewestPhotos} photos of a side; the score stays a score"} |");
        Line();
        Line($"## Taken for true of it");
        Line($"| what | value | from |");
        Line($"|---|---|---|");
        foreach (var fact in result.Facts)
        {
            Line($"| {fact.What} | {Cell(fact.Value)} | {Cell(fact.From)} |");
        }

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

    // Names come from somebody else's file and must not break the table.
    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");
}
