using System.Text.Json.Nodes;
using DefectVision.Cli.Terminal;
using DefectVision.Inference;
using Spectre.Console;

namespace DefectVision.Cli.Answers;

/// <summary><c>model show</c>: the contract of a model, for a program and for a person. What was not measured is null, or says so.</summary>
internal static class ModelFacts
{
    public static JsonObject Json(Model model)
    {
        var contract = model.Contract;
        var point = contract.OperatingPoint;
        return new JsonObject
        {
            ["schema"] = "defectvision/model-facts/1",
            ["name"] = contract.Name,
            ["sha256"] = model.Sha256,
            ["contract"] = contract.Schema,
            ["foreign"] = contract.Training.IsForeign,
            ["learned_from"] = contract.Training.IsForeign ? null : SetOf(contract.Training),
            ["measured_on"] = contract.Training.IsForeign ? SetOf(contract.Training) : null,
            ["defect_classes"] = new JsonArray([.. contract.DefectClasses.Select(name => JsonValue.Create(name))]),
            ["input"] = new JsonObject { ["recipe"] = contract.Input.Version, ["width"] = contract.Input.Width, ["height"] = contract.Input.Height },
            ["looks_at"] = contract.Input.LooksAt,
            ["trained_range"] = contract.Trained is { } range
                ? new JsonObject { ["lowest_jpeg_quality"] = range.LowestJpegQuality, ["darkest"] = range.Darkest, ["brightest"] = range.Brightest }
                : null,
            ["photo_digests"] = contract.Training.Digests?.Count,
            ["heat_map"] = model.HeatMap is { } grid ? new JsonObject { ["rows"] = grid.Rows, ["columns"] = grid.Columns } : null,
            ["operating_point"] = new JsonObject
            {
                ["orders_only"] = point.OrdersOnly,
                ["threshold"] = point.OrdersOnly ? null : point.Threshold,
                ["false_alarm_level"] = point.OrdersOnly ? null : point.FalseAlarmLevel,
                ["level_of"] = point.OrdersOnly ? null : point.IsLevelOfItems ? "items" : "photos",
                ["views"] = point.Views,
                ["workload"] = point.Workload,
                ["sensitivity"] = Figure.Json(point.Sensitivity),
                ["specificity"] = Figure.Json(point.Specificity),
                ["items"] = point.Items is { } items ? new JsonObject { ["sensitivity"] = Figure.Json(items.Sensitivity), ["specificity"] = Figure.Json(items.Specificity) } : null,
                ["measured"] = point.MeasuredHow,
            },
            ["familiar"] = contract.Familiar is { } familiar ? new JsonObject { ["within"] = familiar.Within, ["most_strange"] = familiar.MostStrange } : null,
            ["review_band"] = contract.Review is { } band
                ? new JsonObject { ["pass_below"] = band.PassBelow, ["flag_above"] = band.FlagAbove, ["miss_rate"] = band.MissRate, ["false_alarm_rate"] = band.FalseAlarmRate, ["confidence"] = band.Confidence }
                : null,
            ["added_to"] = contract.Training.From,
            ["calibration"] = contract.Calibration is { } calibration
                ? new JsonObject
                {
                    ["method"] = "Platt",
                    ["a"] = calibration.A,
                    ["b"] = calibration.B,
                    ["good_photos"] = calibration.GoodPhotos,
                    ["defective_photos"] = calibration.DefectivePhotos,
                }
                : null,
            ["backbone"] = new JsonObject { ["name"] = contract.Training.Backbone, ["sha256"] = contract.Training.BackboneSha256 },
            ["seed"] = contract.Training.Seed,
            ["limits"] = new JsonArray([.. contract.Limits.Select(limit => JsonValue.Create(limit))]),
            ["self_test"] = new JsonObject { ["passed"] = true, ["compared"] = model.SelfTest, ["run_by"] = model.ExecutionProvider },
        };
    }

    private static JsonObject SetOf(TrainingFacts training) => new()
    {
        ["dataset"] = training.Dataset,
        ["sha256"] = training.DatasetSha256,
        ["photos"] = Figure.Counts(training.Photos),
    };

    public static void Write(Model model, IAnsiConsole console)
    {
        var contract = model.Contract;
        var point = contract.OperatingPoint;
        var table = new Table().Border(TableBorder.Simple).HideHeaders().AddColumns("what", "value");
        Row("model", contract.Name);
        if (contract.Training.IsForeign)
        {
            Row("made by", "somebody else, from photos that are not known here");
        }

        Row("SHA-256", model.Sha256);
        Row(contract.Training.IsForeign ? "measured on" : "learned from", $"{contract.Training.Dataset}: {string.Join(", ", contract.Training.Photos.Select(entry => $"{entry.Key} {entry.Value}"))}");
        Row("content SHA-256", contract.Training.DatasetSha256);
        Row("tells", string.Join(", ", contract.DefectClasses));
        Row("input", Figure.Number($"{contract.Input.Version}, {contract.Input.Width} x {contract.Input.Height} px"));
        Row("looks at", contract.Input.LooksAt);
        Row("learned from photos of", contract.Trained?.ToString() ?? "not recorded");
        Row("recognises its training photos", contract.Training.Digests is { } known ? Figure.Number($"{known.Count}, by SHA-256") : "no: their digests were not stored");
        Row("heat map", model.HeatMap is { } grid ? Figure.Number($"{grid.Rows} x {grid.Columns} places") : "none");
        Row("threshold", Figure.Threshold(point));
        Row("to look at", point.Workload);
        Row("sensitivity", Figure.Line(point.Sensitivity));
        Row("specificity", Figure.Line(point.Specificity));
        if (point.Items is { } items)
        {
            Row("sensitivity, items", Figure.Line(items.Sensitivity));
            Row("specificity, items", Figure.Line(items.Specificity));
        }

        Row("review band", contract.Review?.ToString() ?? "none");
        Row("goods it knows", contract.Familiar?.ToString() ?? "not recorded: it cannot tell whether it knows the goods, so its flags alone reject no lot");
        Row("measured", point.MeasuredHow);
        Row("calibration", contract.CalibratedHow ?? "none: a score stays a score");
        Row(contract.Training.IsForeign ? "made from" : "backbone", $"{contract.Training.Backbone}, SHA-256 {contract.Training.BackboneSha256}");
        if (!contract.Training.IsForeign)
        {
            Row("seed", Figure.Number($"{contract.Training.Seed}"));
        }

        Row("self-test", $"passed: {model.SelfTest}");
        Row("limits", string.Join('\n', contract.Limits.Select(limit => "- " + limit)));
        console.Write(table);

        void Row(string what, string value) => table.AddRow(what, Markup.Escape(Plain.Text(value)));
    }
}
