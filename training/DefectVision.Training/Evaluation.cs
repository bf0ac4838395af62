using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>A model measured on a labelled set it is hoped not to have seen. Everything but "good" counts as defective, learned or not.</summary>
/// <param name="Set">The set.</param>
/// <param name="LeftOut">Photos that could not be read.</param>
/// <param name="Area">Area under the ROC curve, per photo.</param>
/// <param name="Sensitivity">Defective photos flagged at the operating point.</param>
/// <param name="Specificity">Good photos not flagged at the operating point.</param>
public sealed record Evaluation(
    LabelledSet Set,
    IReadOnlyList<LeftOut> LeftOut,
    AreaUnderCurve Area,
    Tally Sensitivity,
    Tally Specificity)
{
    /// <exception cref="DatasetException">The set lacks good or defective photos that can be read.</exception>
    public static Evaluation Of(
        Model model, string dataset, IProgress<TrainingProgress>? progress, CancellationToken cancel, LabelLayout labels = LabelLayout.Auto)
    {
        var set = LabelledSet.Read(dataset, "test", null, labels);
        var (examples, leftOut) = Embeddings.Compute(
            set.Photos,
            model.NewScorer,
            (_, output) => OperatingPoint.Round(output[0]),
            model.Contract.Input,
            progress is null ? null : new Relay<int>(done => progress.Report(new TrainingProgress("scoring photos", done, set.Photos.Count))),
            cancel);
        var scored = examples.Select(example => (Score: example.Values, Defective: !example.Photo.IsGood)).ToList();
        if (!(scored.Any(entry => entry.Defective) && scored.Any(entry => !entry.Defective)))
        {
            throw new DatasetException($"{dataset}: found {scored.Count(entry => !entry.Defective)} good and {scored.Count(entry => entry.Defective)} defective photos that can be read, wanted at least one of each");
        }

        var threshold = model.Contract.OperatingPoint.Threshold;
        return new Evaluation(
            set,
            leftOut,
            AreaUnderCurve.Of([.. scored.Select(entry => new LabelledScore(entry.Score, entry.Defective))]),
            new Tally(scored.Count(entry => entry.Defective && entry.Score >= threshold), scored.Count(entry => entry.Defective)),
            new Tally(scored.Count(entry => !entry.Defective && entry.Score < threshold), scored.Count(entry => !entry.Defective)));
    }
}
