using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Judging;

namespace DefectVision.Claims.Deadlines;

/// <summary>
/// Until when the first notice of a rejected lot must go out: 72 hours, or as agreed, after the dated evidence that first made the lot
/// fail, else after the inspection. The report's own date says nothing of it. Where the contract's inspection period ends earlier, that day is the last.
/// </summary>
internal static class FirstNotice
{
    private const int UsualHours = 72;

    public static Deadline Of(InspectionRecord record, LotJudgement judged)
    {
        var contract = record.Agreement.Contract;
        var (lot, hours) = (judged.Lot.Name, contract.NoticeHours ?? UsualHours);
        var counted = string.Create(CultureInfo.InvariantCulture, $"{hours} h");
        if (Begin(record.Agreement.Visit, judged.Failed) is not var (start, day, moment))
        {
            return new Deadline(DeadlineKind.FirstNotice, lot, null, null, counted, [], ["inspection.date"], []);
        }

        // A period that ends at midnight ends with the day before.
        var due = moment.AddHours(hours);
        var last = DateOnly.FromDateTime(due.UtcDateTime.AddTicks(-1));
        if (InspectionPeriod.Of(contract, record.Terms.AgreedOf(lot)) is { } period && period.LastDay < last)
        {
            var days = string.Create(CultureInfo.InvariantCulture, $"{period.Days} d");
            return new Deadline(DeadlineKind.FirstNotice, lot, period.LastDay, period.From, days, [], [], [])
            {
                Start = DeadlineStart.PeriodStart,
            };
        }

        return new Deadline(DeadlineKind.FirstNotice, lot, last, day, counted, [], [], [])
        {
            Start = start,
            Moment = due.UtcDateTime.TimeOfDay == TimeSpan.Zero ? null : due,
        };
    }

    // A whole day counts from its end: nobody knows the hour, and the period is not shorter than agreed.
    private static (DeadlineStart Start, DateOnly Day, DateTimeOffset Moment)? Begin(InspectionVisit visit, FirstFailure? failed)
    {
        var day = failed is null ? visit.Date : DateOnly.FromDateTime(failed.Moment.UtcDateTime);
        if (day is not { } known)
        {
            return null;
        }

        var end = new DateTimeOffset(known.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
        return failed is null ? (DeadlineStart.Inspection, known, end) : (DeadlineStart.FirstFailure, known, failed.IsWholeDay ? end : failed.Moment);
    }
}
