using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inference.Foreign;
using DefectVision.Statistics;
using DefectVision.Training.Heads;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;

namespace DefectVision.Training.Importing;

/// <summary>From somebody else's ONNX classifier and a labelled set to one ONNX file with contract, operating point and card.</summary>
public static class Importer
{
    private const string Answers = "answers";

    /// <param name="options">What a person says.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="findings">Told once, before anything is scored, what the doctor says of the labels.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="FileNotFoundException">No such foreign file or labels file.</exception>
    /// <exception cref="DirectoryNotFoundException">No such set.</exception>
    /// <exception cref="ModelException">The foreign file cannot be framed so.</exception>
    /// <exception cref="DatasetException">The set cannot be measured on, or the labels do not tell good from defective.</exception>
    public static ImportResult Import(
        ImportOptions options, IProgress<TrainingProgress>? progress, IProgress<IReadOnlyList<LabelFinding>>? findings, CancellationToken cancel)
    {
        var network = ForeignNetwork.Read(options.Foreign);
        var set = LabelledSet.Read(options.Dataset, "train", null, options.Labels, keepsFaults: true, unlabelledIsGood: options.UnlabelledIsGood);
        var output = network.OutputNamed(options.Output);
        var (preparation, preparing) = PreparationChoice.Of(network, options);
        var (labels, labelsFrom) = ClassLabels.Of(network, output, options.LabelsFile);
        var classifier = ForeignClassifier.Of(network, output, preparation, options.Numbers);
        var sides = Sides.Of(network, classifier, labels, options);
        IReadOnlyList<ImportFact> facts =
        [
            .. network.Weights.Select(file => new ImportFact("weights", $"{file.Name}, SHA-256 {file.Sha256}", "the file beside it")),
            .. preparing,
            new("numbers", $"'{output.Name}', {Read(classifier.Numbers)}", options.Numbers is null ? "its operators, and three test inputs" : "--numbers"),
            new("labels", labels.Count == 0 ? "none" : string.Join(", ", labels), labelsFrom),
            new("good", sides.Good, sides.From),
        ];

        var found = LabelDoctor.Examine(set, options.Dataset, progress, cancel);
        findings?.Report(found);
        LabelDoctor.RefuseErrors(found, options.Dataset, options.AcceptFindings, "measure");

        var recipe = new InputRecipe(InputRecipe.CurrentVersion, preparation.Width, preparation.Height);
        var (examples, leftOut) = Score(sides, recipe, set, progress, cancel);
        if (!examples.Any(example => example.Photo.IsGood))
        {
            throw new DatasetException($"{options.Dataset}: no good photo could be read; the first failure: {leftOut[0].Path}: {leftOut[0].Reason}");
        }

        IReadOnlyList<(double Score, bool Defective)> scored = [.. examples.Select(example => ((double)example.Values[0], !example.Photo.IsGood))];
        var point = OperatingPointChoice.Of(
            [.. examples.Select(example => (example.Photo.Item, (double)example.Values[0], !example.Photo.IsGood))],
            options.FalseAlarmLevel,
            options.Views,
            $"on the photos of '{set.Name}', which also chose the threshold: somewhat optimistic (class A); what the model learned from is not known");
        var digests = PhotoDigests.Of(examples.Select(example => example.Photo.Sha256));
        var contract = new ModelContract(
            ModelContract.CurrentSchema,
            Path.GetFileNameWithoutExtension(options.ModelPath),
            recipe,
            sides.DefectClasses,
            PlattFit.Fit(scored),
            point,
            new TrainingFacts(set.Name, set.Sha256, set.Counts, $"foreign file {network.FileName}", network.Sha256, 0) { IsForeign = true, Digests = digests },
            [],
            Limits(recipe, point, facts, digests))
        {
            Review = point.OrdersOnly ? null : ReviewBandChoice.Of(scored, "the photos that also chose the threshold"),
        };
        var result = new ImportResult(contract, network.FileName, network.Sha256, facts, set, found, leftOut, scored, Told(examples, sides.DefectClasses));
        ModelFiles.Write(options.ModelPath, ModelWriter.Bind(sides.Graph, contract), ImportCard.Text(result));
        return result;
    }

    private static (IReadOnlyList<Example<float[]>> Examples, IReadOnlyList<LeftOut> LeftOut) Score(
        Sides sides, InputRecipe recipe, LabelledSet set, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        var graph = sides.Graph.Copy();
        var length = 1 + sides.DefectClasses.Count;
        graph.Output(graph.Node("Concat", Answers, [ModelContract.ScoreOutput, ModelContract.LogitsOutput], ("axis", 1L)), 0, length);
        using var embedder = new Embedder(graph, Answers, length, recipe.Width, recipe.Height);
        return Embeddings.Compute(
            set.Photos,
            embedder.NewScorer,
            (_, _, scorer) =>
            {
                scorer.Run();
                return scorer.Result(0).ToArray();
            },
            recipe,
            alteredBy: null,
            progress is null ? null : new Relay<int>(done => progress.Report(new TrainingProgress("scoring photos", done, set.Photos.Count))),
            cancel);
    }

    private static IReadOnlyDictionary<string, Tally> Told(IReadOnlyList<Example<float[]>> examples, IReadOnlyList<string> classes) =>
        classes.Count < 2 ? new Dictionary<string, Tally>() : examples.Where(example => classes.Contains(example.Photo.Label)).GroupBy(example => example.Photo.Label)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Tally(group.Count(example => classes[Best(example.Values)] == group.Key), group.Count()));

    private static int Best(float[] answers) => Enumerable.Range(0, answers.Length - 1).MaxBy(at => answers[at + 1]);

    private static string Read(ClassNumbers numbers) => numbers switch
    {
        ClassNumbers.Logits => "logits, taken as they are",
        ClassNumbers.BeforeSoftmax => "the logits before its softmax",
        ClassNumbers.BeforeSigmoid => "the logits before its sigmoid",
        _ => "the logarithms of its probabilities",
    };

    private static IReadOnlyList<string> Limits(InputRecipe recipe, OperatingPoint point, IReadOnlyList<ImportFact> facts, PhotoDigests? digests)
    {
        var guessed = facts.Where(fact => fact.From == ImportFact.Default).Select(fact => $"{fact.What} {fact.Value}").ToList();
        return
        [
            "Somebody else made it, from photos that are not known here: if photos of the set it was measured on were among them, every figure flatters it.",
            .. guessed.Count == 0 ? Array.Empty<string>() : [$"Neither its file nor a person said how it wants its photos in this: {string.Join("; ", guessed)}. Where that is wrong, it sees other photos than it learned from."],
            FormattableString.Invariant($"Every photo is brought whole to {recipe.Width} x {recipe.Height} px, each side by itself; where its maker cut or padded photos, it sees them otherwise than it learned."),
            point.OrdersOnly ? $"{point.MeasuredHow}." : $"The threshold was set to flag {point.LevelInWords} like those it was measured on; an item with more photos is flagged more often.",
            .. digests is null ? [PhotoDigests.LeftOut] : Array.Empty<string>(),
            .. point.OrdersOnly ? Array.Empty<string>() : ["It cannot tell whether it knows the goods that it is shown: its flags alone reject no lot."],
            "It gives no heat map: it does not show where it sees a defect.",
            .. point.OrdersOnly ? Array.Empty<string>() : ["Its flags are findings of a model. No person has confirmed them."],
        ];
    }
}
