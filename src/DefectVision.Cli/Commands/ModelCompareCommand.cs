using System.CommandLine;
using DefectVision.Cli.Answers;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Training;
using DefectVision.Training.Champions;
using DefectVision.Training.Measuring;

namespace DefectVision.Cli.Commands;

/// <summary><c>model compare CHAMPION.onnx CANDIDATE.onnx DATASET</c>: may the candidate take the champion's place?</summary>
internal static class ModelCompareCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var champion = new Argument<string>("CHAMPION") { Description = "the model in use" };
        var candidate = new Argument<string>("CANDIDATE") { Description = "the model that would replace it" };
        var dataset = new Argument<string>("DATASET") { Description = "labelled photos that neither has learned from: good/ and one folder per defect class (or the same under test/)" };
        var promote = new Option<bool>("--promote") { Description = "put a candidate that passes in the champion's place; the champion is kept beside it as NAME.SHA12.onnx, and NAME.history.jsonl says what was done" };
        var photos = new HoldOutOptions();
        var format = Formats.Option("text", "json");
        var command = new Command("compare", """
            Hold a candidate against the model in use, on the same labelled photos.

            It passes when it ranks better (area under the ROC curve, paired DeLong, p 0.05 or less, at least 20
            defective items) and no class, good among them, falls behind at the models' own operating points
            (McNemar, exact, one-sided, p 0.05 or less; with fewer than five items of a class: any net loss).
            An item is one trial, by its highest score, where labels or names tell the items; else each photo is one.
            A photo that either model learned from is left out. Before it measures, a doctor looks at the labels, as before learning.

            Examples:
              defectvision model compare boards.onnx boards-new.onnx hold-out
              defectvision model compare boards.onnx boards-new.onnx hold-out --promote

            Exit codes: 0 the candidate passes, 1 it does not, 64 wrong usage, 65 photos unusable or learned from,
            66 input not found, 69 model not usable, 74 output not written.
            """)
        {
            champion, candidate, dataset, promote, format,
        };
        photos.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var (inUse, proposed) = (parsed.GetRequiredValue(champion), parsed.GetRequiredValue(candidate));
            ModelComparison comparison;
            using (var first = Model.Load(inUse))
            using (var second = Model.Load(proposed))
            {
                comparison = ModelComparison.Of(
                    first,
                    second,
                    photos.Of(parsed, parsed.GetRequiredValue(dataset), null),
                    context.Progress.For<TrainingProgress>(step => (step.Step, step.Done, step.Total, "photos")),
                    new FindingRemarks(context),
                    context.Cancel);
            }

            context.Progress.EndLine();
            foreach (var left in comparison.LeftOut)
            {
                context.Streams.Say($"left out: {left.Path}: {left.Reason}");
            }

            if (comparison.Seen.Count > 0)
            {
                context.Streams.Say($"left out, since one of the models learned from them: {Names.Some(comparison.Seen)}");
            }

            var passes = comparison.Gate == Gate.Better;
            var keptAt = passes && parsed.GetValue(promote) ? Succession.Promote(comparison, inUse, proposed, context.Clock.GetUtcNow()) : null;
            if (parsed.GetValue(format) == "json")
            {
                context.Streams.Answer.WriteLine(ComparisonJson.Of(comparison, keptAt).ToJsonString(Figure.Indented));
            }
            else
            {
                ComparisonTables.Write(comparison, context.Streams.AnswerConsole);
                if (keptAt is not null)
                {
                    context.Streams.Answer.WriteLine($"promoted: {inUse}; the model before is kept as {keptAt}");
                }
                else if (parsed.GetValue(promote))
                {
                    context.Streams.Answer.WriteLine($"not promoted: {inUse} stays in use");
                }
            }

            return passes ? ExitCode.Accepted : ExitCode.Rejected;
        }, cancel)));
        return command;
    }
}
