using DefectVision.Imaging;
using DefectVision.Imaging.Locating;
using DefectVision.Inference;
using DefectVision.Inference.Graph;
using DefectVision.Inference.Mutual;
using DefectVision.Statistics;
using DefectVision.Training.Backbones;
using DefectVision.Training.Heads;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;
using DefectVision.Training.Locating;

namespace DefectVision.Training;

/// <summary>What a training made.</summary>
/// <param name="Contract">As it went into the file.</param>
/// <param name="Set">The labelled set.</param>
/// <param name="Findings">What the doctor said of it.</param>
/// <param name="LeftOut">Photos that could not be used.</param>
/// <param name="CrossFitted">Score of every photo by a head and a memory that had not seen its group.</param>
/// <param name="ClassesTold">Of each class the defective photos whose class was told right, cross-fitted; empty when there is only one class.</param>
public sealed record TrainingResult(
    ModelContract Contract,
    LabelledSet Set,
    IReadOnlyList<LabelFinding> Findings,
    IReadOnlyList<LeftOut> LeftOut,
    IReadOnlyList<(double Score, bool Defective)> CrossFitted,
    IReadOnlyDictionary<string, Tally> ClassesTold)
{
    /// <summary>The same of every photo compressed and lit in another way.</summary>
    public IReadOnlyList<(double Score, bool Defective)> Altered { get; init; } = [];

    /// <summary>What tells defective from good, in words, and what cross-fitting says of it and of what was tried beside it.</summary>
    public string DefectiveToldHow { get; init; } = string.Empty;

    /// <summary>What the machine lacked for the learning to be whole; null when it lacked nothing.</summary>
    public string? Remark { get; init; }

    /// <summary>What the head for the class looks at, in words; null when there is only one class.</summary>
    public string? ClassesToldHow { get; init; }

    /// <summary>How the goods lie in their photos, and how that was told, in words; null where a model that was added to knows it.</summary>
    public string? Lying { get; init; }
}

/// <summary>From labelled photos to one ONNX file and its card.</summary>
public sealed class Trainer
{
    /// <summary>Good places kept of each look at a photo at least, however many there are.</summary>
    private const int FewestPlacesPerLook = 4;

    private readonly TrainingOptions _options;
    private readonly IProgress<TrainingProgress>? _progress;
    private readonly CancellationToken _cancel;
    private readonly Learned? _before;
    private readonly LabelledSet _given;
    private readonly LabelledSet _set;
    private readonly InputRecipe _recipe;
    private readonly Network _network;
    private readonly Lying _lying = Lying.NotAsked;
    private readonly MemoryKind _kind;
    private readonly int _looks;
    private readonly int _placesPerLook;

    private Trainer(TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        _options = options;
        _progress = progress;
        _cancel = cancel;
        _before = options.From is { } from ? Learned.Read(from) : null;
        _given = TrainingSet.Read(options, _before);
        _set = _given with { Photos = [.. _given.Photos.Select(photo => photo with { Group = Learned.Sealed(photo.Group), Item = Learned.Sealed(photo.Item) })] };
        if (options.Costs is not null && _set.DefectClasses.Count == 0 && _before is not { Contract.OperatingPoint.Sensitivity.Total: > 0 })
        {
            throw new DatasetException($"{options.Source}: found no defective photo, wanted some: without them nobody knows what a threshold costs");
        }

        if (_before is not null)
        {
            (_recipe, _kind) = (_before.Contract.Input, _before.Memory.Kind);
        }
        else
        {
            var (headers, locator) = (Headers(_set), Locator());
            InputRecipe Recipe(bool isAtAnyAngle) => WorkingSize.For(headers, locator, options.WorkingArea, isCloser: _set.DefectClasses.Count > 0, isAtAnyAngle);
            _lying = Lying.Of(_set, Recipe(isAtAnyAngle: false), options.BackboneFile, progress, cancel);
            (_recipe, _kind) = (Recipe(_lying.IsAtAnyAngle), _lying.IsAtAnyAngle ? MemoryKind.AnyAngle : MemoryKind.Upright);
        }

        _network = new Network(_recipe, options.BackboneFile);
        if (_before is not null && _before.Contract.Training.BackboneSha256 != _network.BackboneSha256)
        {
            throw new ModelException(FormattableString.Invariant(
                $"{options.From}: it looks at photos with backbone {_before.Contract.Training.BackboneSha256[..16]}, found {_network.BackboneSha256[..16]}, wanted the same (--backbone)"));
        }

        if (_before is not null && _before.Examples[0].Values.Length != _network.Length)
        {
            throw new ModelException(FormattableString.Invariant(
                $"{options.From}: it keeps {_before.Examples[0].Values.Length} numbers of each photo, found {_network.Length} wanted by this version; train it anew"));
        }

        var good = Math.Max(1, _set.Photos.Count(photo => photo.IsGood));
        _looks = Math.Clamp(Turning.Most / good, 1, _kind.Looks);
        _placesPerLook = Math.Max(FewestPlacesPerLook, 2 * _kind.MostCandidates / (_looks * good));
    }

