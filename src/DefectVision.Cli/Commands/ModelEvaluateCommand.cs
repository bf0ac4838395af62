using System.CommandLine;
using DefectVision.Cli.Answers;
using DefectVision.Evidence;
using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Pipeline.Intake;
using DefectVision.Training;

namespace DefectVision.Cli.Commands;

/// <summary><c>model evaluate M.onnx DATASET</c>: measure a model on labelled photos.</summary>
internal static class ModelEvaluateCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var model = new Argument<string>("MODEL") { Description = "the model file" };
        var dataset = new Argument<string>("DATASET") { Description = "folder with good/ and one folder per defect class (or the same under test/); all but good/ counts as defective" };
        var photos = new HoldOutOptions();
        var items = new Option<string?>("--item-pattern") { Description = "regular expression that finds a photo's item in its file name (its first capture); default: what the labels say, else names such as 017_front.jpg and 017_back.jpg, else each photo is an item" };
        var svg = new Option<string?>("--svg") { Description = "write the reliability diagram (probabilities against what was found) as an SVG file" };
        var format = Formats.Option("text", "json");
        items.Validators.Add(result => Patterns.Check(result, "--item-pattern"));
        var command = new Command("evaluate", """
            Measure a model on a labelled set that it has not learned from.

            Per photo and per item (--item-pattern): sensitivity and specificity at the model's operating point,
            with counts and exact intervals. Ranking (AUROC, average precision), every class, what was called what,
            calibration where the model has one, and how well the heat map traces masks or boxes where the set has them.
            Before it measures, a doctor looks at the labels, as before learning; with an error it ends with exit code 65.

            Examples:
              defectvision model evaluate models/garments.onnx my-photos --format json
              defectvision model evaluate boards.onnx my-photos --item-pattern "^(\d+)_" --svg reliability.svg
            """)
        {
            model, dataset, items, svg, format,
        };
        photos.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            using var loaded = Model.Load(parsed.GetRequiredValue(model));
            var diagram = parsed.GetValue(svg);
            if (diagram is not null && loaded.Contract.Calibration is null)
            {
                throw new UsageException($"--svg: found a model without calibration ({loaded.Contract.Name}), wanted one that learned from at least {Calibration.FewestPhotos} good and as many defective photos");
            }

            if (diagram is not null)
            {
                PlainFile.CheckPlace(diagram);
            }

            var evaluation = Evaluation.Of(
                loaded,
                photos.Of(parsed, parsed.GetRequiredValue(dataset), parsed.GetValue(items) is { } pattern ? NamePattern.Of(pattern) : null),
                context.Progress.For<TrainingProgress>(step => (step.Step, step.Done, step.Total, "photos")),
                new FindingRemarks(context),
                context.Cancel);
            context.Progress.EndLine();
            foreach (var left in evaluation.LeftOut)
            {
                context.Streams.Say($"left out: {left.Path}: {left.Reason}");
            }

            if (evaluation.IsTrainingSet)
            {
                context.Streams.Say($"These are the very photos that {(loaded.Contract.Training.IsForeign ? "the model's threshold was set on" : "the model learned from")}: its figures on them flatter it.");
            }
            else if (evaluation.Seen > 0)
            {
                context.Streams.Say(FormattableString.Invariant($"{evaluation.Seen} of these {evaluation.Set.Photos.Count} photos are among those that the model was made from: its figures on them flatter it."));
            }

            if (diagram is not null)
            {
                ReliabilityFile.Write(evaluation.Calibration!.Bins, evaluation.Calibration.Measures, diagram);
            }

            if (parsed.GetValue(format) == "json")
            {
                context.Streams.Answer.WriteLine(EvaluationJson.Of(loaded, evaluation).ToJsonString(Figure.Indented));
            }
            else
            {
                EvaluationTables.Write(loaded, evaluation, context.Streams.AnswerConsole);
                if (diagram is not null)
                {
                    context.Streams.Answer.WriteLine($"reliability diagram: {diagram}");
                }
            }

            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }
}
