using System.Text.Json;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Data;

/// <summary>The agreement part of summary.json: what was applied, and which of it is a default.</summary>
internal static class SummaryTerms
{
    public static void Write(Utf8JsonWriter json, AgreedTerms applied, Terms terms)
    {
        var agreement = applied.Agreement;
        json.WriteStartObject("agreement");
        json.WriteString("sha256", agreement.Sha256);
        json.WriteString("purchase_order", agreement.PurchaseOrder);
        json.WriteString("product", agreement.Product);
        json.WriteString("supplier", agreement.Supplier?.Name);
        json.WriteString("buyer", agreement.Buyer?.Name);
        WriteTerm(json, "standard", terms.Standard);
        WriteTerm(json, "inspection_level", terms.InspectionLevel);
        WriteTerm(json, "inspection_severity", new Term(Code.Of(terms.InspectionSeverity), terms.IsInspectionSeverityDefault));
        json.WriteStartObject("inspection_severity_of");
        foreach (var (lot, severity) in terms.LotSeverities)
        {
            json.WriteString(lot, Code.Of(severity));
        }

        json.WriteEndObject();
        WriteViews(json, "views", agreement.Views);
        json.WriteStartObject("views_of");
        foreach (var (lot, agreed) in agreement.Lots.Where(lot => lot.Value.Views != AgreedViews.None))
        {
            WriteViews(json, lot, agreed.Views);
        }

        json.WriteEndObject();
        json.WriteStartObject("levels");
        WriteTerm(json, "measurements", terms.LevelOf(SectionKind.Measurements));
        WriteTerm(json, "tests", terms.LevelOf(SectionKind.Tests));
        json.WriteEndObject();
        json.WriteTexts("required_sections", Enum.GetValues<SectionKind>().Where(applied.IsRequired).Select(Code.Of));
        WriteVisit(json, agreement.Visit);
        json.WriteString("sampling", terms.Sampling);
        json.WriteStartArray("limits");
        foreach (var limit in terms.Limits)
        {
            WriteLimit(json, limit);
        }

        json.WriteEndArray();
        json.WriteStartArray("classes");
        foreach (var known in terms.Classes)
        {
            WriteClass(json, known);
        }

        json.WriteEndArray();
        json.WriteTexts("unread", agreement.Unread);
        json.WriteEndObject();
    }

    private static void WriteViews(Utf8JsonWriter json, string field, AgreedViews views)
    {
        json.WriteStartObject(field);
        json.WriteTexts("required", views.Required);
        json.WriteTexts("context", views.Context);
        json.WriteEndObject();
    }

    private static void WriteVisit(Utf8JsonWriter json, InspectionVisit visit)
    {
        json.WriteStartObject("inspection");
        json.WriteString("date", visit.Date is { } day ? Figures.Day(day) : null);
        json.WriteString("place", visit.Place);
        json.WriteString("inspector", visit.Inspector);
        json.WriteString("representative", visit.Representative);
        json.WriteEndObject();
    }

    private static void WriteTerm(Utf8JsonWriter json, string field, Term term)
    {
        json.WriteStartObject(field);
        json.WriteString("value", term.Value);
        json.WriteBoolean("default", term.IsDefault);
        json.WriteEndObject();
    }

    private static void WriteLimit(Utf8JsonWriter json, LimitTerm limit)
    {
        json.WriteStartObject();
        json.WriteString("severity", limit.Severity.Code);
        json.WriteString("limit", limit.Limit.ToString());
        if (limit.Limit.AqlPercent is { } percent)
        {
            json.WriteNumber("aql_percent", percent);
        }
        else
        {
            json.WriteNull("aql_percent");
        }

        json.WriteBoolean("default", limit.IsDefault);
        json.WriteEndObject();
    }

    private static void WriteClass(Utf8JsonWriter json, ClassTerm known)
    {
        json.WriteStartObject();
        json.WriteString("class", known.Name);
        json.WriteString("severity", Code.Of(known.Severity));
        json.WriteBoolean("severity_default", known.SeverityIsDefault);
        json.WriteString("cause", Code.Of(known.Cause));
        json.WriteEndObject();
    }
}
