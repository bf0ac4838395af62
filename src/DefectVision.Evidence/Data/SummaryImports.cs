using System.Text.Json;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Imported;

namespace DefectVision.Evidence.Data;

/// <summary>What others measured and tested, in summary.json. Numbers keep the decimals that they were written with.</summary>
internal static class SummaryImports
{
    public static void Write(Utf8JsonWriter json, InspectionRecord record)
    {
        json.WriteObject("measurements", record.Measured, list => WriteMeasured(json, list));
        json.WriteObject("tests", record.Tests, list => WriteTests(json, list));
        json.WriteObject("third_party", record.ThirdParty, report => SummaryThirdParty.Write(json, report, record.Compared!));
    }

    public static void WriteDocuments(Utf8JsonWriter json, IReadOnlyList<NamedDocument> documents)
    {
        json.WriteStartArray("documents");
        foreach (var document in documents)
        {
            json.WriteStartObject();
            json.WriteString("path", document.Path);
            json.WriteString("sha256", document.Sha256);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMeasured(Utf8JsonWriter json, MeasurementList list)
    {
        json.WriteString("sha256", list.Sha256);
        foreach (var (standing, count) in list.Counts)
        {
            json.WriteNumber(Code.Of(standing), count);
        }

        json.WriteStartArray("points");
        foreach (var measured in list.Measurements)
        {
            json.WriteStartObject();
            json.WriteString("lot", measured.Lot);
            json.WriteString("item", measured.Item);
            json.WriteString("point", measured.Point);
            WriteDecimal(json, "nominal", measured.Nominal);
            WriteDecimal(json, "lower", measured.Lower);
            WriteDecimal(json, "upper", measured.Upper);
            json.WriteString("unit", measured.Unit);
            WriteDecimal(json, "value", measured.Value);
            WriteDecimal(json, "deviation", measured.Deviation);
            json.WriteString("answer", Code.Of(measured.Standing));
            json.WriteString("gauge", measured.Gauge);
            json.WriteString("date", measured.Date is { } day ? Figures.Day(day) : null);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteTests(Utf8JsonWriter json, TestList list)
    {
        json.WriteString("sha256", list.Sha256);
        json.WriteNumber("pass", list.Results.Count(result => result.IsPassed));
        json.WriteNumber("fail", list.Results.Count(result => !result.IsPassed));
        json.WriteStartArray("results");
        foreach (var result in list.Results)
        {
            json.WriteStartObject();
            json.WriteString("lot", result.Lot);
            json.WriteString("item", result.Item);
            json.WriteString("test", result.Test);
            json.WriteString("kind", Code.Of(result.Kind));
            json.WriteString("standard", result.Standard);
            json.WriteString("required", result.Required);
            json.WriteString("found", result.Found);
            json.WriteString("answer", result.IsPassed ? "pass" : "fail");
            json.WriteBoolean("mandatory", result.IsMandatory);
            json.WriteBoolean("fails_lot", result.FailsLot);
            json.WriteString("laboratory", result.Laboratory);
            json.WriteString("report_number", result.ReportNumber);
            json.WriteString("date", result.Date is { } day ? Figures.Day(day) : null);
            json.WriteString("document", result.Document?.Path);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteDocuments(json, list.Documents);
    }

    private static void WriteDecimal(Utf8JsonWriter json, string field, decimal? value)
    {
        if (value is { } known)
        {
            json.WriteNumber(field, known);
        }
        else
        {
            json.WriteNull(field);
        }
    }
}
