using DefectVision.Claims.Deadlines;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Imported;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Claims.Tests;

/// <summary>
/// Rules: the first notice of a lot is due 72 hours, or as agreed, after the dated evidence that first makes the lot fail, else after the inspection, else on no day;
/// an earlier end of the contract's inspection period wins; the day of the report never counts. Days are those of UTC.
/// </summary>
public sealed class NoticeTests
{
    private static readonly DateTimeOffset Read = new(2026, 9, 14, 10, 15, 0, TimeSpan.Zero);

    private static readonly Agreement TwoLots = Make.Agreement with { Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000), ["LOT-B"] = new(5000) } };

    [Theory]
    [InlineData(null, "2026-09-17", "2026-09-17 10:15")]
    [InlineData(24, "2026-09-15", "2026-09-15 10:15")]
    public void From_an_answer_the_hours_are_counted_exactly(int? hours, string day, string moment)
    {
        var notice = Of(Make.Record(Agreed(hours), GivenEvidence.None, new MadeLot("LOT-A", Time: Read)));
        Assert.Equal((Make.Day(day), moment), (notice.Date, notice.Moment?.ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal((DeadlineStart.FirstFailure, Make.Day("2026-09-14"), "LOT-A"), (notice.Start, notice.From, notice.Lot));
    }

    [Fact]
    public void Hours_that_end_at_midnight_end_with_the_day_before()
    {
        var notice = Of(Make.Record(Make.Agreement, GivenEvidence.None, new MadeLot("LOT-A", Time: new DateTimeOffset(2026, 9, 14, 0, 0, 0, TimeSpan.Zero))));
        Assert.Equal((Make.Day("2026-09-16"), null), (notice.Date, notice.Moment));
    }

    [Fact]
    public void The_answer_that_reaches_the_rejection_number_counts_and_no_later_one()
    {
        // n 200, AQL 2.5: Re 11. The eleventh defect is confirmed ten hours after the first, the eighteenth seven hours later.
        var readings = Enumerable.Range(0, 200).Select(at => new Confirmation("LOT-A", $"i{at:0000}", at < 18 ? ReaderWord.Defective : ReaderWord.Good, "A. Reader", at < 18 ? Read.AddHours(at) : Read, null, null)).ToList();
        var given = GivenEvidence.None with { Confirmed = new ConfirmedList("confirmed.csv", new string('a', 64), readings) };
        Assert.Equal(Read.AddHours(10 + 72), Of(Make.Record(Make.Agreement, given, new MadeLot("LOT-A"))).Moment);
    }

    [Theory]
    [InlineData(null, "2026-09-13", null)]
    [InlineData(24, "2026-09-11", null)]
    [InlineData(36, "2026-09-12", "12:00")]
    public void From_a_test_of_which_only_the_day_is_known_the_hours_are_counted_from_the_end_of_that_day(int? hours, string day, string? time)
    {
        var notice = Of(Make.Record(Agreed(hours), Make.Tests(Make.Failed("LOT-A", TestKind.Laboratory, Make.Day("2026-09-10"))), new MadeLot("LOT-A", Confirmed: 0)));
        Assert.Equal((Make.Day(day), time), (notice.Date, notice.Moment?.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Without_dated_evidence_the_day_of_the_inspection_counts_and_without_that_there_is_no_date()
    {
        var undated = Make.Tests(Make.Failed("LOT-A", TestKind.Laboratory, null));
        var visited = Make.Agreement with { Visit = new InspectionVisit { Date = Make.Day("2026-09-11") } };
        var notice = Of(Make.Record(visited, undated, new MadeLot("LOT-A", Confirmed: 0)));
        Assert.Equal((Make.Day("2026-09-14"), DeadlineStart.Inspection), (notice.Date, notice.Start));

        notice = Of(Make.Record(Make.Agreement, undated, new MadeLot("LOT-A", Confirmed: 0)));
        Assert.Equal((null, null, "inspection.date"), (notice.Date, notice.From, notice.Missing.Single()));
    }

    [Fact]
    public void The_date_of_the_report_changes_nothing()
    {
        var record = Make.Record(Make.Agreement, GivenEvidence.None, new MadeLot("LOT-A", Time: Read));
        Assert.Equal(Make.Of(record).Deadlines, Make.Of(record with { AsOf = record.AsOf.AddDays(40) }).Deadlines, new SameDay());
    }

    // Read on 14 September, so due on the 17th at 10:15. The day of arrival does not count.
    [Theory]
    [InlineData(6, "2026-09-16", DeadlineStart.PeriodStart)]
    [InlineData(7, "2026-09-17", DeadlineStart.FirstFailure)]
    [InlineData(8, "2026-09-17", DeadlineStart.FirstFailure)]
    public void An_earlier_end_of_the_contracts_period_wins(int days, string due, DeadlineStart start)
    {
        var agreement = Make.Agreement with
        {
            Contract = new Contract { InspectionDays = days },
            Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000) { ArrivalDate = Make.Day("2026-09-10") } },
        };
        var notice = Of(Make.Record(agreement, GivenEvidence.None, new MadeLot("LOT-A", Time: Read)));
        Assert.Equal((Make.Day(due), start), (notice.Date, notice.Start));
    }

    [Fact]
    public void Each_rejected_lot_has_a_date_of_its_own_and_the_earliest_leads()
    {
        var claim = Make.Of(Make.Record(TwoLots, GivenEvidence.None, new MadeLot("LOT-A", Time: Read.AddDays(2)), new MadeLot("LOT-B", Time: Read)));
        Assert.Equal([("LOT-B", Make.Day("2026-09-17")), ("LOT-A", Make.Day("2026-09-19"))], Notices(claim).Select(notice => (notice.Lot!, notice.Date!.Value)));
        Assert.Equal(Make.Day("2026-09-17"), claim.Deadlines.Single(deadline => deadline.Kind == DeadlineKind.AnswerDue).From);
    }

    [Fact]
    public void A_lot_that_is_not_rejected_has_no_first_notice_and_without_any_there_is_no_answer_to_wait_for()
    {
        var one = Make.Of(Make.Record(TwoLots, GivenEvidence.None, new MadeLot("LOT-A", Confirmed: 10), new MadeLot("LOT-B", Confirmed: 11)));
        Assert.Equal("LOT-B", Notices(one).Single().Lot);
        var none = Make.Of(Make.Record(TwoLots, GivenEvidence.None, new MadeLot("LOT-A", Confirmed: 10), new MadeLot("LOT-B", Items: 100, Confirmed: 5)));
        Assert.Equal([Verdict.Accept, Verdict.Hold], none.Record.Lots.Select(lot => lot.Verdict));
        Assert.All(none.Deadlines, deadline => Assert.Equal(DeadlineKind.InspectionPeriod, deadline.Kind));
    }

    private static Agreement Agreed(int? hours) => Make.Agreement with { Contract = new Contract { NoticeHours = hours } };

    private static Deadline Of(InspectionRecord record) => Notices(Make.Of(record)).Single();

    private static IEnumerable<Deadline> Notices(Claim claim) => claim.Deadlines.Where(deadline => deadline.Kind == DeadlineKind.FirstNotice);

    private sealed class SameDay : IEqualityComparer<Deadline>
    {
        public bool Equals(Deadline? x, Deadline? y) => (x?.Kind, x?.Lot, x?.Date, x?.From, x?.Moment) == (y?.Kind, y?.Lot, y?.Date, y?.From, y?.Moment);

        public int GetHashCode(Deadline obj) => obj.Kind.GetHashCode();
    }
}
