using System.Text.Json;
using DefectVision.Inspection;
using DefectVision.Statistics;

namespace DefectVision.Evidence.Data;

/// <summary>The model part of summary.json.</summary>
internal static class SummaryModel
{
    public static void Write(Utf8JsonWriter json, ModelUsed model)
    {
        json.WriteString("name", model.Name);
        json.WriteString("sha256", model.Sha256);
        json.WriteString("learned_from", model.LearnedFrom);
        json.WriteStartObject("labelled_photos");
        foreach (var (name, count) in model.LabelledPhotos.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            json.WriteNumber(name, count);
        }

        json.WriteEndObject();
        json.WriteTexts("defect_classes", model.DefectClasses);
        json.WriteString("recipe", model.Recipe);
        json.WriteNumber("threshold", model.Threshold);
        json.WriteNumber("score_digits", model.ScoreDigits);
        json.WriteNumber("margin", model.Margin);
        json.WriteNumber("false_alarm_level", model.FalseAlarmLevel);
        WriteCount(json, "sensitivity", model.Sensitivity);
        WriteCount(json, "specificity", model.Specificity);
        json.WriteBoolean("orders_only", model.OrdersOnly);
        json.WriteMeasure("most_strange", model.MostStrange);
        json.WriteString("measured_how", model.MeasuredHow);
        json.WriteString("calibration", model.Calibration);
        json.WriteString("self_test", model.SelfTest);
        json.WriteString("execution_provider", model.ExecutionProvider);
        json.WriteTexts("limits", model.Limits);
    }

    private static void WriteCount(Utf8JsonWriter json, string field, Tally count)
    {
        json.WriteStartObject(field);
        json.WriteNumber("hits", count.Count);
        json.WriteNumber("trials", count.Total);
        json.WriteEndObject();
    }
}