    /// <inheritdoc cref="Train(TrainingOptions, IProgress{TrainingProgress}, IProgress{IReadOnlyList{LabelFinding}}, CancellationToken)"/>
    public static TrainingResult Train(TrainingOptions options, IProgress<TrainingProgress>? progress, CancellationToken cancel) =>
        Train(options, progress, null, cancel);

    /// <param name="options">What a person chose.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="findings">Told once, before anything is learned, what the doctor says of the labels.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="DatasetException">The set cannot be learned from, or the doctor found an error in it that was not accepted.</exception>
    /// <exception cref="ModelException">The graph does not give finite numbers.</exception>
    public static TrainingResult Train(
        TrainingOptions options, IProgress<TrainingProgress>? progress, IProgress<IReadOnlyList<LabelFinding>>? findings, CancellationToken cancel) =>
        new Trainer(options, progress, cancel).Train(findings);

    private TrainingResult Train(IProgress<IReadOnlyList<LabelFinding>>? findings)
    {
        // An addition may be as small as one photo: the classes are whole only with what was learned before.
        var found = LabelDoctor.Examine(_given, _options.Dataset, _progress, _cancel).Where(finding => _before is null || finding.Kind != FindingKind.ClassTooSmall).ToList();
        findings?.Report(found);
        LabelDoctor.RefuseErrors(found, _options.Source, _options.AcceptFindings, "learn");
        var (seen, leftOut) = Run(
            _network.ForPlaces(), Network.Places, _network.PlaceLength * _network.PlaceCount, _set.Photos, "reading photos",
            (take, reading, scorer) => (Places: Drawn(take, scorer), Reading: reading));
        var places = seen.Select(example => new Example<float[][]>(example.Take, example.Values.Places)).ToList();
        var known = _before?.Beside(_set) ?? [];
        var old = known.Where(example => example.Take.Way == 0).ToList();
        var all = new LabelledSet(
            _before is null ? _set.Name : $"{_before.Contract.Training.Dataset} + {_set.Name}",
            [.. old.Where(example => !example.Take.IsAltered).Select(example => example.Photo), .. _set.Photos])
        {
            Layout = _set.Layout,
            LabelledHow = _set.LabelledHow,
            ItemsSaidBy = _set.ItemsSaidBy,
            Unlabelled = _set.Unlabelled,
        };
        var photos = old.Select(example => example.Photo).Concat(places.Select(place => place.Photo)).ToList();
        var isGoodOnly = all.DefectClasses.Count == 0;
        if (!photos.Any(photo => photo.IsGood) || (!isGoodOnly && photos.All(photo => photo.IsGood)))
        {
            throw new DatasetException($"{_options.Source}: no good or no defective photo could be read; the first failure: {leftOut[0].Path}: {leftOut[0].Reason}");
        }

        if (places.Count == 0)
        {
            throw new DatasetException($"{_options.Source}: no photo could be read; the first failure: {leftOut[0].Path}: {leftOut[0].Reason}");
        }

        var folds = CrossFitting.Folds(photos, _options.Seed);
        var (measured, held) = CrossFittedExamples(places, folds[old.Count..], all.DefectClasses.Count < 2 ? 0 : Turning.Ways(_recipe, all.Photos.Count(photo => !photo.IsGood)));
        IReadOnlyList<Example<float[]>> examples = [.. old, .. measured.Where(example => example.Take.Way == 0)];
        IReadOnlyList<Example<float[]>> turned = [.. known.Concat(measured).Where(example => example.Take.Way > 0)];
        var (graph, embedding) = _network.With(Memory(places.Where(place => place.Photo.IsGood)));
        var familiar = FamiliarityFit.Of(held, _before?.Contract.Familiar);
        Deviation.AppendStrangeness(graph, familiar.Within);
        var heads = isGoodOnly ? HeadChoice.ByDistance(graph, embedding, examples) : new HeadChoice(examples, turned, folds, _network.MiddleLength, _progress, _cancel).ByLabels(graph, embedding);
        var standing = heads.Fitted.Where(fit => fit.Take.IsAltered == Alteration.Represents(fit.Take.Photo, _options.Seed)).ToList();
        var scored = standing.Select(fit => fit.Pair).ToList();
        var distances = examples.Where(example => example.Photo.IsGood && example.Take.IsAltered == Alteration.Represents(example.Photo, _options.Seed))
            .Select(example => (double)example.Values[^Deviation.Numbers]).ToList();
        var operatingPoint = OperatingPointOf(standing);
        var digests = PhotoDigests.Of(photos.Select(photo => photo.Sha256), _before?.Contract.Training.Digests);
        var contract = new ModelContract(
            ModelContract.CurrentSchema,
            Path.GetFileNameWithoutExtension(_options.ModelPath),
            _recipe,
            heads.Classes.Classes,
            PlattFit.Fit(scored),
            operatingPoint,
            new TrainingFacts(all.Name, all.Sha256, all.Counts, _network.BackboneName, _network.BackboneSha256, _options.Seed) { From = _before?.Sha256, Digests = digests },
            [],
            TrainingLimits.Of(_recipe, _set, operatingPoint, isGoodOnly, digests))
        {
            Trained = PhotoRange.Of([.. seen.Select(example => (example.Take, example.Values.Reading))], _options.Seed, _before?.Contract.Trained),
            Familiar = familiar,
            Review = operatingPoint.OrdersOnly ? null : ReviewBandChoice.Of(scored, "cross-fitted"),
            Anomaly = ScaleOf(distances, heads.Classes.FewestProbability),
        };
        Learned.Store(graph, [.. examples, .. turned], _kind);
        var result = new TrainingResult(contract, all, found, leftOut, [.. heads.Fitted.Where(fit => !fit.Take.IsAltered).Select(fit => fit.Pair)], heads.Classes.Told)
        {
            DefectiveToldHow = heads.Look?.ToString() ?? "none: only good photos were given, the score is the distance from them",
            Remark = heads.Look is { IsLibraryMissing: true, NotTried: { } missing } ? $"{missing}: trees were not tried" : null,
            ClassesToldHow = heads.Classes.Look?.ToString(),
            Lying = _before is null ? _lying.ToString() : null,
            Altered = [.. heads.Fitted.Where(fit => fit.Take.IsAltered).Select(fit => fit.Pair)],
        };
        Usefulness.Check(contract.Name, result.CrossFitted);
        ModelFiles.Write(_options.ModelPath, ModelWriter.Bind(graph, contract), ModelCard.Text(result));
        return result;
    }

