using System.Text.Json;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Codes;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Data;

/// <summary>One lot of summary.json.</summary>
internal static class SummaryLot
{
    public static void Write(Utf8JsonWriter json, LotJudgement judged, LotCodes? codes, ReviewProtocol? protocol)
    {
        json.WriteStartObject();
        json.WriteString("name", judged.Lot.Name);
        json.WriteCount("size", judged.Lot.Size);
        json.WriteString("item_source", Code.Of(judged.Lot.ItemSource));
        json.WriteNumber("items", judged.Tally.Items);
        json.WriteNumber("photos", judged.Tally.Photos);
        json.WriteNumber("photographed", judged.Tally.Photographed);
        json.WriteNumber("flagged", judged.Tally.Flagged);
        json.WriteNumber("undecided", judged.Tally.Undecided);
        json.WriteStartObject("by_severity");
        foreach (var severity in Enum.GetValues<Severity>().OrderDescending())
        {
            WriteCount(json, Code.Of(severity), judged.Tally.BySeverity[severity]);
        }

        json.WriteEndObject();
        WriteShare(json, judged);
        json.WriteStartArray("sections");
        foreach (var section in judged.Sections)
        {
            WriteSection(json, section);
        }

        json.WriteEndArray();
        json.WriteStartArray("lacking_views");
        foreach (var item in judged.Lot.Items.Where(item => item.LacksViews))
        {
            json.WriteStartObject();
            json.WriteString("item", item.Name);
            json.WriteTexts("views", item.MissingViews);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteObject("strange", judged.Lot.Strange, strange =>
        {
            json.WriteNumber("share", strange.Share);
            json.WriteNumber("most", strange.Most);
            json.WriteNumber("would_be_flagged", strange.Flagged);
        });
        json.WriteTexts("perhaps_other_goods", [.. judged.Lot.AllItems.Where(item => item.IsPerhapsOtherGoods).Select(item => item.Name)]);
        json.WriteTexts("look_first", [.. Exhibited.LookFirst(judged).Take(Exhibited.MostLookFirst).Select(item => item.Name)]);
        json.WriteObject("verification", protocol is null ? null : LotVerification.Of(judged, protocol), known => WriteVerification(json, known, judged));
        SummaryShares.Write(json, judged.Shares);
        SummaryClaim.Write(json, judged);
        json.WriteString("verdict", Code.Of(judged.Verdict));
        json.WriteString("verdict_basis", Phrases.VerdictBasis(judged));
        json.WriteObject("failed", judged.Failed, known =>
        {
            json.WriteString("since", known.IsWholeDay ? Figures.Day(DateOnly.FromDateTime(known.Moment.UtcDateTime)) : Figures.Timestamp(known.Moment));
            json.WriteString("section", Code.Of(known.Section));
        });
        json.WriteTexts("reasons", judged.Reasons);
        json.WriteTexts("remarks", [.. judged.Remarks, .. CodeRemarks.Of(codes)]);
        json.WriteObject("codes", codes, known =>
        {
            json.WriteNumber("searched", known.Searched);
            json.WriteNumber("in_full_size", known.Close);
            json.WriteNumber("withheld", known.Withheld);
            json.WriteNumber("read", known.Codes.Count);
            json.WriteNumber("photos_naming_this_lot", known.Supporting.Count());
            json.WriteNumber("naming_others", known.Others.Count());
        });
        json.WriteEndObject();
    }

    private static void WriteVerification(Utf8JsonWriter json, LotVerification known, LotJudgement judged)
    {
        json.WriteNumber("confidence", LotVerification.Level.Value);
        json.WriteNumber("pointed_at", known.Pointed);
        json.WriteNumber("pointed_at_confirmed", known.PointedConfirmed);
        json.WriteNumber("pointed_at_found_good", known.PointedFoundGood);
        json.WriteNumber("rest", known.Rest);
        json.WriteNumber("drawn", known.Audit.Total);
        json.WriteNumber("drawn_and_read", known.Audit.Count);
        json.WriteNumber("found", known.Found);
        json.WriteNumber("not_decided", known.NotDecided);
        json.WriteCount("missed_at_least", known.MissedAtLeast);
        json.WriteCount("missed_at_most", known.MissedAtMost);
        json.WriteMeasure("missed_estimate", known.MissedEstimate);
        json.WriteMeasure("caught_at_least", known.Caught?.AtLeast);
        json.WriteMeasure("let_pass_at_least", known.LetPass?.AtLeast);
        json.WriteCount("lot_at_most", judged.Sample is { SpeaksForLot: true, IsByCartons: false } ? known.AtMost(judged.Lot.SoundSize)?.Upper : null);
    }

    private static void WriteSection(Utf8JsonWriter json, LotSection section)
    {
        json.WriteStartObject();
        json.WriteString("section", Code.Of(section.Kind));
        json.WriteBoolean("required", section.IsRequired);
        json.WriteString("answer", Code.Of(section.Answer));
        json.WriteNumber("items", section.Items);
        json.WriteTexts("reasons", section.Reasons);
        json.WriteStartArray("plan_readings");
        foreach (var reading in section.Readings)
        {
            WriteReading(json, reading);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCount(Utf8JsonWriter json, string field, SeverityCount count)
    {
        json.WriteStartObject(field);
        json.WriteNumber("at_least", count.AtLeast);
        json.WriteNumber("at_most", count.AtMost);
        json.WriteNumber("flagged_unread", count.Flagged);
        json.WriteNumber("flagged_not_counted", count.Unsure);
        json.WriteEndObject();
    }

    private static void WriteShare(Utf8JsonWriter json, LotJudgement judged) =>
        json.WriteObject("flagged_share", judged.FlaggedShare, known =>
        {
            json.WriteNumber("confidence", known.Confidence);
            json.WriteNumber("lower_rate", known.LowerRate);
            json.WriteNumber("upper_rate", known.UpperRate);
            json.WriteCount("lower_items", known.LowerItems);
            json.WriteCount("upper_items", known.UpperItems);
            json.WriteString("method", known.Method);
            json.WriteString("class", judged.Sample.Class?.ToString());
            json.WriteString("statement", Phrases.Status);
            json.WriteString("condition", judged.Sample.Draw);
        });

    private static void WriteReading(Utf8JsonWriter json, PlanReading reading)
    {
        json.WriteStartObject();
        json.WriteString("severity", reading.Severity.Code);
        json.WriteString("limit", reading.Limit.ToString());
        json.WriteString("plan", reading.Plan);
        json.WriteCount("sample_size", reading.SampleSize);
        json.WriteCount("acceptance_number", reading.AcceptanceNumber);
        json.WriteCount("rejection_number", reading.RejectionNumber);
        json.WriteCount("accepts_up_to", reading.AcceptsUpTo);
        json.WriteBoolean("returns_to_normal", reading.ReturnsToNormal);
        WriteCount(json, "count", reading.Count);
        json.WriteString("answer", Code.Of(reading.Answer));
        json.WriteString("conclusion", Code.Of(reading.Conclusion));
        json.WriteString("reason", reading.Reason);
        json.WriteObject("protection", reading.Protection, known =>
        {
            json.WriteNumber("observed", known.Observed);
            json.WriteNumber("accepts_observed", known.AcceptsObserved);
            json.WriteNumber("accepted_one_in_ten", known.AcceptedOneInTen);
            json.WriteNumber("limiting_items", known.LimitingItems);
            json.WriteNumber("limiting_quality", known.LimitingQuality);
        });
        json.WriteEndObject();
    }
}
