using DefectVision.Inference;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Measuring;

/// <summary>Photos that nobody has labelled, as a model sees them.</summary>
public static class UnlabelledPhotos
{
    /// <returns>By path what the model says, and the photos that could not be read.</returns>
    public static (IReadOnlyDictionary<string, Opinion> Opinions, IReadOnlyList<LeftOut> LeftOut) Look(
        Model model, IReadOnlyList<string> paths, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        var photos = paths.Distinct(StringComparer.Ordinal).Select(path => new LabelledPhoto(path, string.Empty, path, string.Empty, null)).ToList();
        var (examples, leftOut) = Embeddings.Compute(
            photos,
            model.NewScorer,
            (_, reading, scorer) => model.Judge(scorer).In(reading),
            model.Contract.Input,
            alteredBy: null,
            progress is null ? null : new Relay<int>(done => progress.Report(new TrainingProgress("looking at photos", done, photos.Count))),
            cancel);
        return (examples.ToDictionary(example => example.Photo.Path, example => example.Values, StringComparer.Ordinal), leftOut);
    }
}
