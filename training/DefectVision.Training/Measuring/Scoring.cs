using DefectVision.Inference;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Measuring;

/// <summary>The photos of a hold-out, as a model sees them at its operating point.</summary>
internal static class Scoring
{
    /// <param name="withHeatMaps">Keep them; the model must give some.</param>
    /// <exception cref="DatasetException">The set lacks good or defective photos that can be read.</exception>
    public static (IReadOnlyList<ScoredPhoto> Photos, IReadOnlyList<LeftOut> LeftOut) Of(
        Model model,
        LabelledSet set,
        bool withHeatMaps,
        string step,
        IProgress<TrainingProgress>? progress,
        CancellationToken cancel)
    {
        var (examples, leftOut) = Embeddings.Compute(
            set.Photos,
            withHeatMaps ? model.NewMappingScorer : model.NewScorer,
            (take, reading, scorer) =>
            {
                var opinion = model.Judge(scorer);
                var flagged = model.Contract.OperatingPoint.Flags(opinion.Score);
                return new ScoredPhoto(take.Photo, opinion.Score, flagged ? opinion.DefectClass! : LabelledPhoto.Good, flagged)
                {
                    Window = reading.Window,
                    HeatMap = withHeatMaps ? model.MapOf(scorer).ToArray() : null,
                };
            },
            model.Contract.Input,
            alteredBy: null,
            progress is null ? null : new Relay<int>(done => progress.Report(new TrainingProgress(step, done, set.Photos.Count))),
            cancel);
        var (good, defective) = (examples.Count(example => example.Photo.IsGood), examples.Count(example => !example.Photo.IsGood));
        return good > 0 && defective > 0
            ? ([.. examples.Select(example => example.Values)], leftOut)
            : throw new DatasetException(FormattableString.Invariant($"{set.Name}: found {good} good and {defective} defective photos that can be read, wanted at least one of each"));
    }
}
