using System.CommandLine;
using System.Globalization;
using DefectVision.Cli.Answers;
using DefectVision.Cli.Terminal;
using DefectVision.Inference.Foreign;
using DefectVision.Training;
using DefectVision.Training.Importing;
using DefectVision.Training.Labels;

namespace DefectVision.Cli.Commands;

/// <summary><c>model import FOREIGN.onnx DATASET --out M.onnx</c>: take somebody else's classifier.</summary>
internal sealed class ModelImportCommand
{
    private const string Auto = "auto";

    private readonly Argument<string> _foreign = new("FOREIGN") { Description = "an ONNX classifier of photos, its weights inside or in a file beside it" };
    private readonly Argument<string> _dataset = new("DATASET") { Description = "folder with good/ and one folder per defect class (or the same under train/), or with photos and labels of another kind: what it is measured on" };
    private readonly Option<string> _output = new("--out", "-o") { Description = "the model file to write, NAME.onnx; its card NAME.md goes beside it", Required = true };
    private readonly Option<string> _labels = LabelsOption.Build();
    private readonly Option<string?> _labelsFile = new("--labels-file") { Description = "names of its classes: a name a line, or JSON (list, map, config.json with id2label); default: what the file says" };
    private readonly Option<string?> _good = new("--good") { Description = "its labels that are good, NAME[,NAME]; default: those named good, ok, normal or pass" };
    private readonly Option<(int Width, int Height)?> _size = new("--size") { Description = "W,H in pixels where its input is open; default: 224,224", CustomParser = Patterns.Size };
    private readonly Option<string?> _scale = new("--input-scale") { Description = "range of colours it wants; default: what its metadata or the type of its input says, else 0..1" };
    private readonly Option<float[]?> _mean = new("--mean") { Description = "r,g,b to subtract, on the scale of --input-scale", CustomParser = Patterns.Colours };
    private readonly Option<float[]?> _deviation = new("--std") { Description = "r,g,b to divide by, on the scale of --input-scale", CustomParser = Patterns.Deviations };
    private readonly Option<bool?> _blueFirst = new("--bgr") { Description = "it wants blue before green before red (--bgr false: red first, whatever its metadata says)", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string> _layout = new("--layout") { Description = "where its input has the colours; auto tells it from the side of 3", DefaultValueFactory = _ => Auto };
    private readonly Option<string?> _named = new("--output") { Description = "the output that holds its classes, where several can be meant" };
    private readonly Option<string> _numbers = new("--numbers") { Description = "what its classes are given; auto tells it from its operators and from test inputs", DefaultValueFactory = _ => Auto };
    private readonly Option<string?> _defectOutput = new("--defect-output") { Description = "of a classifier of one number: whether a defect makes it high or low; default: told from its labels, the second being high" };
    private readonly Option<double?> _level = new("--false-alarms")
    {
        Description = "share of good items to flag at most, such as 0.01; default: 0.05. Fewer good items than that needs: the strictest they support where some photos are defective, else nothing is flagged and the scores only give an order",
        CustomParser = Patterns.Share,
    };
    private readonly Option<int> _views = new("--views") { Description = "photos that an inspector takes of an item, 1 to 32, as train takes it", DefaultValueFactory = _ => 1 };
    private readonly Option<string> _unlabelled = LabelsOption.Unlabelled("measured on");
    private readonly Option<bool> _accept = new("--accept-findings") { Description = "measure although the doctor found an error in the labels of the photos; the card says so" };

    public static Command Build(Func<ParseResult, Session> session) => new ModelImportCommand().Command(session);

    private Command Command(Func<ParseResult, Session> session)
    {
        Patterns.Range(_views, 1, TrainingOptions.MostViews);
        _scale.AcceptOnlyFromAmong("0..1", "0..255");
        _layout.AcceptOnlyFromAmong(Auto, "nchw", "nhwc");
        _numbers.AcceptOnlyFromAmong(Auto, "logits", "probabilities");
        _defectOutput.AcceptOnlyFromAmong("high", "low");
        var command = new Command("import", """
            Take somebody else's ONNX classifier: put it into our frame, measure it on labelled photos, give it an operating point.

            Its input may be 1 x 3 x H x W or 1 x H x W x 3, of float, float16 or uint8; its output one number for each class, or one for
            both sides, also inside a sequence of maps. What neither the file nor an option says is taken as a default; the answer and the card
            name each. Photos that it learned from make its figures too good: measure it on others. Where DATASET has train/ and test/, train/
            is taken, and test/ is left for model evaluate.

            Examples:
              defectvision model import customvision.onnx my-photos --labels-file labels.txt --good ok --out boards.onnx
              defectvision model import resnet.onnx my-photos --labels-file config.json --mean 0.485,0.456,0.406 --std 0.229,0.224,0.225 --out boards.onnx
            """)
        {
            _foreign, _dataset, _output, _labels, _unlabelled, _accept, _level, _views, _labelsFile, _good, _size, _scale, _mean, _deviation, _blueFirst, _layout, _named, _numbers, _defectOutput,
        };
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context => Import(parsed, context), cancel)));
        return command;
    }

    private int Import(ParseResult parsed, SessionContext context)
    {
        var options = new ImportOptions(parsed.GetRequiredValue(_foreign), parsed.GetRequiredValue(_dataset), parsed.GetRequiredValue(_output))
        {
            Labels = LayoutWords.Layout(parsed.GetRequiredValue(_labels)),
            UnlabelledIsGood = LabelsOption.IsGood(parsed.GetValue(_unlabelled)),
            AcceptFindings = parsed.GetValue(_accept),
            FalseAlarmLevel = parsed.GetValue(_level),
            Views = parsed.GetValue(_views),
            LabelsFile = parsed.GetValue(_labelsFile),
            Good = parsed.GetValue(_good)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            Size = parsed.GetValue(_size),
            Scale = parsed.GetValue(_scale) switch { null => null, "0..255" => 255, _ => 1 },
            Mean = Given(parsed, _mean),
            Deviation = Given(parsed, _deviation),
            IsBlueFirst = parsed.GetResult(_blueFirst) is { Implicit: false } said ? said.Tokens.Count == 0 || parsed.GetValue(_blueFirst) == true : null,
            Layout = parsed.GetValue(_layout) switch { "nchw" => PixelLayout.ChannelsFirst, "nhwc" => PixelLayout.ChannelsLast, _ => null },
            Output = parsed.GetValue(_named),
            Numbers = parsed.GetValue(_numbers) switch { "logits" => ClassNumbers.Logits, "probabilities" => ClassNumbers.Probabilities, _ => null },
            DefectIsHigh = parsed.GetValue(_defectOutput) switch { "high" => true, "low" => false, _ => null },
        };
        if (Path.GetFullPath(options.Foreign) == Path.GetFullPath(options.ModelPath))
        {
            throw new UsageException("--out: found the foreign file itself, wanted another name: the import would replace it");
        }

        var result = Importer.Import(
            options, context.Progress.For<TrainingProgress>(step => (step.Step, step.Done, step.Total, "")), new FindingRemarks(context), context.Cancel);
        context.Progress.EndLine();
        Answer(context.Streams, result, options.ModelPath);
        return ExitCode.Accepted;
    }

    // An option of several numbers that was not given is empty, not null.
    private static float[]? Given(ParseResult parsed, Option<float[]?> option) => parsed.GetValue(option) is { Length: > 0 } numbers ? numbers : null;

    private static void Answer(Streams streams, ImportResult result, string path) => MadeModel.Write(
        streams,
        result.LeftOut,
        result.Contract,
        [
            ("foreign file", $"{result.ForeignFile}, SHA-256 {result.ForeignSha256}"),
            .. result.Facts.Select(fact => (fact.What, $"{fact.Value} ({fact.From})")),
            ("defects", string.Join(", ", result.Contract.DefectClasses)),
            ("measured on", string.Join(", ", result.Set.Counts.Select(entry => string.Create(CultureInfo.InvariantCulture, $"{entry.Key} {entry.Value}")))),
            ("AUROC", result.Area),
        ],
        "Platt, on these photos",
        path);
}
