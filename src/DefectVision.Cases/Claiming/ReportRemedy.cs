using DefectVision.Claims;
using DefectVision.Claims.Amounts;
using DefectVision.Claims.Deadlines;
using DefectVision.Evidence;
using DefectVision.Inspection;
using DefectVision.Inspection.Languages;

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
        Word("deadline." + ClaimPaper.Code(deadline.Kind)), deadline.Lot, ClaimPaper.By(deadline), new Said(language => Counted(deadline, language)), deadline.Kind is DeadlineKind.FirstNotice or DeadlineKind.InspectionPeriod);

    private static string Counted(Deadline deadline, LanguagePack language) => deadline.Date is null
        ? ClaimPaper.Lacking(deadline.Missing, language)
        : ClaimPaper.CountedWithout(deadline, language) is { } without ? $"{ClaimPaper.Counted(deadline, language)}; {without}" : ClaimPaper.Counted(deadline, language);

    private static RemedyAmount Amount(AmountLine line, string? currency) => new(
        line.Lot,
        Word("amount." + ClaimPaper.Code(line.Kind)),
        new Said(language => line.Amount is null ? ClaimPaper.Lacking(line.Missing, language) : ClaimPaper.Basis(line, language)),
        line.Amount is null ? null : $"{line.Printed} {currency ?? ClaimPaper.Word("no_currency")}",
        line.Class);

    private static Said Word(string key) => new(language => ClaimPaper.Word(key, language));
}
