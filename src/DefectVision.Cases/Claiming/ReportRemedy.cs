using DefectVision.Claims;
using DefectVision.Claims.Amounts;
using DefectVision.Claims.Deadlines;
using DefectVision.Evidence;
using DefectVision.Inspection;

namespace DefectVision.Cases.Claiming;

/// <summary>Dates and amounts of the claims room in the form that the report shows: the two rooms do not see each other.</summary>
internal static class ReportRemedy
{
    public static RemedyTables Of(InspectionRecord record, Holidays holidays)
    {
        var claim = Claim.Of(record, ClaimFacts.None, holidays);
        return new RemedyTables([.. claim.Deadlines.Select(Day)], [.. claim.Amounts.Lines.Select(line => Amount(line, claim.Amounts.Currency))]);
    }

    private static RemedyDay Day(Deadline deadline) => new(
        Both("deadline." + ClaimPaper.Code(deadline.Kind)), deadline.Lot, ClaimPaper.By(deadline), new Said(Counted(deadline, "en"), Counted(deadline, "zh")), deadline.Kind is DeadlineKind.FirstNotice or DeadlineKind.InspectionPeriod);

    private static string Counted(Deadline deadline, string language) => deadline.Date is null
        ? ClaimPaper.Lacking(deadline.Missing, language)
        : ClaimPaper.CountedWithout(deadline, language) is { } without ? $"{ClaimPaper.Counted(deadline, language)}; {without}" : ClaimPaper.Counted(deadline, language);

    private static RemedyAmount Amount(AmountLine line, string? currency) => new(
        line.Lot,
        Both("amount." + ClaimPaper.Code(line.Kind)),
        line.Amount is null
            ? new Said(ClaimPaper.Lacking(line.Missing, "en"), ClaimPaper.Lacking(line.Missing, "zh"))
            : new Said(ClaimPaper.Basis(line), ClaimPaper.Basis(line, "zh")),
        line.Amount is null ? null : $"{line.Printed} {currency ?? ClaimPaper.Word("no_currency", "en")}",
        line.Class);

    private static Said Both(string key) => new(ClaimPaper.Word(key, "en"), ClaimPaper.Word(key, "zh"));
}
