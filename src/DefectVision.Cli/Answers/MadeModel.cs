using DefectVision.Cli.Terminal;
using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Training;
using Spectre.Console;

namespace DefectVision.Cli.Answers;

/// <summary>What <c>train</c> and <c>model import</c> answer for a person.</summary>
internal static class MadeModel
{
    /// <param name="leftOut">Photos that could not be used.</param>
    /// <param name="contract">Of the model.</param>
    /// <param name="facts">What it was made from, before the operating point.</param>
    /// <param name="calibratedHow">In words, for a model that has a calibration.</param>
    /// <param name="path">The model's file.</param>
    public static void Write(
        Streams streams, IReadOnlyList<LeftOut> leftOut, ModelContract contract, IEnumerable<(string What, string Value)> facts, string calibratedHow, string path)
    {
        foreach (var left in leftOut)
        {
            streams.Say($"left out: {left.Path}: {left.Reason}");
        }

        var point = contract.OperatingPoint;
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("what", "value");
        (string What, string Value)[] rows =
        [
            .. facts,
            ("false-alarm level", point.LevelInWords),
            ("to look at", point.Workload),
            ("sensitivity", Counted(point.Sensitivity, "defective photos flagged")),
            ("specificity", Counted(point.Specificity, "good photos not flagged")),
            .. point.Items is { } items
                ? new[] { ("sensitivity, items", Counted(items.Sensitivity, "defective items flagged")), ("specificity, items", Counted(items.Specificity, "good items not flagged")) }
                : [],
            ("measured", point.MeasuredHow),
            ("calibration", contract.Calibration is null ? "none: too few photos of a side" : calibratedHow),
        ];
        foreach (var (what, value) in rows)
        {
            table.AddRow(what, Markup.Escape(Plain.Text(value)));
        }

        streams.AnswerConsole.Write(table);
        streams.AnswerConsole.WriteLine($"model: {path}");
        streams.AnswerConsole.WriteLine($"card:  {Path.ChangeExtension(path, ".md")}");
    }

    private static string Counted(Tally tally, string what) => tally.Total == 0 ? "not measured" : $"{tally} {what}";
}
