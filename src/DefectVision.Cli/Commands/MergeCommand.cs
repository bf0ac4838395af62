using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Cases.Inspecting;
using DefectVision.Cli.Answers;

namespace DefectVision.Cli.Commands;

/// <summary><c>merge PART…</c>: the parts of a shipment become one case.</summary>
internal static class MergeCommand
{
    public static Command Build(Func<ParseResult, Session> session)
    {
        var parts = new Argument<string[]>("PART") { Description = "the folders of all parts, or the folder that holds them", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string?>("--out", "-o") { Description = "where the case goes; default: the folder that the parts lie in" };
        var shipment = new Option<string?>("--shipment") { Description = "where the shipment is now; default: where the parts found it" };
        var model = new Option<string?>("--model", "-m") { Description = "where the model is now; default: where the parts found it" };
        var workers = new Option<int>("--workers") { Description = "threads for what follows from all photos together; changes the speed only", DefaultValueFactory = _ => Environment.ProcessorCount };
        Patterns.Range(workers, 1, 256);
        var format = Formats.Option("text", "json", "jsonl");
        var command = new Command("merge", """
            Join the parts that inspect --shard made into one case, and judge it: the outputs are those of one run, byte for byte.

            All parts have to be there, once each, of one shipment, model, agreement and build of the program; a file of the shipment
            that is in no part, is gone or has another size is named. No photo is scored, and none is opened but those that the report shows
            or an order to look in needs.

            Example:
              defectvision inspect PO-4711 --model boards.onnx --out inspections/PO-4711 --shard 1/2
              defectvision inspect PO-4711 --model boards.onnx --out inspections/PO-4711 --shard 2/2
              defectvision merge inspections/PO-4711

            Exit codes: 0 every lot accepted, 1 a lot rejected, 2 hold, 3 the parts do not make one inspection, 64 wrong usage,
            65 input unusable, 66 input not found, 69 model not usable, 74 output not written, 75 try again later, 130/143 interrupted.
            """)
        {
            parts, output, shipment, model, workers, format,
        };
        var workflow = new WorkflowOptions();
        workflow.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            List<string> folders = [.. parsed.GetRequiredValue(parts).Select(part => Path.TrimEndingDirectorySeparator(Path.GetFullPath(part)))];
            var request = new MergeRequest(folders, Full(parsed.GetValue(output)))
            {
                Shipment = Full(parsed.GetValue(shipment)),
                Model = Full(parsed.GetValue(model)),
                Backbone = ShippedBackbone.Path,
                Workers = parsed.GetValue(workers),
            };
            workflow.Check(parsed, request.Shipment, request.Folder ?? folders[0]);
            var (folder, answer) = Casework.Merge(request, InspectCommand.Listening(context));
            context.Progress.EndLine();
            var code = InspectAnswers.Answered(parsed.GetRequiredValue(format), context, answer, folder);
            workflow.Write(parsed, answer, folder, context.Cancel);
            return code;
        }, cancel)));
        return command;
    }

    private static string? Full(string? path) => path is null ? null : Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
