using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims;

/// <summary>claim.json: fields in a fixed order, a value that is not known as null.</summary>
public static class ClaimJson
{
    private const string Schema = "defectvision/claim/1";

    private static readonly JsonSerializerOptions Form = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>UTF-8, lines end with LF. Amounts are texts, so that no reader makes binary fractions of them.</summary>
    public static byte[] Write(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var record = claim.Record;
        return Encoding.UTF8.GetBytes(JsonSerializer.Serialize(
            new
            {
                Schema,
                record.Name,
                claim.Facts.SummarySha256,
                AsOf = Time(record.AsOf),
                record.Agreement.PurchaseOrder,
                Contract = record.Agreement.Contract.Number,
                Lots = record.Lots.Select(Lot),
                claim.Amounts.Currency,
                Amounts = claim.Amounts.Lines.Select(line => new { line.Lot, Kind = Code(line.Kind), Amount = OrNull(line.Printed), Basis = OrNull(line.Basis), line.Missing, Class = line.Class?.ToString() }),
                Alternatives = claim.Amounts.Totals.Select(total => new { Kind = Code(total.Kind), Total = OrNull(total.Printed), total.IsWhole }),
                Contingency = claim.Amounts.Contingency is { } range ? new { Low = range.PrintedLow, High = range.PrintedHigh, Class = "A" } : null,
                Deadlines = claim.Deadlines.Select(deadline => new
                {
                    Kind = Code(deadline.Kind),
                    deadline.Lot,
                    deadline.Date,
                    Time = deadline.Moment is { } moment ? Time(moment) : null,
                    deadline.From,
                    CountedFrom = deadline.Start is { } start ? Code(start) : null,
                    Counted = OrNull(deadline.Counted),
                    deadline.Countries,
                    deadline.Missing,
                    NoHolidaysKnown = deadline.WithoutData,
                }),
                Remedies = claim.Remedies.Select(check => new
                {
                    Remedy = Code(check.Recourse),
                    RestsOn = Code(check.Ground.Kind),
                    check.Ground.Clause,
                    Law = check.Ground.Law is { } law ? ClaimPaper.Word("law." + law) : null,
                    Present = check.Present.Select(Code),
                    Missing = check.Missing.Select(Code),
                    NotKnown = check.Unknown.Select(Code),
                    FromBuyer = check.FromBuyer.Select(Code),
                }),
                MissingInAgreement = claim.Gaps.Select(gap => new { Field = gap.Key, NeededFor = gap.NeededFor.ToString(CultureInfo.InvariantCulture) }),
            },
            Form) + "\n");
    }

    private static object Lot(LotJudgement judged) => new
    {
        Lot = judged.Lot.Name,
        Verdict = Code(judged.Verdict),
        FirstFailure = judged.Failed is { } failed
            ? new { Time = Time(failed.Moment), failed.IsWholeDay, Section = Code(failed.Section) }
            : null,
        ShownDefective = judged.HasEvidence ? judged.Nonconforming.Count : (int?)null,
        Items = judged.Claim is { Claimed: { } claimed, AtLeast: { } bound }
            ? new { claimed.AtLeast, claimed.Tolerated, Claimed = claimed.Count, Class = bound.Class?.ToString() }
            : null,
    };

    private static string Time(DateTimeOffset moment) =>
        moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? OrNull(string text) => text.Length == 0 ? null : text;

    private static string Code<T>(T value)
        where T : struct, Enum => ClaimPaper.Code(value);
}
