using System.Globalization;
using System.Text.Json;
using DefectVision.Evidence.Data;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Workflow;

/// <summary>
/// The defect log as results of a static analysis (OASIS SARIF 2.1.0): the rule is the class of the defect, the level follows its severity, the fingerprint is
/// the digest of the photo. A flag that readers overruled is suppressed. Readers are not named: these files go to servers of others.
/// </summary>
internal static class SarifFile
{
    /// <summary>What GitHub shows of a run; it takes 25,000.</summary>
    public const int MostResults = 5000;

    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string NoClass = "defect";
    private const string Shipment = "SHIPMENT";

    public static void Write(InspectionRecord record, Stream stream, CancellationToken cancel)
    {
        var terms = Terms.Of(record);
        var all = LoggedPhoto.Of(record, terms).ToList();
        var shown = all.OrderByDescending(logged => logged.Severity).Take(MostResults).ToList();
        var rules = terms.Classes.Select(known => known.Name).Concat(shown.Select(Rule)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var index = rules.Select((rule, at) => (rule, at)).ToDictionary(one => one.rule, one => one.at, StringComparer.Ordinal);
        using var json = new Utf8JsonWriter(stream, JsonForm.Page);
        json.WriteStartObject();
        json.WriteString("$schema", Schema);
        json.WriteString("version", "2.1.0");
        json.WriteStartArray("runs");
        json.WriteStartObject();
        WriteTool(json, record, terms, rules);
        json.WriteStartObject("automationDetails");
        json.WriteString("id", $"defectvision/{Uri.EscapeDataString(record.Name)}/");
        json.WriteEndObject();
        WriteInvocation(json, record, all.Count - shown.Count);
        json.WriteStartObject("originalUriBaseIds");
        json.WriteStartObject(Shipment);
        WriteText(json, "description", "The folder of the shipment.");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartArray("results");
        foreach (var logged in shown)
        {
            cancel.ThrowIfCancellationRequested();
            WriteResult(json, logged, index[Rule(logged)]);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static string Rule(LoggedPhoto logged) => logged.DefectClass is { Length: > 0 } named ? named : NoClass;

    private static void WriteTool(Utf8JsonWriter json, InspectionRecord record, Terms terms, IReadOnlyList<string> rules)
    {
        json.WriteStartObject("tool");
        json.WriteStartObject("driver");
        json.WriteString("name", "DefectVision");
        json.WriteString("version", record.Product.Split(' ')[^1]);
        json.WriteStartArray("rules");
        foreach (var rule in rules)
        {
            var severity = terms.SeverityOf(rule);
            json.WriteStartObject();
            json.WriteString("id", PlainText.Of(rule));
            WriteText(json, "shortDescription", rule == NoClass && terms.Classes.All(known => known.Name != rule) ? "a defect whose class is not named" : $"defect: {PlainText.Of(rule)}");
            WriteText(json, "fullDescription", $"A photo on which the model flags this class of defect ({Code.Of(severity)}), or whose item a person confirmed to have it.");
            WriteText(json, "help", $"Look at the item. A flag is the model's word and no evidence; what a person confirms is. {EvidenceWriter.ReportName} says what follows for the lot.");
            json.WriteStartObject("defaultConfiguration");
            json.WriteString("level", Level(severity));
            json.WriteEndObject();
            json.WriteStartObject("properties");
            json.WriteString("severity", Code.Of(severity));
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteInvocation(Utf8JsonWriter json, InspectionRecord record, int leftOut)
    {
        json.WriteStartArray("invocations");
        json.WriteStartObject();
        json.WriteBoolean("executionSuccessful", true);
        json.WriteStartArray("toolExecutionNotifications");
        if (leftOut > 0)
        {
            json.WriteStartObject();
            json.WriteString("level", "warning");
            WriteText(json, "message", string.Create(CultureInfo.InvariantCulture, $"{leftOut} more photos of milder or the same severity stand in {EvidenceWriter.DefectLogName}."));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("properties");
        json.WriteString("verdict", Code.Of(record.Verdict));
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void WriteResult(Utf8JsonWriter json, LoggedPhoto logged, int rule)
    {
        var photo = logged.Photo;
        json.WriteStartObject();
        json.WriteString("ruleId", PlainText.Of(Rule(logged)));
        json.WriteNumber("ruleIndex", rule);
        json.WriteString("level", Level(logged.Severity));
        WriteText(json, "message", Message(logged));
        json.WriteStartArray("locations");
        json.WriteStartObject();
        json.WriteStartObject("physicalLocation");
        json.WriteStartObject("artifactLocation");
        json.WriteString("uri", string.Join('/', photo.Path.Split('/').Select(part => Uri.EscapeDataString(part))));
        json.WriteString("uriBaseId", Shipment);
        json.WriteEndObject();

        // A photo has no lines; servers that show code ask for one.
        json.WriteStartObject("region");
        json.WriteNumber("startLine", 1);
        json.WriteEndObject();
        json.WriteEndObject();
        if (photo.Place is { } place)
        {
            json.WriteStartArray("logicalLocations");
            json.WriteStartObject();
            json.WriteString("name", PlainText.Of(place.Item));
            json.WriteString("fullyQualifiedName", PlainText.Of($"{place.Lot}/{place.Item}"));
            json.WriteString("kind", "item");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteStartObject("partialFingerprints");
        json.WriteString("photoSha256/v1", photo.Sha256);
        json.WriteEndObject();
        if (logged.Item is { IsOverruled: true })
        {
            json.WriteStartArray("suppressions");
            json.WriteStartObject();
            json.WriteString("kind", "external");
            json.WriteString("status", "accepted");
            json.WriteString("justification", "a person looked at the item and found it good");
            json.WriteEndObject();
            json.WriteEndArray();
        }

        json.WriteStartObject("properties");
        json.WriteString("view", photo.Place?.View);
        json.WriteMeasure("score", photo.Finding?.Score);
        json.WriteMeasure("probability", photo.Finding?.Probability);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Message(LoggedPhoto logged)
    {
        var what = logged.DefectClass is { Length: > 0 } named ? PlainText.Of(named) : FormattableString.Invariant(Phrases.DefectClass(null));
        var place = logged.Photo.Place is { } known ? $"{PlainText.Of(known.Lot)}, item {PlainText.Of(known.Item)}: " : string.Empty;
        return $"{place}{what}{(logged.Severity is { } severity ? $" ({Code.Of(severity)})" : string.Empty)}, {SaidOf.Persons(logged.Item)}";
    }

    private static string Level(Severity? severity) => severity switch
    {
        Severity.Critical or Severity.Major => "error",
        Severity.Minor => "warning",
        _ => "note",
    };

    private static void WriteText(Utf8JsonWriter json, string field, string text)
    {
        json.WriteStartObject(field);
        json.WriteString("text", text);
        json.WriteEndObject();
    }
}
