using System.Text.Json;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Imported;
using DefectVision.Statistics;
using DefectVision.Statistics.Verification;

namespace DefectVision.Evidence.Data;

/// <summary>A third party's report held against ours, in summary.json.</summary>
internal static class SummaryThirdParty
{
    public static void Write(Utf8JsonWriter json, ThirdPartyReport report, ThirdPartyAgreement compared)
    {
        json.WriteString("sha256", report.Sha256);
        json.WriteTexts("inspectors", Said(report.Findings.Select(finding => finding.Inspector)));
        json.WriteTexts("report_numbers", Said(report.Findings.Select(finding => finding.ReportNumber)));
        json.WriteNumber("items", report.Findings.Count);
        json.WriteNumber("defective", report.Findings.Count(finding => finding.IsDefective));
        WriteTable(json, "agreement", compared.Agreement, compared.Kappa);
        WriteTable(json, "agreement_with_our_readers", compared.ByOurReaders, compared.ByOurReaders.KappaBounds(ConfidenceLevel.P95));
        json.WriteStartArray("differences");
        foreach (var difference in compared.Differences)
        {
            json.WriteStartObject();
            json.WriteString("lot", difference.Theirs.Lot);
            json.WriteString("item", difference.Theirs.Item);
            json.WriteString("in", Code.Of(difference.Kind));
            json.WriteString("ours", Code.Of(difference.Word));
            json.WriteString("our_class", difference.OurClass);
            json.WriteString("our_severity", Code.Of(difference.OurSeverity));
            json.WriteString("theirs", difference.Theirs.IsDefective ? "defective" : "good");
            json.WriteString("their_class", difference.Theirs.DefectClass);
            json.WriteString("their_severity", Code.Of(difference.Theirs.Severity));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteItems(json, "undecided_by_us", compared.Undecided);
        WriteItems(json, "only_theirs", compared.OnlyTheirs);
        WriteItems(json, "only_ours", compared.OnlyOurs);
        json.WriteTexts("lots_not_theirs", compared.LotsNotTheirs);
        SummaryImports.WriteDocuments(json, report.Documents);
    }

    private static IEnumerable<string> Said(IEnumerable<string?> words) => words.OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static void WriteTable(Utf8JsonWriter json, string field, ReaderAgreement table, KappaInterval? kappa)
    {
        json.WriteStartObject(field);
        json.WriteNumber("both_defective", table.BothNonconforming);
        json.WriteNumber("only_ours_defective", table.OnlyFirst);
        json.WriteNumber("only_theirs_defective", table.OnlySecond);
        json.WriteNumber("both_good", table.BothConforming);
        json.WriteMeasure("kappa", table.Kappa);
        json.WriteMeasure("kappa_lower", kappa?.Lower);
        json.WriteMeasure("kappa_upper", kappa?.Upper);
        json.WriteNumber("confidence", ConfidenceLevel.P95.Value);
        json.WriteString("method", $"{KappaInterval.Method} {KappaInterval.MethodVersion}");
        json.WriteString("class", KappaInterval.Class.Letter());
        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, string field, IReadOnlyList<PlacedItem> items)
    {
        json.WriteStartArray(field);
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("lot", item.Lot);
            json.WriteString("item", item.Item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
