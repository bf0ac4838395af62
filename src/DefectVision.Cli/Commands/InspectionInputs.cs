using System.CommandLine;
using System.Text.RegularExpressions;
using DefectVision.Claims.Deadlines;
using DefectVision.Cli.Answers;
using DefectVision.Evidence;
using DefectVision.Evidence.Languages;
using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Pipeline;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary>What every command that inspects a shipment, or replays its inspection, is told in the same words.</summary>
internal sealed class InspectionInputs
{
    private readonly Option<string?> _model = new("--model", "-m") { Description = "the model file; default: the sample model shipped with the product" };
    private readonly Option<string?> _agreement = new("--agreement") { Description = "the agreement; default: agreement.yaml in the shipment, if there is one" };
    private readonly Option<string?> _confirmed = new("--confirmed") { Description = "what persons confirmed (item,confirmed,reader,time; where known lot,defect_class,severity,cause); default: confirmed.csv in the shipment, if there is one" };
    private readonly Option<string?> _draw = new("--draw") { Description = "the draw list of plan --draw, to hold the photos against; default: draw.csv in the shipment, if there is one" };
    private readonly Option<string?> _measurements = new("--measurements") { Description = "what was measured (item,point,value and nominal,tolerance or lower,upper; where known lot,unit,gauge); default: measurements.csv in the shipment, if there is one" };
    private readonly Option<string?> _tests = new("--tests") { Description = "tests made elsewhere (test,kind,result; where known lot,item,standard,required,found,laboratory,report_number,document); default: tests.csv in the shipment, if there is one" };
    private readonly Option<string?> _thirdParty = new("--third-party") { Description = "a third party's report (item,verdict; where known lot,defect_class,severity,inspector,report_number,date,document); default: third-party.csv in the shipment, if there is one" };
    private readonly Option<string?> _manifest = new("--manifest") { Description = "the list of photos (path,lot,item,view); default: photos.csv in the shipment, if there is one" };
    private readonly Option<string?> _itemPattern = new("--item-pattern") { Description = "regular expression with the groups item and view, on a photo's path below its lot; default: a sub-folder is an item, else what stands before the last '_' of the file name" };
    private readonly Option<int?> _lotLevel = new("--lot-level") { Description = "depth of the lot folders: 0 FOLDER itself, 1 lot/…, 2 PO/lot/…; default: told from the folders" };
    private readonly Option<long> _maxPixels = new("--max-pixels") { Description = "largest photo to decode, in pixels", DefaultValueFactory = _ => DecodeLimits.Default.MaxPixels };
    private readonly Option<int> _workers = new("--workers") { Description = "threads that decode and score; changes the speed only", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly Option<string> _language = new("--language") { Description = "of the report: en, zh or en+zh (Chinese beside the English)", DefaultValueFactory = _ => "en" };
    private readonly Option<Paper> _paper = new("--paper") { Description = "of report.pdf: a4 or letter" };
    private readonly Option<bool> _noPdf = new("--no-pdf") { Description = "write no report.pdf" };

    public InspectionInputs()
    {
        _language.AcceptOnlyFromAmong("en", "zh", "en+zh");
        _itemPattern.Validators.Add(result => Patterns.Check(result, "--item-pattern"));
        Patterns.Range(_lotLevel, 0, 2);
        Patterns.Range(_workers, 1, 256);
        Patterns.Range(_maxPixels, 1, DecodeLimits.MostPixels);
    }

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_model, _agreement, _manifest, _confirmed, _draw, _measurements, _tests, _thirdParty, _itemPattern, _lotLevel, _maxPixels, _workers, _language, _paper, _noPdf])
        {
            command.Add(option);
        }
    }

    /// <summary>Whether somebody said how the report is to be written.</summary>
    public bool AsksForReport(ParseResult parsed) => ((Option[])[_language, _paper, _noPdf]).Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>The model's file.</summary>
    public string ModelFile(ParseResult parsed) => parsed.GetValue(_model) is { } told ? Existing(told) : ShippedModel.Path;

    /// <summary>The agreement's file; null when there is none.</summary>
    public string? AgreementFile(ParseResult parsed, string shipment) =>
        parsed.GetValue(_agreement) is { } given ? Existing(given)
        : Path.Combine(shipment, ShipmentIntake.AgreementFileName) is var usual && File.Exists(usual) ? usual
        : null;

    /// <summary>Loads the model and inspects: what the journal holds is not scored again.</summary>
    /// <param name="shipment">A folder, by its full path.</param>
    /// <param name="outFolder">Where journal and outputs lie, by its full path.</param>
    /// <param name="holidays">For the dates in the report; null: those shipped.</param>
    /// <param name="use">Is given the record, and a way to write the outputs of it.</param>
    public int Inspect(ParseResult parsed, SessionContext context, string shipment, string outFolder, DateTimeOffset? asOf, bool fresh, Func<InspectionRecord, Action, int> use, Holidays? holidays = null)
    {
        var agreed = AgreementFile(parsed, shipment) is { } file ? AgreementReader.Read(File.ReadAllBytes(file), Path.GetFileName(file)) : Agreement.None;
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
            Intake(parsed, shipment, outFolder), agreed, DecodeLimits.Default with { MaxPixels = parsed.GetValue(_maxPixels) }, parsed.GetValue(_workers), asOf?.ToUniversalTime(), fresh);
        InspectionRecord record;
        using (var progress = context.Progress())
        {
            record = InspectionRun.Execute(
                options, loaded, context.Clock, progress.For<InspectionProgress>(step => ("inspecting", step.Done, step.Total, "files")), context.Cancel, plan => context.Say($"analysis plan, fixed before scoring: SHA-256 {plan.Sha256}"));
            progress.Report("writing the report", 0, 0, string.Empty);
        }

        return use(record, Write);

        void Write()
        {
            using var heatMapper = HeatMapper.Of(loaded, options.Limits);
            var language = parsed.GetRequiredValue(_language) switch { "zh" => Language.Chinese, "en+zh" => Language.Both, _ => Language.English };
            var written = EvidenceWriter.Write(
                record, shipment, outFolder, context.Cancel, heatMapper is null ? null : photo => heatMapper.Of(photo), new ReportOptions(language, parsed.GetValue(_paper), !parsed.GetValue(_noPdf)) { Remedy = RemedyAnswer.Of(record, holidays ?? Holidays.Shipped()) });
            foreach (var remark in written.Remarks)
            {
                context.Say(remark);
            }
        }
    }

    public IntakeOptions Intake(ParseResult parsed, string shipment, string outFolder) => new(
        shipment,
        outFolder,
        Full(parsed.GetValue(_manifest)),
        parsed.GetValue(_itemPattern) is { } pattern ? new Regex(pattern, RegexOptions.CultureInvariant, Patterns.Patience) : null,
        parsed.GetValue(_lotLevel))
    {
        ConfirmedFile = Full(parsed.GetValue(_confirmed)),
        DrawFile = Full(parsed.GetValue(_draw)),
        MeasurementsFile = Full(parsed.GetValue(_measurements)),
        TestsFile = Full(parsed.GetValue(_tests)),
        ThirdPartyFile = Full(parsed.GetValue(_thirdParty)),
    };

    private static string? Full(string? path) => path is null ? null : Path.GetFullPath(Existing(path));

    private static string Existing(string path) => File.Exists(path) ? path : throw new FileNotFoundException($"{path}: no such file");
}
