using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using DefectVision.Cli.Terminal;
using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Statistics.Intervals;
using DefectVision.Training;
using DefectVision.Training.Labels;
using Spectre.Console;

namespace DefectVision.Cli.Commands;

/// <summary><c>model evaluate M.onnx DATASET</c>: measure a model on labelled photos.</summary>
internal static class ModelEvaluateCommand
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static Command Build(Func<ParseResult, Session> session)
    {
        var model = new Argument<string>("MODEL") { Description = "the model file" };
        var dataset = new Argument<string>("DATASET") { Description = "folder with good/ and one folder per defect class (or the same under test/); all but good/ counts as defective" };
        var labels = LabelsOption.Build();
        var format = Formats.Option("text", "json");
        var command = new Command("evaluate", """
            Measure a model on a labelled set.

            Example: defectvision model evaluate models/garments.onnx my-photos --format json
            """)
        {
            model, dataset, labels, format,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            using var loaded = Model.Load(parsed.GetRequiredValue(model));
            using var progress = context.Progress();
            var evaluation = Evaluation.Of(
                loaded,
                parsed.GetRequiredValue(dataset),
                progress.For<TrainingProgress>(step => (step.Step, step.Done, step.Total, "photos")),
                context.Cancel,
                LayoutWords.Layout(parsed.GetRequiredValue(labels)));
            progress.Dispose();
            foreach (var left in evaluation.LeftOut)
            {
                context.Streams.Say($"left out: {left.Path}: {left.Reason}");
            }

            if (parsed.GetValue(format) == "json")
            {
                context.Streams.Answer.WriteLine(Json(loaded, evaluation).ToJsonString(Indented));
            }
            else
            {
                Table(context.Streams, loaded, evaluation);
            }

            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }

    private static JsonObject Json(Model model, Evaluation evaluation) => new()
    {
        ["schema"] = "defectvision/evaluation/1",
        ["model"] = new JsonObject { ["name"] = model.Contract.Name, ["sha256"] = model.Sha256 },
        ["dataset"] = new JsonObject
        {
            ["name"] = evaluation.Set.Name,
            ["sha256"] = evaluation.Set.Sha256,
            ["photos"] = new JsonObject(evaluation.Set.Counts.Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)entry.Value))),
            ["left_out"] = evaluation.LeftOut.Count,
        },
        ["image"] = new JsonObject
        {
            ["auroc"] = evaluation.Area.Value.Value,
            ["auroc_lower"] = Bound(evaluation, side => side.Lower.Value),
            ["auroc_upper"] = Bound(evaluation, side => side.Upper.Value),
        },
        ["operating_point"] = new JsonObject
        {
            ["threshold"] = model.Contract.OperatingPoint.Threshold,
            ["false_alarm_level"] = model.Contract.OperatingPoint.FalseAlarmLevel,
            ["sensitivity"] = Share(evaluation.Sensitivity),
            ["specificity"] = Share(evaluation.Specificity),
        },
    };

    private static JsonNode? Bound(Evaluation evaluation, Func<RateInterval, double> side) =>
        evaluation.Area.TwoSided(ConfidenceLevel.P95) is { Status: BoundStatus.Ok } interval ? side(interval) : null;

    private static JsonObject Share(Tally tally)
    {
        var bound = ClopperPearson.Bound(tally.Count, tally.Total, ConfidenceLevel.P95, Side.TwoSided);
        return new JsonObject
        {
            ["value"] = (double)tally.Count / tally.Total,
            ["count"] = tally.Count,
            ["total"] = tally.Total,
            ["lower"] = bound.Lower.Value,
            ["upper"] = bound.Upper.Value,
        };
    }

    private static void Table(Streams streams, Model model, Evaluation evaluation)
    {
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("what", "value");
        table.AddRow("photos", Markup.Escape(string.Join(", ", evaluation.Set.Counts.Select(entry => $"{entry.Key} {entry.Value}"))));
        table.AddRow("image AUROC", evaluation.Area.Value.Value.ToString("0.0000", CultureInfo.InvariantCulture));
        table.AddRow("threshold", model.Contract.OperatingPoint.Threshold.ToString("0.####", CultureInfo.InvariantCulture));
        table.AddRow("sensitivity", $"{evaluation.Sensitivity} defective photos flagged");
        table.AddRow("specificity", $"{evaluation.Specificity} good photos not flagged");
        streams.AnswerConsole.Write(table);
    }
}
