using System.CommandLine;
using System.Globalization;
using DefectVision.Cli.Answers;
using DefectVision.Cli.Terminal;
using DefectVision.Pipeline.Intake;
using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;
using DefectVision.Training;
using DefectVision.Training.Labels;
using DefectVision.Training.Locating;

namespace DefectVision.Cli.Commands;

/// <summary><c>train DATASET --out M.onnx</c>: learn from labelled photos, or from what persons answered in inspections.</summary>
internal static class TrainCommand
{
    private const double UsualDefectiveShare = 0.05;

    public static Command Build(Func<ParseResult, Session> session)
    {
        var dataset = new Argument<string?>("DATASET") { Arity = ArgumentArity.ZeroOrOne, Description = "folder with good/ and, where there are any, one folder per defect class (or the same under train/), or with photos and labels of another kind; may be left out with --from-case" };
        var cases = FromCaseOption.Build();
        var output = new Option<string>("--out", "-o") { Description = "the model file to write, NAME.onnx; its card NAME.md goes beside it", Required = true };
        var labels = LabelsOption.Build();
        var accept = new Option<bool>("--accept-findings") { Description = "learn although the doctor found an error in the labels; the card says so" };
        var unlabelled = LabelsOption.Unlabelled("learned from");
        var level = new Option<double?>("--false-alarms")
        {
            Description = "share of good items to flag at most, such as 0.01; default: 0.05. Fewer good items than that needs: the strictest they support where some photos are defective, else nothing is flagged and the scores only give an order",
            CustomParser = Patterns.Share,
        };
        var views = new Option<int>("--views")
        {
            Description = "photos that an inspector takes of an item, 1 to 32: where nothing tells the items of the set, the threshold is so much stricter that the false alarms of all of them together keep the level",
            DefaultValueFactory = _ => 1,
        };
        var costs = new Option<double[]?>("--costs")
        {
            Description = "MISSED,FALSE-ALARM: what a defective photo missed and a false alarm cost, such as 50,1; the operating point is then the cheapest (in place of --false-alarms)",
            CustomParser = Patterns.Pair,
        };
        var share = new Option<double?>("--defective-share") { Description = "share of photos expected to be defective, for --costs; default: 0.05", CustomParser = Patterns.Share };
        var group = new Option<string?>("--group") { Description = "regular expression that finds a photo's group in its file name, such as its item; a group never stands on both sides of a split. Default: what the labels say, else names such as 017_front.jpg and 017_back.jpg" };
        var area = new Option<int?>("--working-area") { Description = "pixels of the network's input, width times height: more for small defects on large photos, at as much more time; default: about 147456, where defects are labelled 240000, of a long strip its own" };
        var from = new Option<string?>("--from") { Description = "a model made by train: the set adds to what it knows, its photos are not needed again" };
        var seed = new Option<ulong>("--seed") { Description = "of every draw", DefaultValueFactory = _ => 1 };
        var backbone = new Option<string?>("--backbone") { Description = "an ONNX feature network to use in place of the shipped one: 1 x 3 x H x W in, maps of rank 4 out" };
        var locate = new Option<Locate>("--locate")
        {
            Description = "where the product is in the photo: auto (looked for where it lies before an even background), none (the whole photo), or x,y,w,h in shares of the sides, such as 0.2,0.3,0.6,0.4",
            DefaultValueFactory = _ => Locate.Auto,
            CustomParser = Patterns.Locate,
        };
        Patterns.Range(area, 4096, 4_194_304);
        Patterns.Range(views, 1, TrainingOptions.MostViews);
        group.Validators.Add(result => Patterns.Check(result, "--group"));
        var command = new Command("train", """
            Learn from labelled photos and write one ONNX model with its card.

            --from-case learns from an inspection that persons answered: photos of items that they found good are good, and a photo of an item
            that they found defective shows their class of defect where it was named by its path, is the item's only one, or was flagged.

            Before it learns, a doctor looks at the labels: unreadable photos, duplicates, contradictions, classes too small. What it finds is said on
            stderr; with an error it ends with exit code 65.

            Examples:
              defectvision train datasets/garments --views 2 --out models/garments.onnx
              defectvision train --from-case inspections/PO-4711 --out my-goods.onnx
              defectvision train new-labels --from models/garments.onnx --out candidate.onnx
            """)
        {
            dataset, output, cases, labels, unlabelled, accept, level, views, costs, share, group, area, locate, from, seed, backbone,
        };
        FromCaseOption.Check(command, cases, dataset, [labels, unlabelled, group]);
        command.Validators.Add(result =>
        {
            if (result.GetResult(costs) is { Implicit: false } && result.GetResult(level) is { Implicit: false })
            {
                result.AddError("--costs, --false-alarms: found both, wanted one: each sets the operating point");
            }

            if (result.GetResult(costs) is { Implicit: false } && result.GetResult(views) is { Implicit: false })
            {
                result.AddError("--costs, --views: found both, wanted one: costs set the threshold photo by photo");
            }
        });
        command.SetAction((parsed, cancel) => Task.FromResult(session(parsed).Run(context =>
        {
            var options = new TrainingOptions(
                parsed.GetValue(dataset),
                parsed.GetRequiredValue(output),
                parsed.GetValue(level),
                parsed.GetValue(group) is { } pattern ? NamePattern.Of(pattern) : null,
                parsed.GetValue(area),
                parsed.GetValue(seed),
                parsed.GetValue(backbone) ?? ShippedBackbone.Path)
            {
                Given = FromCaseOption.Labels(parsed, cases, context),
                Labels = LayoutWords.Layout(parsed.GetRequiredValue(labels)),
                Costs = parsed.GetValue(costs) is [var missed, var alarm]
                    ? new Costs(new ErrorCosts((decimal)missed, (decimal)alarm, 0), new Rate(parsed.GetValue(share) ?? UsualDefectiveShare))
                    : null,
                Views = parsed.GetValue(views),
                From = parsed.GetValue(from),
                Locate = parsed.GetRequiredValue(locate),
                UnlabelledIsGood = LabelsOption.IsGood(parsed.GetValue(unlabelled)),
                AcceptFindings = parsed.GetValue(accept),
            };
            var result = Trainer.Train(
                options, context.Progress.For<TrainingProgress>(step => (step.Step, step.Done, step.Total, "")), new FindingRemarks(context), context.Cancel);
            context.Progress.EndLine();
            if (result.Remark is { } remark)
            {
                context.Say(remark);
            }

            if (options.Views > 1 && result.Contract.OperatingPoint.IsLevelOfItems)
            {
                context.Say(string.Create(CultureInfo.InvariantCulture, $"--views {options.Views} is not used: it is known which photos show one item, and the threshold was set by item"));
            }

            Answer(context.Streams, result, options.ModelPath);
            return ExitCode.Accepted;
        }, cancel)));
        return command;
    }

    private static void Answer(Streams streams, TrainingResult result, string path) => MadeModel.Write(
        streams,
        result.LeftOut,
        result.Contract,
        [
            ("labels", result.Set.LabelledHow),
            ("learned from", string.Join(", ", result.Set.Counts.Select(entry => $"{entry.Key} {entry.Value}"))),
            ("input", string.Create(CultureInfo.InvariantCulture, $"{result.Contract.Input.Width} x {result.Contract.Input.Height} px")),
            ("looks at", result.Contract.Input.LooksAt),
            ("head", result.DefectiveToldHow),
        ],
        "Platt, cross-fitted",
        path);
}