    private OperatingPoint OperatingPointOf(IReadOnlyList<CrossFitted> standing)
    {
        const string How = "cross-fitted on the training photos, which also chose the threshold: somewhat optimistic (class A)";
        IReadOnlyList<(string Item, double Score, bool Defective)> photos = [.. standing.Select(fit => (fit.Take.Photo.Item, fit.Score, !fit.Take.Photo.IsGood))];
        return _options.Costs is { } costs
            ? OperatingPointChoice.OfLevel(photos, costs.CheapestLevel([.. standing.Select(fit => fit.Pair)]), $"{How}; set by {costs}")
            : OperatingPointChoice.Of(photos, _options.FalseAlarmLevel, _options.Views, How);
    }

    // Distances have no natural end; the colours end where one is twice as far as good photos hardly ever are.
    private AnomalyScale ScaleOf(IReadOnlyList<double> good, double fewestClassProbability)
    {
        var from = OperatingPointChoice.ScaleFrom(good, _options.FalseAlarmLevel);
        return new AnomalyScale(from, 2 * from, fewestClassProbability);
    }

    // A memory that holds a photo's own places finds it perfectly good: each photo is measured against the memory of the other folds.
    private (IReadOnlyList<Example<float[]>> Measured, IReadOnlyList<float> Held) CrossFittedExamples(IReadOnlyList<Example<float[][]>> places, int[] folds, int ways)
    {
        var (examples, distances) = (new List<Example<float[]>>(), new List<float>());
        for (var fold = 0; fold <= folds.Max(); fold++)
        {
            var held = places.Where((_, at) => folds[at] == fold).Select(place => place.Photo).Distinct().ToList();
            if (held.Count == 0)
            {
                continue;
            }

            var (graph, embedding) = _network.With(Memory(places.Where((place, at) => place.Photo.IsGood && folds[at] != fold)));
            var both = graph.Node("Concat", "embedding_and_distances", [embedding, Deviation.FamiliarDistances], ("axis", 1L));
            graph.Output(both, 0, _network.Length + _network.FamiliarCount);
            var (measured, changed) = Run(
                graph, both, _network.Length + _network.FamiliarCount, held, $"measuring part {fold + 1} of {folds.Max() + 1}",
                (_, _, scorer) => scorer.Result(0).ToArray(), photo => photo.IsGood ? 0 : ways);
            if (changed.Count > 0)
            {
                throw new DatasetException($"{changed[0].Path}: it could be read at first and not any more ({changed[0].Reason}); wanted a set that lies still while it is learned from");
            }

            examples.AddRange(measured.Select(example => example with { Values = example.Values[.._network.Length] }));
            distances.AddRange(measured.Where(example => example.Photo.IsGood).SelectMany(example => example.Values.Skip(_network.Length)));
        }

        // In the order of the set, so that the folds given are those of the examples; what is turned comes last.
        var order = places.Select((place, at) => (place.Take, at)).ToDictionary(entry => entry.Take, entry => entry.at);
        return ([.. examples.OrderBy(example => order.GetValueOrDefault(example.Take, order.Count + order.GetValueOrDefault(example.Take with { Way = 0 })))], distances);
    }

