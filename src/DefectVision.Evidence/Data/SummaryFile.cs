using System.Text.Json;
using DefectVision.Evidence.Packets;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Codes;

namespace DefectVision.Evidence.Data;

/// <summary>summary.json: the whole inspection for a program. Its contract is Schemas/summary-2.schema.json.</summary>
internal static class SummaryFile
{
    public const string Schema = "defectvision/summary/2";

    public static void Write(InspectionRecord record, Terms terms, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, JsonForm.Page);
        json.WriteStartObject();
        json.WriteString("schema", Schema);
        json.WriteString("name", record.Name);
        json.WriteString("as_of", Figures.Timestamp(record.AsOf));
        json.WriteString("product", record.Product);
        json.WriteString("verdict", Code.Of(record.Verdict));
        json.WriteString("verdict_basis", Phrases.VerdictBasis(record));
        SummaryPlan.Write(json, record);
        SummaryTerms.Write(json, record.Terms, terms);
        json.WriteObject("model", record.Model, model => SummaryModel.Write(json, model));
        json.WriteObject("order", record.Order, order =>
        {
            json.WriteString("network", order.Network);
            json.WriteString("network_sha256", order.NetworkSha256);
            json.WriteNumber("photos", order.Photos);
            json.WriteNumber("most_references", order.References);
            json.WriteObject("turned", order.Turned, turned =>
            {
                json.WriteNumber("photos", turned.Photos);
                json.WriteNumber("most_references", turned.References);
                json.WriteNumber("turns", turned.Turns);
            });
        });
        WriteAccounting(json, record);
        json.WriteStartArray("lots");
        var codes = CodeComparison.Of(record);
        foreach (var lot in record.Lots)
        {
            SummaryLot.Write(json, lot, codes.FirstOrDefault(one => one.Lot == lot.Lot.Name), record.Reviews?.Protocol);
        }

        json.WriteEndArray();
        SummaryImports.Write(json, record);
        WriteArchives(json, record);
        json.WriteTexts("missing_photos", record.MissingPhotos);
        json.WriteTexts("layout", record.Layout);
        json.WriteTexts("notes", record.Notes);
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteArchives(Utf8JsonWriter json, InspectionRecord record)
    {
        json.WriteStartArray("archives");
        foreach (var archive in InspectionOutputs.ArchivesOf(record))
        {
            json.WriteStartObject();
            json.WriteString("path", archive.Path);
            json.WriteNumber("bytes", archive.Bytes);
            json.WriteString("sha256", archive.Sha256);
            json.WriteBoolean("is_shipment", archive == record.GivenAs);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteAccounting(Utf8JsonWriter json, InspectionRecord record)
    {
        json.WriteStartObject("accounting");
        json.WriteNumber("found", record.Files.Count);
        foreach (var outcome in Enum.GetValues<PhotoOutcome>())
        {
            json.WriteNumber(Code.Of(outcome), record.Accounting[outcome]);
        }

        json.WriteEndObject();
    }
}
