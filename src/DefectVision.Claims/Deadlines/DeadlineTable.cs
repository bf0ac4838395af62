using System.Globalization;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;

namespace DefectVision.Claims.Deadlines;

/// <summary>The deadlines of a claim. Days are those of UTC; the first day counted is the one after the event.</summary>
internal static class DeadlineTable
{
    /// <summary>Business days for an answer at the most, unless agreed.</summary>
    public const int MostAnswerDays = 10;

    private const int FewestAnswerDays = 5;

    /// <summary>A first notice for each rejected lot, the supplier's answer, the period of each lot: by date, those without a date last.</summary>
    /// <param name="notified">When the supplier was told; null: nobody said.</param>
    public static IReadOnlyList<Deadline> Of(InspectionRecord record, Holidays holidays, DateOnly? notified)
    {
        var notices = record.Lots.Where(lot => lot.Verdict == Verdict.Reject).Select(lot => FirstNotice.Of(record, lot)).ToList();
        return
        [
            .. notices
                .Concat(notices.Count == 0 ? [] : Answers(record, notices, holidays, notified))
                .Concat(record.Lots.Select(lot => Period(record, lot.Lot.Name)))
                .OrderBy(deadline => deadline.Date ?? DateOnly.MaxValue)
                .ThenBy(deadline => deadline.Moment ?? DateTimeOffset.MaxValue),
        ];
    }

    // The answer's period begins when the notice is sent. While that day is not known, the notice that is due first is sent by its last day.
    private static IEnumerable<Deadline> Answers(InspectionRecord record, List<Deadline> notices, Holidays holidays, DateOnly? notified)
    {
        var (contract, supplier, buyer) = (record.Agreement.Contract, record.Agreement.Supplier?.Country, record.Agreement.Buyer?.Country);
        string[] countries = [.. new[] { supplier, buyer }.OfType<string>().Distinct()];
        string[] notGiven =
        [
            .. new[] { supplier is null ? "supplier.country" : null, buyer is null ? "buyer.country" : null }.OfType<string>(),
        ];
        var most = contract.AnswerBusinessDays ?? MostAnswerDays;
        var last = notices.Min(notice => notice.Date);

        // The letter counts from the last day of the notice: who is told earlier keeps the day that the letter gives.
        var (sent, begin) = notified is null ? (last, DeadlineStart.NoticeDue) : last is { } limit && notified < limit ? (last, DeadlineStart.NoticeLimit) : (notified, DeadlineStart.NoticeSent);
        var due = sent is { } day ? holidays.Add(day, most, countries) : (DateOnly?)null;
        yield return After(DeadlineKind.AnswerExpected, begin, sent, contract.AnswerBusinessDays ?? FewestAnswerDays);
        yield return After(DeadlineKind.AnswerDue, begin, sent, most);
        yield return After(DeadlineKind.Escalation, DeadlineStart.AnswerDue, due, 1);

        Deadline After(DeadlineKind kind, DeadlineStart start, DateOnly? from, int days)
        {
            var counted = days.ToString(CultureInfo.InvariantCulture);
            if (from is not { } first)
            {
                string[] missing = [.. notices.SelectMany(notice => notice.Missing).Distinct(), .. notGiven];
                return new Deadline(kind, null, null, null, counted, countries, missing, []);
            }

            var date = holidays.Add(first, days, countries);
            var unknown = holidays.Unknown(first, date, countries);
            return new Deadline(kind, null, date, first, counted, countries, notGiven, unknown) { Start = start };
        }
    }

    private static Deadline Period(InspectionRecord record, string lot)
    {
        var contract = record.Agreement.Contract;
        var dates = record.Terms.AgreedOf(lot);
        var start = contract.InspectionStartOf(dates);
        var missing = new List<string>();
        if (contract.InspectionDays is null)
            missing.Add("contract.inspection_period");
        if (start is null)
            missing.Add(contract.InspectionFrom == PeriodStart.Shipment ? "shipment_date" : "arrival_date");
        return new Deadline(
            DeadlineKind.InspectionPeriod, lot, InspectionPeriod.Of(contract, dates)?.LastDay, start,
            contract.InspectionDays is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days} d") : string.Empty, [], missing, [])
        {
            Start = start is null ? null : DeadlineStart.PeriodStart,
        };
    }
}
