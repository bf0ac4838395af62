using System.CommandLine;
using DefectVision.Cases;
using DefectVision.Cases.Inspecting;
using DefectVision.Cli.Answers;
using DefectVision.Cli.Terminal;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;
using DefectVision.Pipeline.Sharding;

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
    private readonly Option<Shard?> _shard = new("--shard")
    {
        CustomParser = Patterns.Part,
        Description = "do one part of the files only, into OUT/part-k-of-n: k/n, or auto for the task of a Slurm array, an AWS Batch array or a Kubernetes Indexed Job; merge joins the parts",
    };
    private readonly Option<string?> _history = HistoryOption.ToKeep();
    private readonly WorkflowOptions _workflow = new();
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
              defectvision inspect PO-4711 --model boards.onnx --shard 2/8
              defectvision inspect PO-4711 --item-pattern "(?<item>[^/]+)-(?<view>\d)\.jpg$" --format json

            Exit codes: 0 every lot accepted (with --shard: the part is done), 1 a lot rejected, 2 hold, 64 wrong usage, 65 input unusable,
            66 input not found, 69 model not usable, 74 output not written, 75 try again later, 130/143 interrupted.
            """)
        {
            _folder, _output, _asOf, _fresh, _shard, _history, _format,
        };
        _workflow.AddTo(command);
        _inputs.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetResult(_folder)?.Tokens is [{ Value: { Length: > 0 } from }] && result.GetResult(_output)?.Tokens is [{ Value: { Length: > 0 } to }]
                && Whereabouts.IsSame(Path.GetFullPath(from), Path.GetFullPath(to)))
            {
                result.AddError("--out: found the shipment's own folder, wanted another: the outputs would be inspected with it");
            }
        });
        command.Validators.Add(result =>
        {
            if (result.GetResult(_shard) is not null && result.GetResult(_history) is not null)
            {
                result.AddError("--shard and --history: found both, wanted one: a part has no verdict to keep (merge, then history add)");
            }

            if (result.GetResult(_shard) is not null && _workflow.IsGiven(result))
            {
                result.AddError("--shard: found a file for the verdict, wanted none: a part has no verdict (merge has, and writes the same files)");
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
        var part = PartOf(parsed, context);
        if (isZip && part is not null)
        {
            throw new UsageException("--shard: found a zip, wanted its folder: unpack it once for all parts");
        }

        var unpacked = isZip ? Unpacked(given, outFolder, context.Streams) : null;
        var request = _inputs.Request(parsed, unpacked?.Folder ?? CaseArgument.Folder(parsed, _folder), outFolder) with { Unpacked = unpacked, AsOf = parsed.GetValue(_asOf), Fresh = parsed.GetValue(_fresh) };
        if (part is { } shard)
        {
            return InspectPart(request, shard, context);
        }

        _workflow.Check(parsed, request.Shipment, outFolder);

        var answer = Casework.Inspect(request, Listening(context));
        context.Progress.EndLine();
        var code = InspectAnswers.Answered(parsed.GetRequiredValue(_format), context, answer, outFolder);
        _workflow.Write(parsed, answer, outFolder, context.Cancel);
        HistoryOption.Keep(parsed, _history, outFolder, context);
        return code;
    }

    /// <summary>For work that goes through the files of a shipment.</summary>
    public static CaseContext Listening(SessionContext context) => context.Case(context.Progress.For<InspectionProgress>(step => step.IsOrdering ? ("ordering", step.Done, step.Total, "photos") : ("inspecting", step.Done, step.Total, "files")));

    private Shard? PartOf(ParseResult parsed, SessionContext context)
    {
        if (parsed.GetValue(_shard) is { } told)
        {
            return told;
        }

        // An array may as well be one of shipments: a part of one is never inspected unless asked for.
        if (Shard.ArrayTask(Environment.GetEnvironmentVariable) is { } name)
        {
            context.Say($"{name} is set: this is a task of an array job, and inspects the whole shipment (--shard auto does a part of it)");
        }

        return null;
    }

    private static int InspectPart(InspectRequest request, Shard shard, SessionContext context)
    {
        if (Whereabouts.IsSame(request.Folder, request.Shipment) || Whereabouts.IsBelow(request.Folder, request.Shipment))
        {
            throw new UsageException("--shard: found outputs in the shipment's own folder, wanted them elsewhere: each part would find those of the others");
        }

        var folder = Path.Combine(request.Folder, shard.Folder);
        var part = Casework.InspectPart(request with { Folder = folder }, shard, Listening(context));
        context.Progress.EndLine();
        context.Streams.Answer.WriteLine(FormattableString.Invariant($"part {part.Shard} is done: {part.Files} of {part.OfFiles} files, in {ShownPath.Of(folder)}"));
        return ExitCode.Accepted;
    }

    private static UnpackedArchive Unpacked(string zip, string outFolder, Streams streams)
    {
        var unpacked = UnpackedArchive.Of(zip, outFolder);
        streams.Say($"{unpacked.Archive.Path}: unpacked into {ShownPath.Of(unpacked.Folder)}, and inspected as that folder; SHA-256 {unpacked.Archive.Sha256}");
        return unpacked;
    }
}
