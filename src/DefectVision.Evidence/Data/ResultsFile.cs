using System.Text.Json;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Codes;

namespace DefectVision.Evidence.Data;

/// <summary>results.jsonl: one line per file found, photo or not. Its contract is Schemas/results-1.schema.json.</summary>
internal static class ResultsFile
{
    public const string Schema = "defectvision/results/1";

    public static void Write(InspectionRecord record, Terms terms, Stream stream, CancellationToken cancel)
    {
        using var json = new Utf8JsonWriter(stream, JsonForm.Line);
        foreach (var file in record.Files)
        {
            cancel.ThrowIfCancellationRequested();
            WriteLine(json, file, terms);
            json.Flush();
            json.Reset();
            stream.WriteByte((byte)'\n');
        }
    }

    private static void WriteLine(Utf8JsonWriter json, InspectedFile file, Terms terms)
    {
        var finding = file.Finding;
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("path", file.Path);
        json.WriteString("outcome", Code.Of(file.Outcome));
        json.WriteString("reason", file.Reason);
        json.WriteNumber("bytes", file.Bytes);
        json.WriteString("sha256", file.Sha256);
        json.WriteString("lot", file.Place?.Lot);
        json.WriteString("item", file.Place?.Item);
        json.WriteString("view", file.Place?.View);
        json.WriteString("format", file.Facts?.Format);
        json.WriteCount("width", file.Facts?.Width);
        json.WriteCount("height", file.Facts?.Height);
        json.WriteCount("orientation", file.Facts?.Orientation);
        json.WriteMeasure("score", finding?.Score);
        json.WriteString("standing", Code.Of(finding?.Standing));
        json.WriteString("standing_by_score", Code.Of(finding?.ByScore));
        json.WriteMeasure("strangeness", finding?.Strangeness);
        json.WriteMeasure("probability", finding?.Probability);
        json.WriteString("defect_class", finding?.DefectClass);
        json.WriteString("triage", Code.Of(finding?.Triage));
        json.WriteString("outside_trained_range", finding?.OutsideTrainedRange);
        json.WriteTruth("trained_on", finding?.WasTrainedOn);
        json.WriteMeasure("unlike_others", file.Unlikeness?.Times);
        json.WriteString("severity", Code.Of(terms.SeverityOf(finding)));
        json.WriteString("same_as", file.SameAs);
        json.WriteString("same_shot_as", file.SameShotAs);
        WriteCodes(json, file.Codes);
        json.WriteEndObject();
    }

    // Null: not looked for, or withheld.
    private static void WriteCodes(Utf8JsonWriter json, CodeLook? look)
    {
        if (look is null || look.IsWithheld)
        {
            json.WriteNull("codes");
            return;
        }

        json.WriteStartArray("codes");
        foreach (var code in look.Codes)
        {
            json.WriteStartObject();
            json.WriteString("symbology", code.Symbology);
            json.WriteString("text", code.Text);
            json.WriteStartObject("elements");
            foreach (var element in code.Elements.DistinctBy(element => element.Identifier))
            {
                json.WriteString(element.Identifier, element.Value);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
