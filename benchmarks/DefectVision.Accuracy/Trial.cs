using System.Diagnostics;
using DefectVision.FirstShipment;
using DefectVision.Inference;
using DefectVision.Statistics;
using DefectVision.Statistics.Calibration;
using DefectVision.Training;
using DefectVision.Training.Measuring;

namespace DefectVision.Accuracy;

/// <summary>One training from good photos alone, measured on photos it has not seen.</summary>
/// <param name="Goods">The set.</param>
/// <param name="Recipe">How it was trained.</param>
/// <param name="Seed">Of the training, and of the split where the set has none.</param>
/// <param name="Learned">Good photos.</param>
/// <param name="Width">Of the network's input, pixels.</param>
/// <param name="Height">The same.</param>
/// <param name="IsLocated">The product is looked for.</param>
/// <param name="Area">Under the ROC curve, per photo.</param>
/// <param name="AtFivePercent">Share of defective photos that score above 95 % of the good ones that are measured.</param>
/// <param name="Sensitivity">At the model's own threshold; none counted where it has none.</param>
/// <param name="Specificity">At the model's own threshold; none counted where it has none.</param>
/// <param name="Overlap">AUPRO; null where nobody marked the defects.</param>
/// <param name="TrainingSeconds">By the clock.</param>
/// <param name="ScoringMilliseconds">CPU time a photo, decoding and heat map included.</param>
internal sealed record Trial(
    string Goods,
    string Recipe,
    ulong Seed,
    int Learned,
    int Width,
    int Height,
    bool IsLocated,
    AreaUnderCurve Area,
    double AtFivePercent,
    Tally Sensitivity,
    Tally Specificity,
    double? Overlap,
    double TrainingSeconds,
    double ScoringMilliseconds)
{
    private const double FalseAlarms = 0.05;

    public static Trial Of(Goods goods, Recipe recipe, ulong seed, CancellationToken cancel)
    {
        var work = Directory.CreateTempSubdirectory("accuracy-").FullName;
        try
        {
            var split = Split.Of(goods, seed);
            var place = Directory.CreateDirectory(Path.Combine(work, "set", "good")).FullName;
            foreach (var photo in split.Learned)
            {
                File.Copy(photo, Path.Combine(place, Path.GetFileName(photo)));
            }

            var file = Path.Combine(work, goods.Name + ".onnx");
            var clock = Stopwatch.StartNew();
            Trainer.Train(recipe.Options(Path.Combine(work, "set"), file, split.Group, seed), null, cancel);
            var seconds = clock.Elapsed.TotalSeconds;
            using var model = Model.Load(file);
            using var process = Process.GetCurrentProcess();
            var before = process.TotalProcessorTime;
            var (scored, _) = Scoring.Of(model, split.Measured, model.HeatMap is not null, "scoring", null, cancel);
            process.Refresh();
            var milliseconds = (process.TotalProcessorTime - before).TotalMilliseconds / scored.Count;
            var measured = MeasuredModel.Of(model, scored);
            var marked = split.Measured.Photos.Any(photo => photo.Mask is not null || photo.Boxes.Count > 0) && model.HeatMap is { } grid ? PixelMeasure.Of(scored, grid) : null;
            var input = model.Contract.Input;
            return new Trial(
                goods.Name, recipe.Name, seed, split.Learned.Count, input.Width, input.Height, input.Locate is not null, measured.Area, SensitivityAt(FalseAlarms, scored), measured.Sensitivity, measured.Specificity, marked?.Overlap.Value, seconds, milliseconds);
        }
        finally
        {
            Directory.Delete(work, recursive: true);
        }
    }

    // The threshold is the lowest that so many of the good photos at most reach.
    private static double SensitivityAt(double falseAlarms, IReadOnlyList<ScoredPhoto> scored)
    {
        var good = scored.Where(photo => photo.Photo.IsGood).Select(photo => photo.Score).OrderDescending().ToList();
        var defective = scored.Where(photo => !photo.Photo.IsGood).ToList();
        var threshold = good[Math.Min(good.Count - 1, (int)(falseAlarms * good.Count))];
        return (double)defective.Count(photo => photo.Score > threshold) / defective.Count;
    }
}
