using System.CommandLine;
using System.CommandLine.Parsing;
using DefectVision.Cases.Inspecting;
using DefectVision.Imaging;
using DefectVision.Pipeline.Intake;

namespace DefectVision.Cli.Commands;

/// <summary>What <c>inspect</c> is given besides the shipment: lists, model and settings. What is not given is as the case remembers it.</summary>
internal sealed class InspectInputs
{
    private readonly Option<string?> _model = new("--model", "-m") { Description = "the model file; default: the one of the run before, otherwise none: then nothing is flagged" };
    private readonly Dictionary<ListKind, Option<string?>> _lists = new()
    {
        [ListKind.Agreement] = List("--agreement", "the agreement", ListKind.Agreement),
        [ListKind.Manifest] = List("--manifest", "the list of photos (path,lot,item,view)", ListKind.Manifest),
        [ListKind.Confirmed] = List(
            "--confirmed", "answers of persons (item,confirmed,reader,time; where known lot,defect_class,severity,cause; item may be the path of the photo that shows the defect), such as to-confirm.csv filled in", ListKind.Confirmed),
        [ListKind.Draw] = List("--draw", "the draw list of plan --draw, to check the photos against", ListKind.Draw),
        [ListKind.Measurements] = List(
            "--measurements", "what was measured (item,point,value and nominal,tolerance or lower,upper; where known lot,unit,gauge,date)", ListKind.Measurements),
        [ListKind.Tests] = List(
            "--tests", "tests made elsewhere (test,kind,result; where known lot,item,standard,required,found,laboratory,report_number,mandatory,date,document)", ListKind.Tests),
        [ListKind.ThirdParty] = List(
            "--third-party", "a third party's report (item,verdict; where known lot,defect_class,severity,inspector,report_number,date,document)", ListKind.ThirdParty),
        [ListKind.Holidays] = List("--holidays", "public holidays (date,name,kind,country, and a line '# years: CN 2027'), in place of those shipped", ListKind.Holidays),
    };

    private readonly Option<string[]> _without = new("--without") { Description = "leave something out that the case was given: a list (confirmed, tests, …) or model; may be given several times", AllowMultipleArgumentsPerToken = true };
    private readonly Option<bool> _acceptListErrors = new("--accept-list-errors") { Description = "leave lines of lists out that cannot be read, and name them in the report; otherwise they end the run before a photo is scored" };
    private readonly Option<string?> _itemPattern = new("--item-pattern") { Description = "regular expression with the groups item and view, on a photo's path below its lot; default: a sub-folder is an item, else what is before the last '_' of the file name" };
    private readonly Option<int?> _lotLevel = new("--lot-level") { Description = "depth of the lot folders: 0 FOLDER itself, 1 lot/…, 2 PO/lot/…; default: detected from the folders" };
    private readonly Option<long?> _maxPixels = new("--max-pixels") { Description = $"largest photo to decode, in pixels; default: {DecodeLimits.Default.MaxPixels}" };
    private readonly Option<bool?> _noCodes = new("--no-codes") { Description = "do not look for barcodes, QR codes and Data Matrix codes in photos (--no-codes false: look for them again)", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<bool?> _noOrder = new("--no-order") { Description = "where no model judges the photos, do not order them by how unlike each other they are (--no-order false: order them again)", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int> _workers = new("--workers") { Description = "threads that decode and score; changes the speed only", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly ReportInputs _report = new();

    public InspectInputs()
    {
        _itemPattern.Validators.Add(result => Patterns.Check(result, "--item-pattern"));
        Patterns.Range(_lotLevel, 0, 2);
        Patterns.Range(_workers, 1, 256);
        Patterns.Range(_maxPixels, 1, DecodeLimits.MostPixels);
        _without.AcceptOnlyFromAmong([.. _lists.Keys.Select(Lists.Word), Model]);
    }

    private const string Model = "model";

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[_model, .. _lists.Values, _without, _acceptListErrors, _itemPattern, _lotLevel, _maxPixels, _noCodes, _noOrder, _workers])
        {
            command.Add(option);
        }

        _report.AddTo(command);
        command.Validators.Add(result =>
        {
            foreach (var kind in _lists.Keys.Where(kind => result.GetResult(_lists[kind]) is { Implicit: false } && Without(result).Contains(Lists.Word(kind))))
            {
                result.AddError($"--{Lists.Word(kind)}, --without {Lists.Word(kind)}: found both, expected one");
            }
        });
    }

    /// <param name="shipment">By its full path.</param>
    /// <param name="folder">Of the case, by its full path.</param>
    public InspectRequest Request(ParseResult parsed, string shipment, string folder) => new(shipment, folder)
    {
        Lists = _lists.Where(list => parsed.GetValue(list.Value) is not null).ToDictionary(list => list.Key, list => Path.GetFullPath(Existing(parsed.GetValue(list.Value)!))),
        Model = parsed.GetValue(_model) is { } model ? Path.GetFullPath(Existing(model)) : null,
        Without = _lists.Keys.Where(kind => (parsed.GetValue(_without) ?? []).Contains(Lists.Word(kind))).ToHashSet(),
        WithoutModel = (parsed.GetValue(_without) ?? []).Contains(Model),
        Settings = _report.Settings(parsed) with { ItemPattern = parsed.GetValue(_itemPattern), LotLevel = parsed.GetValue(_lotLevel), MaxPixels = parsed.GetValue(_maxPixels), HasCodes = Wanted(parsed, _noCodes), HasOrder = Wanted(parsed, _noOrder) },
        Backbone = ShippedBackbone.Path,
        AcceptsListErrors = parsed.GetValue(_acceptListErrors),
        Workers = parsed.GetValue(_workers),
    };

    // Null: not said.
    private static bool? Wanted(ParseResult parsed, Option<bool?> leftOut) => parsed.GetResult(leftOut) is not { Implicit: false } said ? null : !(said.Tokens.Count == 0 || parsed.GetValue(leftOut) == true);

    private string[] Without(CommandResult result) => result.GetResult(_without)?.Tokens.Select(token => token.Value).ToArray() ?? [];

    private static Option<string?> List(string name, string what, ListKind kind) => new(name) { Description = $"{what}; default: that of the run before, otherwise {Lists.UsualName(kind)} in the shipment, if there is one" };

    private static string Existing(string path) => File.Exists(path) ? path : throw new FileNotFoundException($"{path}: no such file");
}
