using System.Text.Json.Nodes;
using DefectVision.Inference;
using DefectVision.Training;
using DefectVision.Training.Measuring;

namespace DefectVision.Cli.Answers;

/// <summary><c>model evaluate --format json</c>. What was not measured is null.</summary>
internal static class EvaluationJson
{
    public static JsonObject Of(Model model, Evaluation evaluation) => new()
    {
        ["schema"] = "defectvision/evaluation/1",
        ["model"] = new JsonObject { ["name"] = model.Contract.Name, ["sha256"] = model.Sha256 },
        ["dataset"] = new JsonObject
        {
            ["name"] = evaluation.Set.Name,
            ["sha256"] = evaluation.Set.Sha256,
            ["is_training_set"] = evaluation.IsTrainingSet,
            ["learned_from"] = evaluation.Seen,
            ["photos"] = Figure.Counts(evaluation.Set.Counts),
            ["left_out"] = evaluation.LeftOut.Count,
            ["findings"] = Figure.Texts(evaluation.Findings.Select(finding => finding.Text)),
        },
        ["image"] = new JsonObject
        {
            ["auroc"] = evaluation.Area.Value.Value,
            ["auroc_lower"] = Figure.Lower(evaluation.Area),
            ["auroc_upper"] = Figure.Upper(evaluation.Area),
            ["average_precision"] = evaluation.AveragePrecision.Value,
        },
        ["operating_point"] = new JsonObject
        {
            ["orders_only"] = evaluation.OrdersOnly,
            ["threshold"] = evaluation.OrdersOnly ? null : model.Contract.OperatingPoint.Threshold,
            ["false_alarm_level"] = evaluation.OrdersOnly ? null : model.Contract.OperatingPoint.FalseAlarmLevel,
            ["level_of"] = evaluation.OrdersOnly ? null : model.Contract.OperatingPoint.IsLevelOfItems ? "items" : "photos",
            ["views"] = model.Contract.OperatingPoint.Views,
            ["sensitivity"] = Figure.Json(evaluation.Sensitivity),
            ["specificity"] = Figure.Json(evaluation.Specificity),
            ["balanced_accuracy"] = evaluation.BalancedAccuracy,
        },
        ["items"] = new JsonObject
        {
            ["count"] = evaluation.Items.Items,
            ["told_by"] = evaluation.Items.ToldBy,
            ["one_photo_each"] = evaluation.Items.OnePhotoEach,
            ["sensitivity"] = Figure.Json(evaluation.Items.Sensitivity),
            ["specificity"] = Figure.Json(evaluation.Items.Specificity),
        },
        ["classes"] = Classes(evaluation),
        ["confusion"] = evaluation.OrdersOnly ? null : Confusion(evaluation),
        ["calibration"] = Calibration(evaluation.Calibration),
        ["pixel"] = Pixel(evaluation),
    };

    private static JsonObject Classes(Evaluation evaluation) => new()
    {
        ["macro_f1"] = TellsClasses(evaluation) ? evaluation.Confusion.MacroF1 : null,
        ["balanced_accuracy"] = TellsClasses(evaluation) ? evaluation.Confusion.BalancedAccuracy : null,
        ["each"] = new JsonArray([.. (evaluation.OrdersOnly ? [] : evaluation.Labels).Select(label => new JsonObject
        {
            ["class"] = label,
            ["flagged"] = evaluation.FlaggedOfClass.TryGetValue(label, out var flagged) ? Figure.Json(flagged) : Figure.Json(evaluation.Specificity.Complement),
            ["recall"] = Figure.Json(evaluation.Confusion.Recall(label)),
            ["precision"] = Figure.Json(evaluation.Confusion.Precision(label)),
            ["f1"] = evaluation.Confusion.F1(label),
        })]),
    };

    private static bool TellsClasses(Evaluation evaluation) => evaluation is { TellsClasses: true, OrdersOnly: false };

    private static JsonObject Confusion(Evaluation evaluation) => new()
    {
        ["labels"] = new JsonArray([.. evaluation.Labels.Select(label => JsonValue.Create(label))]),
        ["answers"] = new JsonArray([.. evaluation.Answers.Select(answer => JsonValue.Create(answer))]),
        ["photos"] = new JsonArray([.. evaluation.Labels.Select(label =>
            new JsonArray([.. evaluation.Answers.Select(answer => JsonValue.Create(evaluation.Confusion[label, answer]))]))]),
    };

    private static JsonObject? Calibration(CalibrationMeasure? calibration) => calibration is null ? null : new JsonObject
    {
        ["photos"] = calibration.Measures.Items,
        ["brier"] = calibration.Measures.Brier,
        ["log_loss"] = calibration.Measures.LogLoss,
        ["bins"] = calibration.Measures.Bins,
        ["ece_equal_width"] = calibration.Measures.ExpectedErrorEqualWidth,
        ["largest_error_equal_width"] = calibration.Measures.LargestErrorEqualWidth,
        ["ece_equal_mass"] = calibration.Measures.ExpectedErrorEqualMass,
        ["in_the_large"] = calibration.Measures.CalibrationInTheLarge,
        ["reliability"] = new JsonArray([.. calibration.Bins.Select(bin => new JsonObject
        {
            ["mean_forecast"] = bin.MeanForecast.Value,
            ["found"] = Figure.Json(bin.Nonconforming),
        })]),
    };

    private static JsonObject Pixel(Evaluation evaluation) => evaluation.Pixels is { } pixels
        ? new JsonObject
        {
            ["aupro"] = pixels.Overlap.Value,
            ["false_positive_limit"] = pixels.Limit.Value,
            ["regions"] = pixels.Regions,
            ["marked_photos"] = pixels.MarkedPhotos,
            ["good_photos"] = pixels.GoodPhotos,
            ["unmarked_photos"] = pixels.UnmarkedPhotos,
        }
        : new JsonObject { ["aupro"] = null, ["reason"] = evaluation.WhyNoPixels };
}
