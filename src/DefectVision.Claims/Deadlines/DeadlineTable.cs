using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims.Deadlines;

/// <summary>The deadlines of a claim. Days are those of UTC; the first day counted is the one after the event.</summary>
internal static class DeadlineTable
{
    private const int UsualNoticeHours = 72;
    private const int FewestAnswerDays = 5;
    private const int MostAnswerDays = 10;

    public static IReadOnlyList<Deadline> Of(InspectionRecord record, Holidays holidays)
    {
        var contract = record.Agreement.Contract;
        var today = DateOnly.FromDateTime(record.AsOf.UtcDateTime);
        var hours = contract.NoticeHours ?? UsualNoticeHours;
        string[] countries = [.. new[] { record.Agreement.Supplier?.Country ?? "CN", record.Agreement.Buyer?.Country }.OfType<string>().Distinct()];
        var due = holidays.Add(today, contract.AnswerBusinessDays ?? MostAnswerDays, countries);
        return
        [
            .. new List<Deadline>
            {
                new(DeadlineKind.FirstNotice, null, DateOnly.FromDateTime(record.AsOf.UtcDateTime.AddHours(hours)), today, string.Create(CultureInfo.InvariantCulture, $"{hours} h"), [], [], []),
                Business(DeadlineKind.AnswerExpected, holidays.Add(today, contract.AnswerBusinessDays ?? FewestAnswerDays, countries), contract.AnswerBusinessDays ?? FewestAnswerDays),
                Business(DeadlineKind.AnswerDue, due, contract.AnswerBusinessDays ?? MostAnswerDays),
                Business(DeadlineKind.Escalation, holidays.Add(due, 1, countries), (contract.AnswerBusinessDays ?? MostAnswerDays) + 1),
            }
            .Concat(record.Lots.Select(lot => Period(record.Agreement, lot.Lot.Name)))
            .OrderBy(deadline => deadline.Date ?? DateOnly.MaxValue),
        ];

        Deadline Business(DeadlineKind kind, DateOnly date, int days) =>
            new(kind, null, date, today, days.ToString(CultureInfo.InvariantCulture), countries, [], holidays.Unknown(today, date, countries));
    }

    private static Deadline Period(Agreement agreement, string lot)
    {
        var contract = agreement.Contract;
        var dates = new AgreedTerms(agreement).AgreedOf(lot);
        var start = contract.InspectionStartOf(dates);
        var missing = new List<string>();
        if (contract.InspectionDays is null)
            missing.Add("contract.inspection_period");
        if (start is null)
            missing.Add(contract.InspectionFrom == PeriodStart.Shipment ? "shipment_date" : "arrival_date");
        return new Deadline(
            DeadlineKind.InspectionPeriod, lot, InspectionPeriod.Of(contract, dates)?.LastDay, start,
            contract.InspectionDays is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days} d") : string.Empty, [], missing, []);
    }
}
