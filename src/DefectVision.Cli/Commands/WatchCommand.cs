using System.CommandLine;
using DefectVision.Automation.Watching;
using DefectVision.Automation.Working;
using DefectVision.Cli.Terminal;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary><c>watch FOLDER</c>: every shipment that is put into a folder is inspected.</summary>
internal sealed class WatchCommand
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "where shipments are put, each as a folder or a zip" };
    private readonly Option<string> _output = new("--out", "-o") { Description = "the folder of the cases, one by the name of each shipment", DefaultValueFactory = _ => "inspections" };
    private readonly Option<double> _rest = new("--rest") { Description = "seconds in which no file of a shipment changed, where it has no _READY", DefaultValueFactory = _ => 60, HelpName = "SECONDS" };
    private readonly Option<bool> _once = new("--once") { Description = "end when every shipment that is there is done" };
    private readonly AutomatedInspection _work = new();

    public static Command Build(Func<ParseResult, Session> session) => new WatchCommand().Command(session);

    private Command Command(Func<ParseResult, Session> session)
    {
        var command = new Command("watch", """
            Inspect every shipment that is put into a folder, one case each.

            A shipment begins when a file _READY lies beside its lots, or when none of its files changed for --rest seconds; while a file has the name of
            an unfinished copy (.part, .tmp, .filepart, …) it waits. The last file written of a case is _DONE, with the verdict; nothing is written to FOLDER.
            A watcher that is started again goes on where the last one was, and inspects again what changed since. All options of inspect hold for every shipment.

            Example:
              defectvision watch /data/incoming --out /data/inspections --model boards.onnx

            Exit codes: 0 with --once: all is done, 64 wrong usage, 66 folder or model not found, 75 another watch or serve works in --out, 130/143 stopped; what a shipment ended with is in its _DONE.
            """)
        {
            _folder, _output, _rest, _once,
        };
        _rest.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<double>() is not (>= 0 and <= 86_400))
            {
                result.AddError($"--rest: found {result.Tokens[0].Value}, wanted 0 to 86400 seconds");
            }
        });
        _work.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context => Watch(parsed, context).GetAwaiter().GetResult(), cancel)));
        return command;
    }

    private async Task<int> Watch(ParseResult parsed, SessionContext context)
    {
        var (folder, cases) = (CaseArgument.Folder(parsed, _folder), Path.GetFullPath(parsed.GetRequiredValue(_output)));
        if (Whereabouts.IsSame(cases, folder) || Whereabouts.IsBelow(cases, folder))
        {
            throw new UsageException("--out: found a folder in the one that is watched, wanted another: the cases would be taken for shipments");
        }

        using var taken = FolderLock.Take(cases);
        using var outbox = _work.Outbox(parsed, Path.Combine(cases, ".webhooks"), context);
        var drop = new DropFolder(folder, cases, TimeSpan.FromSeconds(parsed.GetValue(_rest)), _work.Of(parsed, context), context.Clock, outbox, context.Say);
        if (parsed.GetValue(_once))
        {
            while (await drop.Look(context.Cancel) > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(1), context.Clock, context.Cancel);
            }

            await (outbox?.TellDue(context.Cancel) ?? Task.FromResult<DateTimeOffset?>(null));
            return ExitCode.Accepted;
        }

        context.Say($"watching {ShownPath.Of(folder)}; cases: {ShownPath.Of(cases)}; Ctrl-C stops, and the next start goes on");
        using var both = CancellationTokenSource.CreateLinkedTokenSource(context.Cancel);
        await AutomatedWork.Until(both, outbox?.Run(both.Token), drop.Run(both.Token));
        return ExitCode.Accepted;
    }
}
