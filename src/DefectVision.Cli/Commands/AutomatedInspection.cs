using System.CommandLine;
using DefectVision.Automation.Telling;
using DefectVision.Automation.Working;
using DefectVision.Cases;
using DefectVision.Cases.Packing;
using DefectVision.Cli.Answers;
using DefectVision.Evidence.Packets;
using DefectVision.Imaging;
using DefectVision.Inspection;
using DefectVision.Inspection.Recording;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary>What <c>watch</c> and <c>serve</c> do with a shipment: what <c>inspect</c> does, with the options that they were started with.</summary>
internal sealed class AutomatedInspection
{
    private readonly InspectInputs _inputs = new();
    private readonly Option<string?> _history = HistoryOption.ToKeep();
    private readonly Option<Uri?> _webhook = new("--webhook")
    {
        Description = "tell this address of every end (Standard Webhooks): verdict and counts, no photo",
        HelpName = "URL",
        CustomParser = result =>
        {
            if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var address) && address.Scheme is "https" or "http")
            {
                return address;
            }

            result.AddError($"--webhook: found '{result.Tokens[0].Value}', wanted an address such as https://example.com/hook");
            return null;
        },
    };

    private readonly Option<string?> _secret = new("--webhook-secret-file") { Description = "a file with the secret that both sides know: whsec_ and 24 to 64 bytes in Base64", HelpName = "FILE" };

    public void AddTo(Command command)
    {
        _inputs.AddTo(command);
        command.Add(_history);
        command.Add(_webhook);
        command.Add(_secret);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_webhook) is null != (result.GetResult(_secret) is null))
            {
                result.AddError("--webhook and --webhook-secret-file: found one, wanted both: what is told is signed");
            }
        });
    }

    /// <summary>Null where nobody is to be told.</summary>
    /// <param name="folder">Full path of the folder of what is to be told.</param>
    public Outbox? Outbox(ParseResult parsed, string folder, SessionContext context)
    {
        if (parsed.GetValue(_webhook) is not { } address)
        {
            return null;
        }

        try
        {
            return new Outbox(folder, address, PlainFile.Text(parsed.GetValue(_secret)!).Trim(), context.Clock, context.Say);
        }
        catch (FormatException fault)
        {
            throw new UsageException($"--webhook-secret-file: {fault.Message}");
        }
    }

    /// <summary>Inspects jobs. A model that was named is looked for now.</summary>
    public Inspect Of(ParseResult parsed, SessionContext context)
    {
        _ = _inputs.Request(parsed, Environment.CurrentDirectory, Environment.CurrentDirectory);
        return (job, progress, cancel) =>
        {
            try
            {
                var folder = job.Shipment;
                if (File.Exists(folder) && !Archive.IsZip(folder))
                {
                    return new JobEnd(ExitCode.DataUnusable, null, $"{job.Name}: found a file that is no zip, wanted the folder of a shipment or a zip of it");
                }

                var unpacked = Archive.IsZip(folder) && File.Exists(folder) ? UnpackedArchive.Of(folder, job.Folder) : null;
                var request = _inputs.Request(parsed, unpacked?.Folder ?? folder, job.Folder);
                var answer = Casework.Inspect(
                    request with { Unpacked = unpacked, Model = job.Model ?? request.Model },
                    context.Case(new Heard(progress)) with { Cancel = cancel });
                var record = answer.Record;
                var code = InspectAnswers.CodeOf(record);
                if (code == ExitCode.DataUnusable)
                {
                    return new JobEnd(code, null, InspectAnswers.NoPhoto(record));
                }

                HistoryOption.Keep(parsed, _history, job.Folder, context);
                return new JobEnd(code, new Word(record.Verdict).Code, null)
                {
                    Lots = record.Lots.Count,
                    LotsRejected = record.Lots.Count(lot => lot.Verdict == Verdict.Reject),
                    LotsHeld = record.Lots.Count(lot => lot.Verdict == Verdict.Hold),
                };
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                var code = Session.CodeOf(fault) ?? ExitCode.Fault;
                return new JobEnd(code, null, fault.Message) { IsPassing = code is ExitCode.Temporary or ExitCode.OutputNotWritten };
            }
        };
    }

    /// <summary>The packet of a case as a zip; made anew where the case changed since.</summary>
    public static Func<Job, CancellationToken, string> Packing(SessionContext context) => (job, cancel) =>
    {
        var zip = Path.Combine(job.Folder, "packet.zip");
        if (!File.Exists(zip) || File.GetLastWriteTimeUtc(zip) < File.GetLastWriteTimeUtc(Path.Combine(job.Folder, RecordFile.Name)))
        {
            var packet = Casework.Pack(new PackRequest(job.Folder) { Overwrite = true }, context.Case() with { Cancel = cancel });
            PacketArchive.Write(packet.Folder, zip, cancel);
        }

        return zip;
    };

    private sealed class Heard(IProgress<JobProgress> progress) : IProgress<InspectionProgress>
    {
        public void Report(InspectionProgress value) => progress.Report(new JobProgress(value.Done, value.Total));
    }
}
