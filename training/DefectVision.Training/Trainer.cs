using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Inference.Graph;
using DefectVision.Statistics;
using DefectVision.Training.Backbones;
using DefectVision.Training.Heads;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>What a training made.</summary>
/// <param name="Contract">As it went into the file.</param>
/// <param name="Set">The labelled set.</param>
/// <param name="LeftOut">Photos that could not be used.</param>
/// <param name="CrossFitted">Score of every photo by a head and a memory that had not seen its group.</param>
public sealed record TrainingResult(
    ModelContract Contract,
    LabelledSet Set,
    IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<(double Score, bool Defective)> CrossFitted);

/// <summary>From labelled photos to one ONNX file and its card.</summary>
public sealed class Trainer
{
    /// <summary>Good places kept of each photo, to choose the memory from.</summary>
    private const int PlacesPerPhoto = 200;

    private static readonly double[] Penalties = [0.01, 0.03, 0.1, 0.3, 1, 3];

    private readonly TrainingOptions options;
    private readonly IProgress<TrainingProgress>? progress;
    private readonly CancellationToken cancel;
    private readonly LabelledSet set;
    private readonly InputRecipe recipe;
    private readonly Network network;

    private Trainer(TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        this.options = options;
        this.progress = progress;
        this.cancel = cancel;
        set = LabelledSet.Read(options.Dataset, "train", options.Group);
        if (set.DefectClasses.Count == 0)
        {
            throw new DatasetException($"{options.Dataset}: found only '{LabelledPhoto.Good}/', wanted at least one folder of defective photos beside it");
        }

        recipe = WorkingSize.For(Headers(set), options.WorkingArea);
        network = new Network(recipe);
    }

    /// <exception cref="DatasetException">The set cannot be learned from.</exception>
    /// <exception cref="ModelException">The graph does not give finite numbers.</exception>
    public static TrainingResult Train(TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancel) =>
        new Trainer(options, progress, cancel).Train();

    private TrainingResult Train()
    {
        var (places, leftOut) = Run(network.ForPlaces(), Network.Places, network.PlaceLength * network.PlaceCount, set.Photos, "reading photos", Draw);
        var photos = places.Select(place => place.Photo).ToList();
        if (!(photos.Any(photo => photo.IsGood) && photos.Any(photo => !photo.IsGood)))
        {
            throw new DatasetException($"{options.Dataset}: no good or no defective photo could be read; the first failure: {leftOut[0].Path}: {leftOut[0].Reason}");
        }

        var folds = CrossFitting.Folds(photos, options.Seed);
        var examples = CrossFittedExamples(places, folds);
        var (penalty, scored) = ChoosePenalty(examples, folds);
        var operatingPoint = OperatingPointChoice.Choose(scored, options.FalseAlarmLevel);

        var (graph, embedding) = network.With(Memory(places.Where(place => place.Photo.IsGood)));
        HeadFitting.Defective([.. examples.Select(example => example.Values)], [.. photos.Select(photo => !photo.IsGood)], penalty)
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
            new TrainingFacts(set.Name, set.Sha256, set.Counts, network.BackboneName, network.BackboneSha256, options.Seed),
            [],
            Limits(operatingPoint));
        var result = new TrainingResult(contract, set, leftOut, scored);
        ModelFiles.Write(options.ModelPath, ModelWriter.Bind(graph, contract), ModelCard.Text(result));
        return result;
    }

    // A memory that holds a photo's own places finds it perfectly good: each photo is measured against the memory of the other folds.
    private IReadOnlyList<Example<float[]>> CrossFittedExamples(IReadOnlyList<Example<float[][]>> places, int[] folds)
    {
        var examples = new Dictionary<LabelledPhoto, Example<float[]>>();
        for (var fold = 0; fold <= folds.Max(); fold++)
        {
            var (graph, embedding) = network.With(Memory(places.Where((place, at) => place.Photo.IsGood && folds[at] != fold)));
            graph.Output(embedding, 0, network.Length);
            var held = places.Where((_, at) => folds[at] == fold).Select(place => place.Photo).ToList();
            var (measured, changed) = Run(graph, embedding, network.Length, held, $"measuring part {fold + 1} of {folds.Max() + 1}", (_, values) => values.ToArray());
            if (changed.Count > 0)
            {
                throw new DatasetException($"{changed[0].Path}: it could be read at first and not any more ({changed[0].Reason}); wanted a set that lies still while it is learned from");
            }

            foreach (var example in measured)
            {
                examples.Add(example.Photo, example);
            }
        }

        return [.. places.Select(place => examples[place.Photo])];
    }

    private MemoryBank Memory(IEnumerable<Example<float[][]>> good)
    {
        cancel.ThrowIfCancellationRequested();
        return MemoryBank.Of([.. good.SelectMany(example => example.Values)], options.Seed);
    }

    // Places of a good photo, drawn by its content, so that neither order nor threads matter.
    private float[][] Draw(LabelledPhoto photo, ReadOnlySpan<float> flat)
    {
        if (!photo.IsGood)
        {
            return [];
        }

        var order = Enumerable.Range(0, network.PlaceCount).ToArray();
        new PinnedGenerator(options.Seed ^ Convert.ToUInt64(photo.Sha256[..16], 16), stream: 0).Shuffle(order.AsSpan());
        var drawn = new float[Math.Min(PlacesPerPhoto, order.Length)][];
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = new float[network.PlaceLength];
            for (var channel = 0; channel < network.PlaceLength; channel++)
            {
                drawn[i][channel] = flat[(channel * network.PlaceCount) + order[i]];
            }
        }

        return drawn;
    }

    private (IReadOnlyList<Example<T>> Examples, IReadOnlyList<LeftOut> LeftOut) Run<T>(
        OnnxGraph graph,
        string output,
        int length,
        IReadOnlyList<LabelledPhoto> photos,
        string step,
        Func<LabelledPhoto, ReadOnlySpan<float>, T> keep)
    {
        using var embedder = new Embedder(graph, output, length, recipe.Width, recipe.Height);
        return Embeddings.Compute(
            photos,
            embedder.NewScorer,
            keep,
            recipe,
            progress is null ? null : new Relay<int>(done => progress.Report(new TrainingProgress(step, done, photos.Count))),
            cancel);
    }

    // The area under the ROC curve is often a tie among several penalties; log loss decides.
    private (double Penalty, IReadOnlyList<(double Score, bool Defective)> Scored) ChoosePenalty(IReadOnlyList<Example<float[]>> examples, int[] folds)
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

    private IReadOnlyList<string> Limits(OperatingPoint operatingPoint) =>
    [
        FormattableString.Invariant($"Every photo is seen at {recipe.Width} x {recipe.Height} px: what is smaller than about 1/{Math.Min(recipe.Width, recipe.Height) / FilterBank.Stride} of its shorter side cannot be told."),
        FormattableString.Invariant($"The threshold was set to flag at most {100 * operatingPoint.FalseAlarmLevel:0.0} % of good photos like those it learned from; an item with more photos is flagged more often."),
        "It knows only goods, cameras and light like those of its training photos.",
        "Its flags are findings of a model. No person has confirmed them.",
    ];
}
