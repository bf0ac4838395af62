using System.Text.Json;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Data;

/// <summary>What may be said of a lot, in numbers and in words.</summary>
internal static class SummaryClaim
{
    public static void Write(Utf8JsonWriter json, LotJudgement judged)
    {
        json.WriteStartObject("sample");
        json.WriteBoolean("speaks_for_lot", judged.Sample.SpeaksForLot);
        json.WriteString("how", judged.Sample.How);
        json.WriteTexts("wanted", judged.Sample.Wanted);
        json.WriteString("condition", judged.Sample.Condition);
        json.WriteTexts("drawn_and_missing", judged.Lot.Draw?.Missing ?? []);
        json.WriteTexts("photographed_and_not_drawn", judged.Lot.Draw?.Extra ?? []);
        json.WriteEndObject();
        if (judged.Claim is not { } claim)
        {
            json.WriteNull("claim");
            return;
        }

        json.WriteStartObject("claim");
        json.WriteTexts("nonconforming_items", judged.Nonconforming.Select(item => item.Name));
        WriteReview(json, claim);
        WriteBound(json, claim.AtLeast);
        json.WriteStartArray("comparisons");
        foreach (var comparison in claim.Comparisons)
        {
            WriteComparison(json, comparison);
        }

        json.WriteEndArray();
        json.WriteObject("claimed", claim.Claimed, known =>
        {
            json.WriteNumber("at_least", known.AtLeast);
            json.WriteNumber("tolerated", known.Tolerated);
            json.WriteNumber("items", known.Count);
        });
        WriteAmount(json, claim.Amount);
        WriteCorrection(json, claim.Correction);
        json.WriteStartArray("statements");
        foreach (var statement in Statements.Of(judged))
        {
            WriteStatement(json, statement);
        }

        json.WriteEndArray();
        json.WriteStartArray("under_assumption_of_a_random_draw");
        foreach (var statement in Statements.UnderAssumption(judged))
        {
            WriteStatement(json, statement);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteReview(Utf8JsonWriter json, LotClaim claim) =>
        json.WriteObject("review", claim.Review, known =>
        {
            json.WriteNumber("confirmed", known.Confirmed);
            json.WriteNumber("overruled", known.Overruled);
            json.WriteNumber("found_good", known.FoundGood);
            json.WriteNumber("disputed", known.Disputed);
            json.WriteNumber("awaiting", known.Awaiting);
            json.WriteNumber("unseen", known.Unseen);
        });

    private static void WriteBound(Utf8JsonWriter json, DefectiveBound? bound) =>
        json.WriteObject("at_least", bound, known =>
        {
            json.WriteNumber("confirmed", known.Found.Count);
            json.WriteNumber("inspected", known.Found.Total);
            json.WriteNumber("confidence", known.Confidence);
            json.WriteNumber("rate", known.Rate);
            json.WriteCount("items", known.Items);
            json.WriteString("method", known.Method);
            json.WriteString("class", known.Class?.ToString());
        });

    private static void WriteComparison(Utf8JsonWriter json, AqlComparison comparison)
    {
        json.WriteStartObject();
        json.WriteString("severity", comparison.Severity.Code);
        json.WriteNumber("aql_percent", comparison.AqlPercent);
        json.WriteNumber("confirmed", comparison.Found.Count);
        json.WriteNumber("permitted_in_lot", comparison.PermittedInLot);
        json.WriteNumber("at_least", comparison.AtLeast);
        json.WriteNumber("p_value", comparison.PValue);
        json.WriteNumber("alpha", comparison.Alpha);
        json.WriteBoolean("worse_than_aql", comparison.IsShown);
        json.WriteCount("critical_count", comparison.CriticalCount);
        json.WriteCount("overturn_margin", comparison.OverturnMargin);
        json.WriteString("method", comparison.IsByCartons ? $"test against the AQL, by cartons: {comparison.Method}" : $"exact test against the AQL: {comparison.Method}");
        json.WriteString("class", comparison.Class?.ToString());
        json.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter json, ClaimedAmount? amount) =>
        json.WriteObject("amount", amount, known =>
        {
            json.WriteNumber("unit_price", known.UnitPrice);
            json.WriteString("currency", known.Currency);
            json.WriteNumber("items", known.Items);
            json.WriteNumber("at_least", known.AtLeast);
            json.WriteString("class", known.Class?.ToString());
        });

    private static void WriteCorrection(Utf8JsonWriter json, FlagCorrection? correction) =>
        json.WriteObject("flag_correction", correction, known =>
        {
            json.WriteNumber("flagged", known.Flagged.Count);
            json.WriteNumber("items", known.Flagged.Total);
            json.WriteString("refused", known.Refused);
            json.WriteMeasure("estimate", known.Estimate);
            json.WriteMeasure("lower", known.Lower);
            json.WriteMeasure("upper", known.Upper);
            json.WriteNumber("confidence", known.Confidence);
            json.WriteString("method", known.EstimateMethod);
            json.WriteMeasure("at_least", known.AtLeast);
            json.WriteString("at_least_method", known.AtLeastMethod);
            json.WriteString("class", "A");
        });

    private static void WriteStatement(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("words", statement.Words);
        json.WriteString("class", statement.Class);
        json.WriteString("method", statement.Method);
        json.WriteEndObject();
    }
}
