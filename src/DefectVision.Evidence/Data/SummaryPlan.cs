using System.Text.Json;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Data;

/// <summary>What was fixed beforehand and what persons said, as digests in summary.json.</summary>
internal static class SummaryPlan
{
    public static void Write(Utf8JsonWriter json, InspectionRecord record)
    {
        json.WriteStartObject("analysis_plan");
        json.WriteString("sha256", record.Plan?.Sha256);
        json.WriteString("sha256_when_scoring_began", record.PlanAtStart ?? record.Plan?.Sha256);
        json.WriteMeasure("level_of_each_bound", record.Plan?.EachBound.Value);
        json.WriteMeasure("level_of_each_comparison", record.Plan?.EachTest.Value);
        WriteChanges(json, record);
        json.WriteEndObject();
        json.WriteString("draw_list_sha256", record.Draw?.Sha256);
        json.WriteStartObject("review");
        json.WriteString("sha256", record.Confirmed?.WithoutReviews()?.Sha256);
        json.WriteTexts("readers", record.Confirmed?.Readers ?? []);
        json.WriteNumber("answers", record.Confirmed?.Readings.Count ?? 0);
        json.WriteObject("log", record.Reviews, known =>
        {
            json.WriteString("sha256", known.Sha256);
            json.WriteNumber("answers", known.Answers);
            json.WriteNumber("taken_back", known.TakenBack);
            json.WriteBoolean("blind", known.Protocol.IsBlind);
            json.WriteNumber("seed", known.Protocol.Seed);
            json.WriteMeasure("audit_share", known.Protocol.AuditShare);
            json.WriteTexts("also_in_list", known.AlsoInList);
            json.WriteTexts("not_found", known.NotFound);
        });
        json.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter json, InspectionRecord record)
    {
        json.WriteStartArray("terms_changed");
        foreach (var change in record.Changes)
        {
            json.WriteStartObject();
            json.WriteString("term", Code.Of(change.Kind));
            json.WriteString("of", change.Subject);
            json.WriteString("before", change.Before);
            json.WriteString("after", change.After);
            json.WriteBoolean("loses_guarantee", change.LosesGuarantee);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
