using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;
using DefectVision.Training.Labels;
using DefectVision.Training.Labels.Doctor;
using DefectVision.Training.Measuring;

namespace DefectVision.Training;

/// <summary>A model measured on a labelled set it is hoped not to have seen. Everything but "good" counts as defective, learned or not.</summary>
/// <param name="Set">The set.</param>
/// <param name="LeftOut">Photos that could not be read.</param>
/// <param name="Area">Area under the ROC curve, per photo.</param>
/// <param name="Sensitivity">Defective photos flagged at the operating point; none counted where the model <see cref="OrdersOnly"/>.</param>
/// <param name="Specificity">Good photos not flagged at the operating point; none counted where the model <see cref="OrdersOnly"/>.</param>
public sealed record Evaluation(
    LabelledSet Set,
    IReadOnlyList<LeftOut> LeftOut,
    AreaUnderCurve Area,
    Tally Sensitivity,
    Tally Specificity)
{
    /// <summary>What the doctor said of its labels; errors among them were accepted.</summary>
    public required IReadOnlyList<LabelFinding> Findings { get; init; }

    /// <summary>The model has no threshold and flags nothing: its ranking is measured, and nothing that a threshold needs.</summary>
    public required bool OrdersOnly { get; init; }

    /// <summary>Per photo, class A.</summary>
    public required Probability AveragePrecision { get; init; }

    /// <summary>Label of each photo against what the model calls it at its operating point.</summary>
    public required ConfusionTable Confusion { get; init; }

    /// <summary>The labels of the set, "good" first.</summary>
    public IReadOnlyList<string> Labels => [.. Confusion.Labels.OrderBy(label => label == LabelledPhoto.Good ? 0 : 1)];

    /// <summary>What the model can answer, "good" first, and what it answered beside, such as "unknown": no photo of the set stands outside them.</summary>
    public required IReadOnlyList<string> Answers { get; init; }

    /// <summary>Of each defect class of the set the photos flagged, whatever they were called; empty where the model <see cref="OrdersOnly"/>.</summary>
    public required IReadOnlyDictionary<string, Tally> FlaggedOfClass { get; init; }

    /// <summary>The model learned to tell defect classes; from good photos alone it does not.</summary>
    public required bool TellsClasses { get; init; }

    /// <summary>The set is the one, photo for photo, that the model learned from.</summary>
    public required bool IsTrainingSet { get; init; }

    /// <summary>Photos of the set that the model learned from or had its threshold set on, as far as it carries which those were.</summary>
    public required int Seen { get; init; }

    public required ItemMeasure Items { get; init; }

    /// <summary>Null when the model has no calibration.</summary>
    public CalibrationMeasure? Calibration { get; init; }

    /// <summary>Null when it cannot be measured, see <see cref="WhyNoPixels"/>.</summary>
    public PixelMeasure? Pixels { get; init; }

    /// <summary>Why the heat map was not measured; null when it was.</summary>
    public string? WhyNoPixels { get; init; }

    /// <summary>Mean of sensitivity and specificity, 0..1, whatever the shares of good and defective photos; null where the model <see cref="OrdersOnly"/>.</summary>
    public double? BalancedAccuracy => OrdersOnly ? null : (Rate.Of(Sensitivity.Count, Sensitivity.Total).Value + Rate.Of(Specificity.Count, Specificity.Total).Value) / 2;

    /// <param name="model">That is measured.</param>
    /// <param name="photos">On which.</param>
    /// <param name="progress">Told how far it has come.</param>
    /// <param name="findings">Told once, before anything is scored, what the doctor says of the labels.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="DirectoryNotFoundException">No such folder.</exception>
    /// <exception cref="DatasetException">The set lacks good or defective photos that can be read, or the doctor found an error that was not accepted.</exception>
    public static Evaluation Of(
        Model model, HoldOut photos, IProgress<TrainingProgress>? progress, IProgress<IReadOnlyList<LabelFinding>>? findings, CancellationToken cancel)
    {
        var (set, found) = photos.Read(progress, findings, cancel);
        var isMarked = set.Photos.Any(photo => !photo.IsGood && (photo.Mask is not null || photo.Boxes.Count > 0));
        var grid = isMarked ? model.HeatMap : null;
        var (scored, leftOut) = Scoring.Of(model, set, grid is not null, "scoring photos", progress, cancel);
        var defective = scored.Where(photo => !photo.Photo.IsGood).ToList();
        var measured = MeasuredModel.Of(model, scored);
        if (grid is not null)
        {
            progress?.Report(new TrainingProgress("comparing heat maps with what persons marked", 0, 0));
        }

        var pixels = grid is null ? null : PixelMeasure.Of(scored, grid);
        return new Evaluation(
            set,
            leftOut,
            measured.Area,
            measured.Sensitivity,
            measured.Specificity)
        {
            Findings = found,
            OrdersOnly = measured.OrdersOnly,
            AveragePrecision = Statistics.Calibration.AveragePrecision.Of(MeasuredModel.Scores(scored)),
            Confusion = measured.Confusion,
            Answers = [.. new[] { LabelledPhoto.Good }.Concat(model.Contract.DefectClasses).Union(measured.Confusion.Answers)],
            FlaggedOfClass = (measured.OrdersOnly ? [] : defective).GroupBy(photo => photo.Photo.Label).OrderBy(group => group.Key, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new Tally(group.Count(photo => photo.Flagged), group.Count())),
            TellsClasses = TellsClassesOf(model),
            IsTrainingSet = set.Sha256 == model.Contract.Training.DatasetSha256,
            Seen = set.Photos.Count(photo => model.Contract.Training.Digests?.Contains(photo.Sha256) == true),
            Items = ItemMeasure.Of(scored, set.ItemsSaidBy, photos.ItemPattern, model.Contract.OperatingPoint),
            Calibration = model.Contract.Calibration is { } calibration ? CalibrationMeasure.Of(calibration, scored) : null,
            Pixels = pixels,
            WhyNoPixels = pixels is not null ? null
                : !isMarked ? "no defective photo of the set has a mask or boxes"
                : grid is null ? "the model gives no heat map"
                : "no mask of a defective photo can be read or marks anything",
        };
    }

    private static bool TellsClassesOf(Model model) => model.Contract.Training.Photos.Keys.Any(label => label != LabelledPhoto.Good);
}
