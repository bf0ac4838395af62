using System.Runtime.InteropServices;
using DefectVision.Automation.Working;
using DefectVision.Cases;
using DefectVision.Cases.Reviewing;
using DefectVision.Claims;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence.Packets;
using DefectVision.History;
using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Recording;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Journalling;
using DefectVision.Pipeline.Sharding;
using DefectVision.Training.Champions;
using DefectVision.Training.Labels;
using DefectVision.Web;

namespace DefectVision.Cli;

/// <summary>What a command is given to work with.</summary>
internal sealed record SessionContext(Streams Streams, bool Quiet, TimeProvider Clock, CancellationToken Cancel)
{
    public ProgressLine Progress { get; } = new(Streams.Log, Quiet, Clock);

    /// <summary>The same for work on a case.</summary>
    public CaseContext Case(IProgress<InspectionProgress>? progress = null) => new(Clock, Say, progress, Cancel) { Backbone = ShippedBackbone.Path };

    /// <summary>A remark for a person, unless quiet was asked for.</summary>
    public void Say(string remark)
    {
        if (!Quiet)
        {
            Progress.EndLine();
            Streams.Say(remark);
        }
    }
}

/// <summary>Runs one command: turns signals into cancellation, and failures into a message and an exit code.</summary>
internal sealed class Session(Streams streams, bool quiet, TimeProvider clock)
{
    public int Run(Func<SessionContext, int> command, CancellationToken outer)
    {
        var answer = 0;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(outer);
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => Stop(signal, ExitCode.Interrupted));
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => Stop(signal, ExitCode.Terminated));
        var context = new SessionContext(streams, quiet, clock, stop.Token);
        try
        {
            return command(context);
        }
        catch (OperationCanceledException)
        {
            context.Progress.EndLine();
            streams.Say("interrupted: run the same command again");
            return answer == 0 ? ExitCode.Interrupted : answer;
        }
        catch (Exception fault) when (CodeOf(fault) is { } code)
        {
            context.Progress.EndLine();
            streams.Say(code == ExitCode.TooFewResources ? $"error: the machine gives too little memory ({fault.Message.TrimEnd('.')}): give more, or inspect with --workers 1; what is done is kept, run again" : $"error: {fault.Message}");
            if (fault is IntakeException { Lines.Count: > 0 })
            {
                streams.Say("mend these lines, or leave them out with inspect --accept-list-errors: the report then names them");
            }

            return code;
        }

        void Stop(PosixSignalContext signal, int code)
        {
            signal.Cancel = true;
            answer = code;
            stop.Cancel();
        }
    }

    /// <summary>The exit code of a failure; null where nobody foresaw it.</summary>
    public static int? CodeOf(Exception fault) => fault switch
    {
        OutOfMemoryException => ExitCode.TooFewResources,
        PartsException => ExitCode.DoesNotHold,
        ModelException => ExitCode.ModelUnavailable,
        FolderTakenException or HistoryException { IsBusy: true } or JournalBusyException or ReviewBusyException or PortTakenException or HttpRequestException => ExitCode.Temporary,
        PathTooLongException or DatasetException or ChampionException or IntakeException or AgreementException or PacketException or ClaimException or HistoryException or CaseException or RecordException => ExitCode.DataUnusable,
        UsageException or PacketExistsException or System.Text.RegularExpressions.RegexMatchTimeoutException => ExitCode.Usage,
        FileNotFoundException or DirectoryNotFoundException or UnreadableFileException => ExitCode.InputNotFound,
        IOException or UnauthorizedAccessException => ExitCode.OutputNotWritten,
        AggregateException { InnerException: { } inner } => CodeOf(inner),
        _ => null,
    };
}
