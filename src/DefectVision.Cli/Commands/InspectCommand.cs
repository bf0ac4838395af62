using System.CommandLine;
using System.Text.RegularExpressions;
using DefectVision.Cli.Terminal;
using DefectVision.Evidence;
using DefectVision.Evidence.Languages;
using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary><c>inspect FOLDER</c>: the main job.</summary>
internal sealed class InspectCommand
{
    private readonly Argument<string> _folder = new("FOLDER") { Description = "the shipment: a folder per lot (PO/lot/…, lot/…), or photos.csv and what it names" };
    private readonly Option<string?> _model = new("--model", "-m") { Description = "the model file; default: the sample model shipped with the product" };
    private readonly Option<string?> _output = new("--out", "-o") { Description = "where the outputs go; default: inspections/NAME under the current folder" };
    private readonly Option<string?> _agreement = new("--agreement") { Description = "the agreement; default: agreement.yaml in FOLDER, if there is one" };
    private readonly Option<string?> _confirmed = new("--confirmed") { Description = "what persons confirmed (item,confirmed,reader,time; where known lot,defect_class,severity,cause); default: confirmed.csv in FOLDER, if there is one" };
    private readonly Option<string?> _draw = new("--draw") { Description = "the draw list of plan --draw, to hold the photos against; default: draw.csv in FOLDER, if there is one" };
    private readonly Option<string?> _measurements = new("--measurements") { Description = "what was measured (item,point,value and nominal,tolerance or lower,upper; where known lot,unit,gauge); default: measurements.csv in FOLDER, if there is one" };
    private readonly Option<string?> _tests = new("--tests") { Description = "tests made elsewhere (test,kind,result; where known lot,item,standard,required,found,laboratory,report_number,document); default: tests.csv in FOLDER, if there is one" };
    private readonly Option<string?> _thirdParty = new("--third-party") { Description = "a third party's report (item,verdict; where known lot,defect_class,severity,inspector,report_number,date,document); default: third-party.csv in FOLDER, if there is one" };
    private readonly Option<string?> _manifest = new("--manifest") { Description = "the list of photos (path,lot,item,view); default: photos.csv in FOLDER, if there is one" };
    private readonly Option<string?> _itemPattern = new("--item-pattern") { Description = "regular expression with the groups item and view, on a photo's path below its lot; default: a sub-folder is an item, else what stands before the last '_' of the file name" };
    private readonly Option<int?> _lotLevel = new("--lot-level") { Description = "depth of the lot folders: 0 FOLDER itself, 1 lot/…, 2 PO/lot/…; default: told from the folders" };
    private readonly Option<long> _maxPixels = new("--max-pixels") { Description = "largest photo to decode, in pixels", DefaultValueFactory = _ => DecodeLimits.Default.MaxPixels };
    private readonly Option<DateTimeOffset?> _asOf = new("--as-of")
    {
        Description = "the date that the outputs carry (ISO 8601, UTC unless it says otherwise); default: that of the first start",
        CustomParser = Patterns.Time,
    };
    private readonly Option<int> _workers = new("--workers") { Description = "threads that decode and score; changes the speed only", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<bool> _fresh = new("--fresh") { Description = "begin again: forget what an earlier run of this inspection has scored" };
    private readonly Option<string> _language = new("--language") { Description = "of the report: en, zh or en+zh (Chinese beside the English)", DefaultValueFactory = _ => "en" };
    private readonly Option<Paper> _paper = new("--paper") { Description = "of report.pdf: a4 or letter" };
    private readonly Option<bool> _noPdf = new("--no-pdf") { Description = "write no report.pdf" };
    private readonly Option<string> _format = Formats.Option("text", "json", "jsonl");

    public static Command Build(Func<ParseResult, Session> session) => new InspectCommand().Command(session);

    private Command Command(Func<ParseResult, Session> session)
    {
        _language.AcceptOnlyFromAmong("en", "zh", "en+zh");
        _itemPattern.Validators.Add(result => Patterns.Check(result, "--item-pattern"));
        Patterns.Range(_lotLevel, 0, 2);
        Patterns.Range(_workers, 1, 256);
        Patterns.Range(_maxPixels, 1, DecodeLimits.MostPixels);
        var command = new Command("inspect", """
            Score every photo of a shipment, judge every lot, write the report.

            Running the same command again resumes an interrupted inspection.

            Examples:
              defectvision inspect datasets/sample-shipment
              defectvision inspect PO-4711 --model boards.onnx --out inspections/PO-4711
              defectvision inspect PO-4711 --item-pattern "(?<item>[^/]+)-(?<view>\d)\.jpg$" --format json

            Exit codes: 0 every lot accepted, 1 a lot rejected, 2 hold, 64 wrong usage, 65 input unusable,
            66 input not found, 69 model not usable, 74 output not written, 75 try again later, 130/143 interrupted.
            """)
        {
            _folder, _model, _output, _agreement, _manifest, _confirmed, _draw, _measurements, _tests, _thirdParty, _itemPattern, _lotLevel, _maxPixels, _asOf, _workers, _fresh, _language, _paper, _noPdf, _format,
        };
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
        var shipment = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetRequiredValue(_folder)));
        if (!Directory.Exists(shipment))
        {
            throw new DirectoryNotFoundException($"{parsed.GetRequiredValue(_folder)}: no such folder");
        }

