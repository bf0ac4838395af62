using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;

namespace DefectVision.Training.Measuring;

/// <summary>One side of a comparison, per photo.</summary>
/// <param name="Name">The model's own.</param>
/// <param name="Sha256">Of its file, lower-case hex.</param>
/// <param name="Area">Under the ROC curve.</param>
/// <param name="Sensitivity">Defective photos flagged at its operating point; none counted where it <see cref="OrdersOnly"/>.</param>
/// <param name="Specificity">Good photos not flagged at its operating point; none counted where it <see cref="OrdersOnly"/>.</param>
/// <param name="Confusion">Labels against answers.</param>
public sealed record MeasuredModel(string Name, string Sha256, AreaUnderCurve Area, Tally Sensitivity, Tally Specificity, ConfusionTable Confusion)
{
    /// <summary>It has no threshold and flags nothing.</summary>
    public bool OrdersOnly { get; init; }

    internal static MeasuredModel Of(Model model, IReadOnlyList<ScoredPhoto> photos)
    {
        var defective = photos.Where(photo => !photo.Photo.IsGood).ToList();
        var good = photos.Where(photo => photo.Photo.IsGood).ToList();
        var ordersOnly = model.Contract.OperatingPoint.OrdersOnly;
        return new MeasuredModel(
            model.Contract.Name,
            model.Sha256,
            AreaUnderCurve.Of(Scores(photos)),
            ordersOnly ? default : new Tally(defective.Count(photo => photo.Flagged), defective.Count),
            ordersOnly ? default : new Tally(good.Count(photo => !photo.Flagged), good.Count),
            new ConfusionTable([.. photos.Select(photo => (photo.Photo.Label, photo.Answer))]))
        {
            OrdersOnly = ordersOnly,
        };
    }

    internal static LabelledScore[] Scores(IEnumerable<ScoredPhoto> photos) => [.. photos.Select(photo => new LabelledScore(photo.Score, !photo.Photo.IsGood))];
}
