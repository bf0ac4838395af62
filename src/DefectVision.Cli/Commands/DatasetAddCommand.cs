using System.CommandLine;
using System.Globalization;
using DefectVision.Cli.Terminal;
using DefectVision.Training;
using DefectVision.Training.Labels.Answered;

namespace DefectVision.Cli.Commands;

/// <summary><c>dataset add CASE... --to SET</c>: what persons answered in inspections becomes a labelled set.</summary>
internal static class DatasetAddCommand
{
    private const int MostNamed = 5;

    public static Command Build(Func<ParseResult, Session> session)
    {
        var cases = new Argument<string[]>("CASE") { Description = "the output folder of an inspection (inspections/NAME); may be given several times", Arity = ArgumentArity.OneOrMore };
        var set = new Option<string>("--to") { Description = "the set: a folder with good/ and one folder per defect class; made where there is none", Required = true };
        var heldOut = new Option<double?>("--hold-out")
        {
            Description = "share of new items that goes to SET/test, such as 0.2: train leaves it alone, model evaluate and model compare measure on it. An item once there stays there; default: none",
            CustomParser = result => Patterns.ShareOrNone(result),
        };
        var command = new Command("add", """
            Copy the photos of items that persons answered for into a labelled set, as train --from-case chooses them.

            SET/answers.csv says where each photo comes from: case, shipment, lot, item, view, readers, time, SHA-256. Photos of one item are one
            group, and so are those of items that show the same shot: train and model evaluate never divide a group. A photo that is there already
            is not added again. Photos whose answers contradict each other, or were taken back, go to SET/undecided, from which nobody learns: move
            one into the folder of its class to decide, or delete it. A photo that a person moved stays where it was put.

            Examples:
              defectvision dataset add inspections/PO-4711 --to my-goods --hold-out 0.2
              defectvision train my-goods --out my-goods.onnx

            Exit codes: 0 added, or nothing to add, 64 wrong usage, 65 nobody answered or the set is not usable, 66 input not found, 74 output not
            written (the set is as it was, or whole).
            """)
        {
            cases, set, heldOut,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var folder = parsed.GetRequiredValue(set);
            var addition = AnsweredSet.Add(
                folder,
                CaseLabels.Of(parsed.GetRequiredValue(cases), context),
                parsed.GetValue(heldOut),
                context.Progress.For<TrainingProgress>(step => (step.Step, step.Done, step.Total, "photos")),
                context.Cancel);
            context.Progress.EndLine();
            Answer(context, addition, folder);
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }

    private static void Answer(SessionContext context, SetAddition addition, string folder)
    {
        foreach (var remark in addition.Unusable.Select(text => $"not added: {text}")
            .Concat(addition.Contradictions.Select(text => $"undecided: {text}"))
            .Concat(addition.Changed.Select(text => $"changed: {text}"))
            .Concat(addition.Divided.Select(text => $"divided: {text}")))
        {
            context.Streams.Say(remark);
        }

        if (addition.SameShots.Count > 0)
        {
            var more = addition.SameShots.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"; and {addition.SameShots.Count - MostNamed} more") : string.Empty;
            context.Streams.Say($"same shot, kept in one group: {string.Join("; ", addition.SameShots.Take(MostNamed))}{more}");
        }

        var answer = context.Streams.Answer;
        answer.WriteLine($"added: {Counts(addition.Added)}{HeldOut(addition.HeldOut)}");
        answer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"in the set already: {addition.Known}"));
        answer.WriteLine($"set: {ShownPath.Of(folder)}: {Counts(addition.Total)}{HeldOut(addition.TotalHeldOut)}");
        if (addition.NotDecided > 0)
        {
            answer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"undecided: {addition.NotDecided}, in {ShownPath.Of(Path.Combine(folder, AnsweredSet.UndecidedFolder))}"));
        }
    }

    private static string Counts(IReadOnlyDictionary<string, int> counts) =>
        counts.Count == 0 ? "nothing" : string.Join(", ", counts.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{Plain.Text(entry.Key)} {entry.Value}")));

    private static string HeldOut(int count) => count == 0 ? string.Empty : string.Create(CultureInfo.InvariantCulture, $" ({count} of them held out in {AnsweredSet.HeldOutFolder}/)");
}
