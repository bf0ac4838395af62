using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Cases.Reviewing;
using DefectVision.Cli.Answers;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence.Wording;
using DefectVision.Web;

namespace DefectVision.Cli.Commands;

/// <summary><c>review DIR</c>: a page on which persons look at items and answer; afterwards the outputs hold their answers.</summary>
internal sealed class ReviewCommand
{
    private readonly Argument<string> _folder = CaseArgument.Build();
    private readonly Option<int?> _port = new("--port") { Description = "on which the page listens, on this machine alone; default: any that is free" };
    private readonly Option<bool> _noBrowser = new("--no-browser") { Description = "print the address and open no browser" };
    private readonly Option<string?> _shipment = new("--shipment") { Description = "where the photos are now; default: where they were inspected" };
    private readonly Option<double?> _auditShare = new("--audit-share")
    {
        Description = "of the items of a lot at which nothing points, the share to read as an audit sample, 0 to 1; default: a tenth, 60 at least. Counts before the first answer",
    };

    private readonly Option<ulong?> _seed = new("--seed") { Description = "draws the audit sample; default: it follows from the analysis plan. Counts before the first answer" };

    public static Command Build(Func<ParseResult, Session> session) => new ReviewCommand().Command(session);

    private Command Command(Func<ParseResult, Session> session)
    {
        var command = new Command("review", """
            Review an inspection in the browser: readers look at items and answer; report, lists and verdicts then follow their answers.
            Items come without what the model said of them: the flagged ones, those it could not decide, and a random sample of the rest.
            The page is on this machine alone, at an address that opens one browser. It ends with "End the review" on the page or Ctrl-C;
            the same command goes on later. Every answer is kept in reviews.jsonl.
            Examples:
              defectvision review inspections/PO-4711
              defectvision review inspections/PO-4711 --port 8080 --no-browser
            Exit codes: 0 every lot accepted, 1 a lot rejected, 2 hold, 64 wrong usage, 65 not a finished inspection, 66 photos not found,
            74 output not written, 75 another run reviews it, or the port is taken.
            """)
        {
            _folder, _port, _noBrowser, _shipment, _auditShare, _seed,
        };
        _port.Validators.Add(result => Within(result, result.GetValueOrDefault<int?>() is null or (> 0 and <= ushort.MaxValue), "a port from 1 to 65535"));
        _auditShare.Validators.Add(result => Within(result, result.GetValueOrDefault<double?>() is null or (>= 0 and <= 1), "a share from 0 to 1"));
        command.Add(ReviewExportCommand.Build(session));
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context => Review(parsed, context), cancel)));
        return command;
    }

    private static void Within(System.CommandLine.Parsing.OptionResult result, bool holds, string wanted)
    {
        if (!holds)
        {
            result.AddError($"{result.Option.Name}: found {result.Tokens[0].Value}, wanted {wanted}");
        }
    }

    private int Review(ParseResult parsed, SessionContext context)
    {
        var request = new ReviewRequest(CaseArgument.Folder(parsed, _folder))
        {
            Shipment = parsed.GetValue(_shipment),
            AuditShare = parsed.GetValue(_auditShare),
            Seed = parsed.GetValue(_seed),
        };
        var before = Read(parsed, request, context).GetAwaiter().GetResult();

        // Ctrl-C ended the reading; what was read is taken up all the same.
        var (record, written) = Casework.TakeUp(request, context.Case() with { Cancel = CancellationToken.None });
        foreach (var lot in record.Lots)
        {
            var (was, now) = (before.GetValueOrDefault(lot.Lot.Name, "-"), Spoken.Basis(lot));
            context.Streams.Answer.WriteLine($"{Plain.Text(lot.Lot.Name)}: {(was == now ? $"{now}, as before" : $"{was} -> {now}")}");
        }

        foreach (var path in written?.Paths ?? [])
        {
            context.Streams.Answer.WriteLine($"written: {ShownPath.Of(path)}");
        }

        return InspectAnswers.CodeOf(record.Verdict);
    }

    // How each lot stood before: its name to its verdict and basis.
    private async Task<Dictionary<string, string>> Read(ParseResult parsed, ReviewRequest request, SessionContext context)
    {
        using var desk = Casework.Review(request, context.Case());
        var before = desk.Standing(string.Empty).Lots.ToDictionary(lot => lot.Judged.Lot.Name, lot => Spoken.Basis(lot.Judged), StringComparer.Ordinal);
        await using var server = await ReviewServer.Start(desk, parsed.GetValue(_port));
        var address = server.NewAddress();
        context.Streams.Answer.WriteLine($"review: {address}");
        context.Streams.Answer.Flush();
        context.Say("the address opens one browser, once; end the review on the page or with Ctrl-C");
        if (!parsed.GetValue(_noBrowser))
        {
            Browser.Open(address);
        }

        await Task.WhenAny(server.Finished, Task.Delay(Timeout.InfiniteTimeSpan, context.Cancel));
        return before;
    }
}
