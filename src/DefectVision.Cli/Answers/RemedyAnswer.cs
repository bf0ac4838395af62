using System.Globalization;
using DefectVision.Claims;
using DefectVision.Claims.Amounts;
using DefectVision.Claims.Deadlines;
using DefectVision.Evidence;
using DefectVision.Inspection;

namespace DefectVision.Cli.Answers;

/// <summary>What the claims room works out, in the form that the report shows: the two rooms do not see each other.</summary>
internal static class RemedyAnswer
{
    public static RemedyTables Of(InspectionRecord record, Holidays holidays)
    {
        var claim = Claim.Of(record, ClaimFacts.None, holidays);
        return new RemedyTables([.. claim.Deadlines.Select(Day)], [.. claim.Amounts.Lines.Select(line => Amount(line, claim.Amounts.Currency))]);
    }

    private static RemedyDay Day(Deadline deadline) => new(Both("deadline." + ClaimPaper.Code(deadline.Kind)), deadline.Lot, deadline.Date, new Said(Counted(deadline, "en"), Counted(deadline, "zh")));

    private static string Counted(Deadline deadline, string language)
    {
        if (deadline.Date is null)
        {
            return $"{ClaimPaper.Word("head.gap", language)}: {string.Join(", ", deadline.Missing)}";
        }

        var counted = deadline.Countries.Count == 0 ? deadline.Counted : $"{deadline.Counted} {ClaimPaper.Word("business_days", language)} ({string.Join(", ", deadline.Countries)})";
        return (deadline.From is { } from ? $"{counted}, {from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} +" : counted)
            + (deadline.WithoutData.Count == 0 ? string.Empty : $"; {ClaimPaper.Word("without_data", language)} {string.Join(", ", deadline.WithoutData)}");
    }

    private static RemedyAmount Amount(AmountLine line, string? currency) => new(
        line.Lot,
        Both("amount." + ClaimPaper.Code(line.Kind)),
        line.Amount is null
            ? new Said(Missing(line, "en"), Missing(line, "zh"))
            : new Said(line.Basis, line.Basis),
        line.Amount is null ? null : $"{line.Printed} {currency ?? ClaimPaper.Word("no_currency", "en")}",
        line.Class);

    private static string Missing(AmountLine line, string language) => $"{ClaimPaper.Word("head.gap", language)}: {string.Join(", ", line.Missing)}";

    private static Said Both(string key) => new(ClaimPaper.Word(key, "en"), ClaimPaper.Word(key, "zh"));
}
