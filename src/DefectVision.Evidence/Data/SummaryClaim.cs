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
        json.WriteTexts("drawn_and_missing", judged.Lot.Draw?.Missing ?? []);
        json.WriteTexts("photographed_and_not_drawn", judged.Lot.Draw?.Extra ?? []);
        json.WriteEndObject();
        if (judged.Claim is not { } claim)
        {
            json.WriteNull("claim");
            return;
        }

        json.WriteStartObject("claim");
        json.WriteTexts("confirmed_items", claim.Confirmed.Select(item => item.Name));
        WriteReview(json, claim);
        WriteBound(json, claim.AtLeast);
        json.WriteStartArray("comparisons");
        foreach (var comparison in claim.Comparisons)
        {
            WriteComparison(json, comparison);
        }

        json.WriteEndArray();
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

    private static void WriteReview(Utf8JsonWriter json, LotClaim claim)
    {
        if (claim.Review is not { } review)
        {
            json.WriteNull("review");
            return;
        }

        json.WriteStartObject("review");
        json.WriteNumber("confirmed", review.Confirmed);
        json.WriteNumber("overruled", review.Overruled);
        json.WriteNumber("disputed", review.Disputed);
        json.WriteNumber("awaiting", review.Awaiting);
        json.WriteNumber("unseen", review.Unseen);
        json.WriteEndObject();
    }

    private static void WriteBound(Utf8JsonWriter json, DefectiveBound? bound)
    {
        if (bound is null)
        {
            json.WriteNull("at_least");
            return;
        }

        json.WriteStartObject("at_least");
        json.WriteNumber("confirmed", bound.Found.Count);
        json.WriteNumber("inspected", bound.Found.Total);
        json.WriteNumber("confidence", bound.Confidence);
        json.WriteNumber("rate", bound.Rate);
        json.WriteCount("items", bound.Items);
        json.WriteString("method", bound.Method);
        json.WriteString("class", bound.Class?.ToString());
        json.WriteEndObject();
    }

    private static void WriteComparison(Utf8JsonWriter json, AqlComparison comparison)
    {
        json.WriteStartObject();
        json.WriteString("severity", Code.Of(comparison.Severity));
        json.WriteNumber("aql_percent", comparison.AqlPercent);
        json.WriteNumber("confirmed", comparison.Found.Count);
        json.WriteNumber("permitted_in_lot", comparison.PermittedInLot);
        json.WriteNumber("at_least", comparison.AtLeast);
        json.WriteNumber("p_value", comparison.PValue);
        json.WriteNumber("alpha", comparison.Alpha);
        json.WriteBoolean("worse_than_aql", comparison.IsShown);
        json.WriteCount("critical_count", comparison.CriticalCount);
        json.WriteCount("overturn_margin", comparison.OverturnMargin);
        json.WriteString("method", comparison.Method);
        json.WriteString("class", comparison.Class?.ToString());
        json.WriteEndObject();
    }

    private static void WriteAmount(Utf8JsonWriter json, ClaimedAmount? amount)
    {
        if (amount is null)
        {
            json.WriteNull("amount");
            return;
        }

        json.WriteStartObject("amount");
        json.WriteNumber("unit_price", amount.UnitPrice);
        json.WriteString("currency", amount.Currency);
        json.WriteNumber("items", amount.Items);
        json.WriteNumber("at_least", amount.AtLeast);
        json.WriteString("class", amount.Class?.ToString());
        json.WriteEndObject();
    }

    private static void WriteCorrection(Utf8JsonWriter json, FlagCorrection? correction)
    {
        if (correction is null)
        {
            json.WriteNull("flag_correction");
            return;
        }

        json.WriteStartObject("flag_correction");
        json.WriteNumber("flagged", correction.Flagged.Count);
        json.WriteNumber("items", correction.Flagged.Total);
        json.WriteString("refused", correction.Refused);
        json.WriteMeasure("estimate", correction.Estimate);
        json.WriteMeasure("lower", correction.Lower);
        json.WriteMeasure("upper", correction.Upper);
        json.WriteNumber("confidence", correction.Confidence);
        json.WriteString("method", correction.EstimateMethod);
        json.WriteMeasure("at_least", correction.AtLeast);
        json.WriteString("at_least_method", correction.AtLeastMethod);
        json.WriteString("class", "A");
        json.WriteEndObject();
    }

    private static void WriteStatement(Utf8JsonWriter json, Statement statement)
    {
        json.WriteStartObject();
        json.WriteString("words", statement.Words);
        json.WriteString("class", statement.Class);
        json.WriteString("method", statement.Method);
        json.WriteEndObject();
    }
}
