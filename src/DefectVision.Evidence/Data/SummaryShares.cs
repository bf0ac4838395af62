using System.Globalization;
using System.Text.Json;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Data;

/// <summary>A lot's defects by cause and by class, in summary.json.</summary>
internal static class SummaryShares
{
    public static void Write(Utf8JsonWriter json, DefectShares shares)
    {
        json.WriteStartObject("defect_shares");
        json.WriteString("basis", shares.IsByPersons ? Phrases.ByPersons : Phrases.ByFlags);
        json.WriteString("condition", DefectShares.EachAlone.ToString(CultureInfo.InvariantCulture));
        json.WriteStartArray("by_cause");
        foreach (var share in shares.Causes)
        {
            WriteShare(json, "cause", Code.Of(share.Cause), share.Share);
        }

        json.WriteEndArray();
        json.WriteStartArray("by_class");
        foreach (var share in shares.Classes)
        {
            WriteShare(json, "defect_class", share.DefectClass, share.Share);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteShare(Utf8JsonWriter json, string field, string? name, CountedShare share)
    {
        json.WriteStartObject();
        json.WriteString(field, name);
        json.WriteNumber("items", share.Found);
        json.WriteNumber("at_most", share.AtMost);
        json.WriteNumber("of_items", share.Items);
        json.WriteNumber("confidence", share.Confidence);
        json.WriteNumber("lower_rate", share.LowerRate);
        json.WriteNumber("upper_rate", share.UpperRate);
        json.WriteCount("lower_items", share.LowerItems);
        json.WriteCount("upper_items", share.UpperItems);
        json.WriteString("method", share.Method);
        json.WriteString("lower_class", share.LowerClass?.ToString());
        json.WriteString("upper_class", share.UpperClass?.ToString());
        json.WriteEndObject();
    }
}