    private MemoryBank Memory(IEnumerable<Example<float[][]>> good)
    {
        _cancel.ThrowIfCancellationRequested();
        IReadOnlyList<float[]> places = [.. good.SelectMany(example => example.Values)];
        return _before?.Memory.With(places, _options.Seed) ?? MemoryBank.Of(places, _options.Seed, _network.IsPlain, _kind);
    }

    // Places of a good photo, in every look at it that the memory holds.
    private float[][] Drawn(Take take, Scorer scorer)
    {
        if (!take.Photo.IsGood)
        {
            return [];
        }

        var upright = Draw(take.Photo, scorer.Result(0), look: 0);
        if (_looks == 1 || take.IsAltered)
        {
            return upright;
        }

        // Of many photos not every one in every look.
        var turns = Enumerable.Range(1, _kind.Looks - 1).ToArray();
        take.Photo.Drawing(_options.Seed, stream: 1).Shuffle(turns.AsSpan());
        return [.. upright, .. AnyAngle.Turned(scorer, _recipe, turns.Take(_looks - 1).Order()).SelectMany((flat, at) => Draw(take.Photo, flat, look: at + 1))];
    }

    private float[][] Draw(LabelledPhoto photo, ReadOnlySpan<float> flat, int look)
    {
        var order = Enumerable.Range(0, _network.PlaceCount).ToArray();
        photo.Drawing(_options.Seed, stream: 8 * (ulong)look).Shuffle(order.AsSpan());
        var drawn = new float[Math.Min(_placesPerLook, order.Length)][];
        for (var i = 0; i < drawn.Length; i++)
        {
            drawn[i] = new float[_network.PlaceLength];
            for (var channel = 0; channel < _network.PlaceLength; channel++)
            {
                drawn[i][channel] = flat[(channel * _network.PlaceCount) + order[i]];
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
        Func<Take, PhotoReading.Readable, Scorer, T> keep,
        Func<LabelledPhoto, int>? ways = null)
    {
        using var embedder = new Embedder(graph, output, length, _recipe.Width, _recipe.Height);
        return Embeddings.Compute(
            photos,
            embedder.NewScorer,
            (take, reading, scorer) =>
            {
                scorer.Run();
                return keep(take, reading, scorer);
            },
            _recipe,
            _options.Seed,
            _progress is null ? null : new Relay<int>(done => _progress.Report(new TrainingProgress(step, done, photos.Count))),
            _cancel,
            ways);
    }

    private Locator? Locator() => _options.Locate switch
    {
        { Fixed: { } window } => new Locator(window, null, 0, 1),
        { IsAutomatic: true } => ProductPlace.Of(_set, _progress, _cancel),
        _ => null,
    };

    private static IReadOnlyList<PhotoHeader> Headers(LabelledSet set)
    {
        var headers = set.Photos.Select(photo => photo.Header).OfType<PhotoHeader>().ToList();
        return headers.Count > 0 ? headers : throw new DatasetException($"{set.Name}: found no photo that can be read, wanted JPEG, PNG, WebP or BMP");
    }
}
