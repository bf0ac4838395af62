using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Cases.Inspecting;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence;
using DefectVision.Inspection;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary><c>inspect FOLDER</c>: the main job.</summary>
internal sealed class InspectCommand
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "the shipment: a folder per lot (PO/lot/…, lot/…), or photos.csv and what it names; or a zip of one" };
    private readonly InspectInputs _inputs = new();
    private readonly Option<string?> _output = new("--out", "-o") { Description = "where the outputs go; default: inspections/NAME under the current folder" };
    private readonly Option<DateTimeOffset?> _asOf = new("--as-of")
    {
        Description = "the date that the outputs carry (ISO 8601, UTC unless it says otherwise); default: that of the first start",
        CustomParser = Patterns.Time,
    };
    private readonly Option<bool> _fresh = new("--fresh") { Description = "begin again: forget what an earlier run of this inspection has scored" };
    private readonly Option<string?> _history = HistoryOption.ToKeep();
    private readonly Option<string> _format = Formats.Option("text", "json", "jsonl");

    public static Command Build(Func<ParseResult, Session> session) => new InspectCommand().Command(session);

    private Command Command(Func<ParseResult, Session> session)
    {
        var command = new Command("inspect", """
            Account for every photo of a shipment, judge every lot by all evidence, write the report.

            Running the same command again resumes an interrupted inspection. Options given replace what the inspection
            was given before, options not given keep it; without a model nothing is flagged, and the photos are put in an
            order to look in: most unlike the others first.

            Examples:
              defectvision inspect datasets/sample-shipment --model models/garments.onnx
              defectvision inspect PO-4711 --model boards.onnx --out inspections/PO-4711
              defectvision inspect PO-4711 --item-pattern "(?<item>[^/]+)-(?<view>\d)\.jpg$" --format json

            Exit codes: 0 every lot accepted, 1 a lot rejected, 2 hold, 64 wrong usage, 65 input unusable,
            66 input not found, 69 model not usable, 74 output not written, 75 try again later, 130/143 interrupted.
            """)
        {
            _folder, _output, _asOf, _fresh, _history, _format,
        };
        _inputs.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_folder)?.Tokens is [{ Value: { Length: > 0 } from }] && result.GetResult(_output)?.Tokens is [{ Value: { Length: > 0 } to }]
                && Path.TrimEndingDirectorySeparator(Path.GetFullPath(from)) == Path.TrimEndingDirectorySeparator(Path.GetFullPath(to)))
            {
                result.AddError("--out: found the shipment's own folder, wanted another: the outputs would be inspected with it");
            }
        });
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context => Inspect(parsed, context), cancel)));
        return command;
    }

    private int Inspect(ParseResult parsed, SessionContext context)
    {
        var given = Path.GetFullPath(parsed.GetRequiredValue(_folder));
        var isZip = Archive.IsZip(given) && File.Exists(given);
        var name = isZip ? Path.GetFileNameWithoutExtension(given) : Path.GetFileName(CaseArgument.Folder(parsed, _folder));
        var outFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(_output) ?? Path.Combine("inspections", name)));
        var unpacked = isZip ? Unpacked(given, outFolder, context.Streams) : null;
        var request = _inputs.Request(parsed, unpacked?.Folder ?? CaseArgument.Folder(parsed, _folder), outFolder) with { Unpacked = unpacked, AsOf = parsed.GetValue(_asOf), Fresh = parsed.GetValue(_fresh) };
        var answer = Casework.Inspect(request, context.Case(context.Progress.For<InspectionProgress>(step => step.IsOrdering ? ("ordering", step.Done, step.Total, "photos") : ("inspecting", step.Done, step.Total, "files"))));
        context.Progress.EndLine();
        var code = Answered(parsed, context, answer, outFolder);
        HistoryOption.Keep(parsed, _history, outFolder, context);
        return code;
    }

    private static UnpackedArchive Unpacked(string zip, string outFolder, Streams streams)
    {
        var unpacked = UnpackedArchive.Of(zip, outFolder);
        streams.Say($"{unpacked.Archive.Path}: unpacked into {ShownPath.Of(unpacked.Folder)}, and inspected as that folder; SHA-256 {unpacked.Archive.Sha256}");
        return unpacked;
    }

    private int Answered(ParseResult parsed, SessionContext context, InspectAnswer answer, string outFolder)
    {
        var record = answer.Record;
        Answer(parsed.GetRequiredValue(_format), answer, outFolder, context.Streams);
        if (record.Accounting[PhotoOutcome.Scored] + record.Accounting[PhotoOutcome.Read] == 0)
        {
            context.Streams.Say($"error: {record.Name}: found no photo that could be read; {Path.Combine(ShownPath.Of(outFolder), EvidenceWriter.ReportName)} lists every file and why");
            return ExitCode.DataUnusable;
        }

        return record.Verdict switch
        {
            Verdict.Accept => ExitCode.Accepted,
            Verdict.Reject => ExitCode.Rejected,
            _ => ExitCode.Hold,
        };
    }

    private static void Answer(string format, InspectAnswer answer, string outFolder, Streams streams)
    {
        switch (format)
        {
            case "json":
                streams.Answer.WriteLine(File.ReadAllText(Path.Combine(outFolder, EvidenceWriter.SummaryName)).TrimEnd());
                break;
            case "jsonl":
                foreach (var line in File.ReadLines(Path.Combine(outFolder, EvidenceWriter.ResultsName)))
                {
                    streams.Answer.WriteLine(line);
                }

                break;
            default:
                LotTable.Write(answer.Record, streams.AnswerConsole);
                if (answer.Written.ToLookAt > 0)
                {
                    streams.Answer.WriteLine(FormattableString.Invariant($"to look at: {answer.Written.ToLookAt} {(answer.Written.ToLookAt == 1 ? "item" : "items")}, listed in {Path.Combine(ShownPath.Of(outFolder), EvidenceWriter.ToConfirmName)} (answer with defectvision review {ShownPath.Of(outFolder)}; or fill in confirmed, reader and time, and give it back with --confirmed)"));
                }

                streams.Answer.WriteLine($"report: {Path.Combine(ShownPath.Of(outFolder), EvidenceWriter.ReportName)}");
                if (File.Exists(Path.Combine(outFolder, EvidenceWriter.PdfName)))
                {
                    streams.Answer.WriteLine($"to print: {Path.Combine(ShownPath.Of(outFolder), EvidenceWriter.PdfName)}");
                }

                break;
        }
    }
}
