using System.CommandLine;
using System.Globalization;
using DefectVision.Cases;
using DefectVision.Cases.Teaching;
using DefectVision.Cli.Terminal;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Training;
using DefectVision.Training.Measuring;
using Spectre.Console;

namespace DefectVision.Cli.Commands;

/// <summary><c>dataset next CASE</c>: which items to answer for next, so that a model learns most from it.</summary>
internal static class DatasetNextCommand
{
    private const string ListName = "to-label.csv";
    private const int UsualCount = 20;
    private const int MostShown = 20;

    public static Command Build(Func<ParseResult, Session> session)
    {
        var folder = new Argument<string>("CASE") { Description = "the output folder of an inspection (inspections/NAME)" };
        var model = new Option<string?>("--model") { Description = "look at the unanswered photos with this model, such as a candidate; the inspection stays as it is. Default: what the inspection's own model said, without one the order to look in" };
        var count = new Option<int>("--count") { Description = "items to ask for at most", DefaultValueFactory = _ => UsualCount };
        var list = new Option<string?>("--out", "-o") { Description = $"the list to write; default: CASE/{ListName}" };
        Patterns.Range(count, 1, 100_000);
        var command = new Command("next", """
            Choose what to label next among the items of an inspection that nobody answered for.

            In turn: what the model is least sure of (probability nearest to one half, else score nearest to its threshold), and what is most unlike
            anything it knows. Each item once, and of items that show the same shot one. The list is a to-confirm.csv: fill in confirmed, reader and
            time, inspect with --confirmed, and dataset add takes the answers up.

            Examples:
              defectvision dataset next inspections/PO-4712
              defectvision dataset next inspections/PO-4712 --model candidate.onnx --count 50 --out to-label.csv

            Exit codes: 0 written, 64 wrong usage, 65 not a finished inspection or nothing left to label, 66 input not found, 69 model not usable,
            74 list not written.
            """)
        {
            folder, model, count, list,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var place = CaseArgument.Folder(parsed, folder);
            using var loaded = parsed.GetValue(model) is { } path ? Model.Load(path) : null;
            var next = Casework.Next(
                new NextRequest(place, parsed.GetValue(count), Path.GetFullPath(parsed.GetValue(list) ?? Path.Combine(place, ListName)))
                {
                    Look = loaded is null ? null : photos => Look(loaded, photos, context),
                },
                context.Case());
            context.Progress.EndLine();
            Answer(context.Streams, next);
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }

    private static NewLook Look(Model model, IReadOnlyList<UnansweredPhoto> photos, SessionContext context)
    {
        var (opinions, leftOut) = UnlabelledPhotos.Look(
            model, [.. photos.Select(photo => photo.FullPath)], context.Progress.For<TrainingProgress>(step => (step.Step, step.Done, step.Total, "photos")), context.Cancel);
        foreach (var left in leftOut)
        {
            context.Say($"left out: {left.Path}: {left.Reason}");
        }

        return new NewLook(
            photos.Where(photo => opinions.ContainsKey(photo.FullPath)).DistinctBy(photo => photo.Path).ToDictionary(photo => photo.Path, photo => Finding(model, opinions[photo.FullPath]), StringComparer.Ordinal),
            model.Contract.OperatingPoint is { OrdersOnly: false } point ? point.Threshold : null);
    }

    private static Finding Finding(Model model, Opinion opinion) => new(
        opinion.Score,
        model.Contract.OperatingPoint.OrdersOnly ? Standing.NotJudged : opinion.Decision switch { Decision.Flag => Standing.Flagged, Decision.TooCloseToCall => Standing.TooCloseToCall, _ => Standing.Clear },
        opinion.Probability?.Value,
        opinion.Decision == Decision.Flag ? opinion.DefectClass : null)
    {
        Strangeness = opinion.Strangeness,
    };

    private static void Answer(Streams streams, NextPhotos next)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumns("", "lot", "item", "photo", "why");
        foreach (var (item, at) in next.Items.Take(MostShown).Select((item, at) => (item, at)))
        {
            table.AddRow(
                (at + 1).ToString(CultureInfo.InvariantCulture), Markup.Escape(Plain.Text(item.Lot)), Markup.Escape(Plain.Text(item.Item)), Markup.Escape(Plain.Text(item.Photo.Path)), Markup.Escape(item.Why));
        }

        streams.AnswerConsole.Write(table);
        var repeated = next.Repeated == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $"; {next.Repeated} passed over, since they show a shot that is asked for or answered");
        streams.Answer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{next.Items.Count} of {next.Unanswered} items that nobody answered for{repeated}"));
        streams.Answer.WriteLine($"written: {ShownPath.Of(next.List)}");
    }
}
