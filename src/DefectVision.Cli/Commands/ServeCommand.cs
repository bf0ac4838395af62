using System.CommandLine;
using System.Net;
using DefectVision.Automation.Serving;
using DefectVision.Automation.Working;
using DefectVision.Cli.Terminal;
using DefectVision.Imaging;

namespace DefectVision.Cli.Commands;

/// <summary><c>serve</c>: inspections for other programs, over HTTP.</summary>
internal sealed class ServeCommand
{
    private const string TokenVariable = "DEFECTVISION_TOKEN";

    private readonly Option<IPEndPoint> _listen = new("--listen")
    {
        Description = "address and port; beyond this machine only with a token",
        HelpName = "ADDRESS:PORT",
        DefaultValueFactory = _ => new IPEndPoint(IPAddress.Loopback, 8417),
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (text.Contains(':', StringComparison.Ordinal) && IPEndPoint.TryParse(text, out var end))
            {
                return end;
            }

            result.AddError($"--listen: found '{text}', wanted an address and a port such as 127.0.0.1:8417 or [::1]:8417");
            return null;
        },
    };

    private readonly Option<string> _output = new("--out", "-o") { Description = "the folder of cases, jobs and uploads", DefaultValueFactory = _ => "inspections" };
    private readonly Option<string[]> _roots = new("--root") { Description = "a folder below which requests may name shipments and models; may be given several times; default: none, shipments are uploaded", HelpName = "DIR" };
    private readonly Option<string?> _tokenFile = new("--token-file") { Description = $"a file with the token that requests have to bring (at least {ServeOptions.LeastToken} letters); default: the variable {TokenVariable}", HelpName = "FILE" };
    private readonly Option<int> _queue = new("--queue") { Description = "shipments that may wait", DefaultValueFactory = _ => 100 };
    private readonly Option<int> _upload = new("--max-upload") { Description = "megabytes of a zip that is sent", DefaultValueFactory = _ => 4096, HelpName = "MB" };
    private readonly AutomatedInspection _work = new();

    public static Command Build(Func<ParseResult, Session> session) => new ServeCommand().Command(session);

    private Command Command(Func<ParseResult, Session> session)
    {
        var command = new Command("serve", """
            Inspect for other programs, over HTTP: one shipment after the other. The requests are described at /openapi.json.

            POST /cases with {"path": "/data/PO-4711"} (below a --root), or with a zip of the photos, answers 202 and an address to ask: state, then
            summary, results, report and packet. Idempotency-Key makes a request that is sent twice one case. Ctrl-C and SIGTERM stop; what was asked for
            is on the disk, and the next start goes on. Encryption is for a proxy in front. All options of inspect hold for every shipment.

            Examples:
              defectvision serve --out /data/inspections --root /data --model boards.onnx
              curl -s -H "Content-Type: application/json" -d '{"path": "/data/PO-4711"}' http://127.0.0.1:8417/cases

            Exit codes: 64 wrong usage, 66 folder or model not found, 74 folder not writable, or the port is taken, 75 another watch or serve works in --out, 130/143 stopped.
            """)
        {
            _listen, _output, _roots, _tokenFile, _queue, _upload,
        };
        Patterns.Range(_queue, 1, 100_000);
        Patterns.Range(_upload, 1, 1_000_000);
        _work.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context => Serve(parsed, context).GetAwaiter().GetResult(), cancel)));
        return command;
    }

    private async Task<int> Serve(ParseResult parsed, SessionContext context)
    {
        var folder = Path.GetFullPath(parsed.GetRequiredValue(_output));
        List<string> roots = [.. (parsed.GetValue(_roots) ?? []).Select(root => Directory.Exists(root) ? Path.GetFullPath(root) : throw new DirectoryNotFoundException($"--root: found no folder '{root}'"))];
        var options = new ServeOptions(parsed.GetRequiredValue(_listen), folder, roots, Token(parsed), parsed.GetValue(_upload) * 1_000_000L);
        using var taken = FolderLock.Take(folder);
        using var outbox = _work.Outbox(parsed, Path.Combine(folder, "webhooks"), context);
        using var queue = new JobQueue(Path.Combine(folder, "jobs"), parsed.GetValue(_queue), _work.Of(parsed, context), context.Clock, outbox, context.Say);
        await using var server = Server(options, queue, context);
        var address = await server.Start();
        context.Streams.Answer.WriteLine($"serving: {address}");
        context.Streams.Answer.Flush();
        context.Say($"cases: {ShownPath.Of(folder)}; waiting: {queue.Waiting}; Ctrl-C stops, and the next start goes on");
        using var all = CancellationTokenSource.CreateLinkedTokenSource(context.Cancel);
        try
        {
            await AutomatedWork.Until(all, outbox?.Run(all.Token), queue.Run(all.Token));
        }
        finally
        {
            await server.Stop();
        }

        return ExitCode.Accepted;
    }

    private static ApiServer Server(ServeOptions options, JobQueue queue, SessionContext context)
    {
        try
        {
            return new ApiServer(options, queue, AutomatedInspection.Packing(context), context.Clock);
        }
        catch (ArgumentException fault)
        {
            throw new UsageException($"--listen: {fault.Message}");
        }
    }

    private string? Token(ParseResult parsed) =>
        parsed.GetValue(_tokenFile) is { } file ? PlainFile.Text(file).Trim() : Environment.GetEnvironmentVariable(TokenVariable) is { Length: > 0 } token ? token : null;
}