        var outFolder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(parsed.GetValue(_output) ?? Path.Combine("inspections", Path.GetFileName(shipment))));
        var agreed = ReadAgreement(parsed, shipment);
        var chosen = parsed.GetValue(_model);
        using var loaded = Model.Load(chosen ?? ShippedModel.Path);
        if (chosen is null)
        {
            context.Say($"No model was given: the shipped sample model '{loaded.Contract.Name}' was used. It knows its own sample goods only.");
        }

        foreach (var key in agreed.Unread)
        {
            context.Say($"{agreed.FileName}, {key}: not read by this version");
        }

        var options = new InspectionOptions(
            new IntakeOptions(
                shipment,
                outFolder,
                Given(parsed, _manifest),
                parsed.GetValue(_itemPattern) is { } pattern ? new Regex(pattern, RegexOptions.CultureInvariant, Patterns.Patience) : null,
                parsed.GetValue(_lotLevel))
            {
                ConfirmedFile = Given(parsed, _confirmed),
                DrawFile = Given(parsed, _draw),
                MeasurementsFile = Given(parsed, _measurements),
                TestsFile = Given(parsed, _tests),
                ThirdPartyFile = Given(parsed, _thirdParty),
            },
            agreed,
            DecodeLimits.Default with { MaxPixels = parsed.GetValue(_maxPixels) },
            parsed.GetValue(_workers),
            parsed.GetValue(_asOf)?.ToUniversalTime(),
            parsed.GetValue(_fresh));
        InspectionRecord record;
        using (var progress = context.Progress())
        {
            record = InspectionRun.Execute(
                options, loaded, context.Clock, progress.For<InspectionProgress>(step => ("inspecting", step.Done, step.Total, "files")), context.Cancel, plan => context.Say($"analysis plan, fixed before scoring: SHA-256 {plan.Sha256}"));
            progress.Report("writing the report", 0, 0, string.Empty);
        }

        using var heatMapper = HeatMapper.Of(loaded, options.Limits);
        var language = parsed.GetRequiredValue(_language) switch { "zh" => Language.Chinese, "en+zh" => Language.Both, _ => Language.English };
        var written = EvidenceWriter.Write(
            record, shipment, outFolder, context.Cancel, heatMapper is null ? null : photo => heatMapper.Of(photo), new ReportOptions(language, parsed.GetValue(_paper), !parsed.GetValue(_noPdf)));
        foreach (var remark in written.Remarks)
        {
            context.Say(remark);
        }

        Answer(parsed.GetRequiredValue(_format), record, outFolder, context.Streams);
        if (record.Accounting[PhotoOutcome.Scored] == 0)
        {
            context.Streams.Say($"error: {record.Name}: found no photo that could be scored; {Path.Combine(ShownPath.Of(outFolder), EvidenceWriter.ReportName)} lists every file and why");
            return ExitCode.DataUnusable;
        }

        return record.Verdict switch
        {
            Verdict.Accept => ExitCode.Accepted,
            Verdict.Reject => ExitCode.Rejected,
            _ => ExitCode.Hold,
        };
    }

    private Agreement ReadAgreement(ParseResult parsed, string shipment)
    {
        var path = parsed.GetValue(_agreement) is { } given ? Existing(given) : Path.Combine(shipment, ShipmentIntake.AgreementFileName);
        return File.Exists(path) ? AgreementReader.Read(File.ReadAllBytes(path), Path.GetFileName(path)) : Agreement.None;
    }

    private static string? Given(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } path ? Path.GetFullPath(Existing(path)) : null;

    private static string Existing(string path) => File.Exists(path) ? path : throw new FileNotFoundException($"{path}: no such file");

    private static void Answer(string format, InspectionRecord record, string outFolder, Streams streams)
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
                LotTable.Write(record, streams.AnswerConsole);
                streams.Answer.WriteLine($"report: {Path.Combine(ShownPath.Of(outFolder), EvidenceWriter.ReportName)}");
                break;
        }
    }
}
