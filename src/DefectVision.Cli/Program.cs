using System.CommandLine;
using System.Runtime.CompilerServices;
using DefectVision.Cli.Commands;
using DefectVision.Cli.Terminal;

namespace DefectVision.Cli;

internal static class Program
{
    // Nothing of other assemblies is named here: where few files may be open, they cannot be loaded.
    private static int Main(string[] arguments) => MachineLimits.AreEnough() ? Run(arguments) : ExitCode.TooFewResources;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Run(string[] arguments)
    {
        var streams = Streams.OfProcess();
        var quiet = new Option<bool>("--quiet", "-q") { Description = "no progress and no remarks on stderr", Recursive = true };
        var root = new RootCommand("From a folder of pre-shipment photos to a verdict per lot and a report.") { quiet };
        Session Session(ParseResult parsed) => new(streams, parsed.GetValue(quiet), TimeProvider.System);
        root.Add(InspectCommand.Build(Session));
        root.Add(MergeCommand.Build(Session));
        root.Add(WatchCommand.Build(Session));
        root.Add(ServeCommand.Build(Session));
        root.Add(AgreementInitCommand.Build(Session));
        root.Add(PlanCommand.Build(Session));
        root.Add(TrainCommand.Build(Session));
        root.Add(new Command("dataset", "Gather labelled photos from inspections, and choose what to label next.") { DatasetAddCommand.Build(Session), DatasetNextCommand.Build(Session) });
        root.Add(new Command("model", "Show, measure, compare, replace and import models.")
        {
            ModelImportCommand.Build(Session), ModelShowCommand.Build(Session), ModelEvaluateCommand.Build(Session), ModelCompareCommand.Build(Session), ModelRollbackCommand.Build(Session),
        });
        root.Add(new Command("packet", "Make the evidence packet of an inspection.")
        {
            PacketMakeCommand.Build(Session), PacketStampCommand.Build(Session), PacketExportCommand.Build(Session),
        });
        root.Add(new Command("keys", "Make keys that sign packets.") { KeysNewCommand.Build(Session) });
        root.Add(ReviewCommand.Build(Session));
        root.Add(new Command("history", "Keep what inspections found, and show what is known of a supplier.")
        {
            HistoryAddCommand.Build(Session), HistoryOutcomeCommand.Build(Session), HistoryPostMortemCommand.Build(Session), HistoryReusedCommand.Build(Session), HistoryFindCommand.Build(Session), HistoryLikeCommand.Build(Session), HistoryCompareCommand.Build(Session), HistoryGateCommand.Build(Session), HistorySupplierCommand.Build(Session), HistoryDashboardCommand.Build(Session), HistoryCheckCommand.Build(Session), HistoryExportCommand.Build(Session),
        });
        root.Add(ReportCommand.Build(Session));
        root.Add(ClaimCommand.Build(Session));
        root.Add(VerifyCommand.Build(Session));

        var parsed = root.Parse(arguments);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                streams.Say($"error: {error.Message}");
            }

            streams.Say("try --help");
            return ExitCode.Usage;
        }

        try
        {
            // Signals are the session's: it lets the journal be written before it answers.
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
#pragma warning disable CA1031 // The last door: what nobody foresaw is a fault of ours, and says so.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            streams.Say($"fault of DefectVision, please report it: {fault.GetType().Name}: {fault.Message}");
            streams.Say(string.Join('\n', (fault.StackTrace ?? string.Empty).Split('\n').Take(12)));
            return ExitCode.Fault;
        }
    }
}
