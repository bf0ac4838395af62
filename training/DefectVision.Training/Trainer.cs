using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Training.Backbones;
using DefectVision.Training.Heads;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>What a training made.</summary>
/// <param name="Contract">As it went into the file.</param>
/// <param name="Set">The labelled set.</param>
/// <param name="LeftOut">Photos that could not be used.</param>
/// <param name="CrossFitted">Score of every photo by a head that had not seen its group.</param>
public sealed record TrainingResult(
    ModelContract Contract,
    LabelledSet Set,
    IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<(double Score, bool Defective)> CrossFitted);

/// <summary>From labelled photos to one ONNX file and its card.</summary>
public static class Trainer
{
    private static readonly double[] Penalties = [0.003, 0.01, 0.03, 0.1, 0.3, 1];

    /// <exception cref="DatasetException">The set cannot be learned from.</exception>
    /// <exception cref="ModelException">The graph does not give finite numbers.</exception>
    public static TrainingResult Train(TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        var set = LabelledSet.Read(options.Dataset, "train", options.Group);
        if (set.DefectClasses.Count == 0)
        {
            throw new DatasetException($"{options.Dataset}: found only '{LabelledPhoto.Good}/', wanted at least one folder of defective photos beside it");
        }

        var recipe = WorkingSize.For(Headers(set), options.WorkingArea);
        var backbone = FilterBank.Build(recipe);
        var graph = backbone.Graph;
        var backboneSha256 = backbone.Sha256;
        var embedding = Pooling.Append(graph, backbone.Maps, backbone.Channels);
        var (examples, leftOut) = Embed(set, graph, embedding, recipe, backbone.Channels * Pooling.NumbersPerMap, progress, cancel);
        if (!(examples.Any(example => example.Photo.IsGood) && examples.Any(example => !example.Photo.IsGood)))
        {
            throw new DatasetException($"{options.Dataset}: no good or no defective photo could be read; the first failure: {leftOut[0].Path}: {leftOut[0].Reason}");
        }

        var folds = CrossFitting.Folds(examples, options.Seed);
        var (penalty, scored) = ChoosePenalty(examples, folds, progress, cancel);
        var operatingPoint = OperatingPointChoice.Choose(scored, options.FalseAlarmLevel);

        HeadFitting.Defective([.. examples.Select(example => example.Values)], [.. examples.Select(example => !example.Photo.IsGood)], penalty)
            .Append(graph, embedding, ModelContract.ScoreOutput);
        var defective = examples.Where(example => !example.Photo.IsGood).ToList();
        IReadOnlyList<string> classes = [.. defective.Select(example => example.Photo.Label).Distinct().Order(StringComparer.Ordinal)];
        HeadFitting.Classes([.. defective.Select(example => example.Values)], [.. defective.Select(example => example.Photo.Label)], classes, penalty)
            .Append(graph, embedding, ModelContract.LogitsOutput);

        var contract = new ModelContract(
            ModelContract.CurrentSchema,
            Path.GetFileNameWithoutExtension(options.ModelPath),
            recipe,
            classes,
            PlattFit.Fit(scored),
            operatingPoint,
            new TrainingFacts(set.Name, set.Sha256, set.Counts, backbone.Name, backboneSha256, options.Seed),
            [],
            Limits(recipe, operatingPoint));
        var result = new TrainingResult(contract, set, leftOut, scored);
        ModelFiles.Write(options.ModelPath, ModelWriter.Bind(graph, contract), ModelCard.Text(result));
        return result;
    }

    private static (IReadOnlyList<Example> Examples, IReadOnlyList<LeftOut> LeftOut) Embed(
        LabelledSet set,
        Inference.Graph.OnnxGraph graph,
        string embedding,
        InputRecipe recipe,
        int length,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancel)
    {
        var measured = graph.Copy();
        measured.Output(embedding, 0, length);
        using var embedder = new Embedder(measured, embedding, recipe.Width, recipe.Height);
        return Embeddings.Compute(
            set.Photos,
            embedder.NewScorer,
            recipe,
            progress is null ? null : new Relay<int>(done => progress.Report(new TrainingProgress("reading photos", done, set.Photos.Count))),
            cancel);
    }

    // The penalty with the best area under the ROC curve is often a tie among several; log loss after Platt's map decides better.
    private static (double Penalty, IReadOnlyList<(double Score, bool Defective)> Scored) ChoosePenalty(
        IReadOnlyList<Example> examples,
        int[] folds,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancel)
    {
        var best = (Penalty: 0.0, Loss: double.PositiveInfinity, Scored: (IReadOnlyList<(double Score, bool Defective)>)[]);
        for (var at = 0; at < Penalties.Length; at++)
        {
            progress?.Report(new TrainingProgress("cross-fitting", at, Penalties.Length));
            var scores = CrossFitting.Scores(examples, folds, Penalties[at], cancel);
            var scored = scores.Select((score, i) => (score, !examples[i].Photo.IsGood)).ToList();
            var loss = BalancedLogLoss(scored);
            if (loss < best.Loss)
            {
                best = (Penalties[at], loss, scored);
            }
        }

        progress?.Report(new TrainingProgress("cross-fitting", Penalties.Length, Penalties.Length));
        return (best.Penalty, best.Scored);
    }

    private static double BalancedLogLoss(IReadOnlyList<(double Score, bool Defective)> scored) =>
        scored.GroupBy(entry => entry.Defective).Sum(side => side.Average(entry =>
            Math.Log(1 + Math.Exp(Math.Clamp(entry.Defective ? -entry.Score : entry.Score, -500, 500)))));

    private static IReadOnlyList<PhotoHeader> Headers(LabelledSet set)
    {
        var headers = set.Photos.Select(photo => PhotoReader.ReadHeader(File.ReadAllBytes(photo.Path))).OfType<PhotoHeader>().ToList();
        return headers.Count > 0 ? headers : throw new DatasetException($"{set.Name}: found no photo that can be read, wanted JPEG, PNG, WebP or BMP");
    }

    private static IReadOnlyList<string> Limits(InputRecipe recipe, OperatingPoint operatingPoint) =>
    [
        FormattableString.Invariant($"Every photo is seen at {recipe.Width} x {recipe.Height} px: what is smaller than about 1/{Math.Min(recipe.Width, recipe.Height) / 8} of its shorter side cannot be told."),
        FormattableString.Invariant($"The threshold was set to flag at most {operatingPoint.FalseAlarmLevel:P2} of good photos like those it learned from; an item with more photos is flagged more often."),
        "It knows only goods, cameras and light like those of its training photos.",
        "Its flags are findings of a model. No person has confirmed them.",
    ];
}
