using System.Text;
using DefectVision.Claims.Deadlines;
using DefectVision.Claims.Letters;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Languages;

namespace DefectVision.Claims.Tests;

/// <summary>Rules: business days leave out weekends and public holidays and count the weekend days that are worked; what is not known is said; RFC 5545.</summary>
public sealed class DeadlineTests
{
    private static readonly Holidays Shipped = Holidays.Shipped();

    // 国办发明电〔2025〕7号: 1 to 7 October 2026 free, Sunday 20 September and Saturday 10 October worked.
    [Theory]
    [InlineData("2026-09-18", 1, "2026-09-20")]
    [InlineData("2026-09-30", 1, "2026-10-08")]
    [InlineData("2026-10-09", 1, "2026-10-10")]
    [InlineData("2026-10-10", 1, "2026-10-12")]
    [InlineData("2026-09-24", 1, "2026-09-28")]
    [InlineData("2026-02-13", 2, "2026-02-24")]
    // 国办发明电〔2024〕12号: 28 January to 4 February 2025 free, Sunday 26 January and Saturday 8 February worked.
    [InlineData("2025-01-24", 2, "2025-01-27")]
    [InlineData("2025-01-27", 1, "2025-02-05")]
    [InlineData("2025-02-07", 1, "2025-02-08")]
    public void Chinese_make_up_days_are_business_days_and_holidays_are_none(string from, int days, string wanted) =>
        Assert.Equal(Day(wanted), Shipped.Add(Day(from), days, ["CN"]));

    // 5 U.S.C. 6103: Saturday 4 July 2026 is kept on Friday 3 July, Sunday 4 July 2027 on Monday 5 July.
    [Theory]
    [InlineData("US", "2026-07-02", "2026-07-06")]
    [InlineData("US", "2027-07-02", "2027-07-06")]
    [InlineData("DE", "2026-04-02", "2026-04-07")]
    [InlineData("GB", "2026-12-24", "2026-12-29")]
    public void The_buyers_holidays_are_left_out(string country, string from, string wanted) => Assert.Equal(Day(wanted), Shipped.Add(Day(from), 1, [country]));

    [Fact]
    public void A_day_counts_when_it_is_worked_in_both_countries()
    {
        // Sunday 20 September 2026 is worked in China and not in Germany.
        Assert.Equal(Day("2026-09-21"), Shipped.Add(Day("2026-09-18"), 1, ["CN", "DE"]));
    }

    [Fact]
    public void A_year_without_data_is_said()
    {
        Assert.Equal(["CN 2027"], Shipped.Unknown(Day("2026-12-28"), Day("2027-01-05"), ["CN", "DE"]));
        Assert.Empty(Shipped.Unknown(Day("2026-12-28"), Day("2026-12-31"), ["CN", "DE"]));
    }

    [Theory]
    [InlineData("# years: CN 2027\n2027-1-1,元旦,holiday,CN\n", "list.csv, line 2: found '2027-1-1,元旦,holiday,CN'")]
    [InlineData("# years: CN 2027\n2027-01-01,元旦,free,CN\n", "line 2")]
    [InlineData("2027-01-01,元旦,holiday,CN\n", "wanted a line '# years: CN 2027'")]
    public void A_wrong_line_of_a_holiday_file_is_named(string text, string message) =>
        Assert.Contains(message, Assert.Throws<ClaimException>(() => Holidays.Read(text, "list.csv")).Message, StringComparison.Ordinal);

    // The notice is due on Sunday 20 September 2026, a working day in China: then 21 to 24, 28 to 30 September, 8 to 10 October.
    [Theory]
    [InlineData(null, "2026-09-28", "2026-10-10", "2026-10-12")]
    [InlineData(3, "2026-09-23", "2026-09-23", "2026-09-24")]
    public void The_answer_is_counted_from_the_last_day_of_the_notice_and_the_escalation_is_the_business_day_after_it(int? days, string expected, string due, string escalation)
    {
        var agreement = Make.Agreement with { Contract = new Contract { AnswerBusinessDays = days } };
        Assert.Equal(Day(expected), Of(agreement, DeadlineKind.AnswerExpected).Date);
        var answer = Of(agreement, DeadlineKind.AnswerDue);
        Assert.Equal((Day(due), Day("2026-09-20"), DeadlineStart.NoticeDue), (answer.Date, answer.From, answer.Start));
        var next = Of(agreement, DeadlineKind.Escalation);
        Assert.Equal((Day(escalation), Day(due), DeadlineStart.AnswerDue), (next.Date, next.From, next.Start));
    }

    [Fact]
    public void Without_a_date_of_the_notice_the_answer_has_none_and_says_what_is_missing()
    {
        var undated = Make.Tests(Make.Failed("LOT-A", Inspection.Imported.TestKind.Safety, null));
        var answers = Make.Of(Make.Record(Make.Agreement, undated, new MadeLot("LOT-A", Confirmed: 0))).Deadlines.Where(deadline => deadline.InBusinessDays).ToList();
        Assert.Equal(3, answers.Count);
        Assert.All(answers, answer => Assert.Equal((null, true), (answer.Date, answer.Missing.Contains("inspection.date"))));
    }

    // From Sunday 20 September 2026: China is off on 25 September and from 1 to 7 October and works on Saturday 10 October, Germany does not.
    [Theory]
    [InlineData("CN", "DE", "2026-10-12", "")]
    [InlineData("CN", null, "2026-10-10", "buyer.country")]
    [InlineData(null, "DE", "2026-10-02", "supplier.country")]
    [InlineData(null, null, "2026-10-02", "supplier.country buyer.country")]
    public void A_country_that_is_not_given_is_named_and_none_is_taken_for_it(string? supplier, string? buyer, string due, string missing)
    {
        var agreement = Make.Agreement with { Supplier = new Party("Works") { Country = supplier }, Buyer = new Party("Shop") { Country = buyer } };
        var answer = Of(agreement, DeadlineKind.AnswerDue);
        Assert.Equal((Day(due), missing), (answer.Date, string.Join(' ', answer.Missing)));
        Assert.Equal([.. new[] { supplier, buyer }.OfType<string>()], answer.Countries);
        var words = string.Join(", ", missing.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(LetterTexts.In(LanguagePack.English).Lacking));
        Assert.Equal(missing.Length > 0, ClaimPaper.CountedWithout(answer)?.Contains(words, StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Without_a_supplier_no_country_is_taken_either() =>
        Assert.Equal(("", "supplier.country buyer.country"), (string.Join(' ', Of(Make.Agreement with { Supplier = null }, DeadlineKind.AnswerDue).Countries), string.Join(' ', Of(Make.Agreement with { Supplier = null }, DeadlineKind.AnswerDue).Missing)));

    [Fact]
    public void An_inspection_period_without_its_first_day_has_no_date_and_says_what_is_missing()
    {
        var agreement = Make.Agreement with { Contract = new Contract { InspectionDays = 30 } };
        Assert.Equal((null, "arrival_date"), (Of(agreement, DeadlineKind.InspectionPeriod).Date, Of(agreement, DeadlineKind.InspectionPeriod).Missing.Single()));
        agreement = agreement with { Lots = new SortedDictionary<string, AgreedLot> { ["LOT-A"] = new(5000) { ArrivalDate = new DateOnly(2026, 9, 10) } } };
        Assert.Equal(Day("2026-10-10"), Of(agreement, DeadlineKind.InspectionPeriod).Date);
    }

    [Fact]
    public void A_calendar_file_has_lines_of_75_octets_at_most_that_end_with_CRLF_and_unfold_to_what_was_meant()
    {
        var name = string.Concat(Enumerable.Repeat("批次；甲,", 20));
        var deadline = new Deadline(DeadlineKind.FirstNotice, null, Day("2026-09-20"), Day("2026-09-17"), "72 h", [], ["supplier.country"], ["CN 2027"]) { Moment = Make.AsOf.AddDays(3) };
        var text = Encoding.UTF8.GetString(CalendarFile.Write([deadline], "s", Make.AsOf, _ => name, LetterTexts.In(LanguagePack.English).Lacking));
        Assert.DoesNotContain("\n", text.Replace("\r\n", string.Empty, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        var unfolded = text.Replace("\r\n ", string.Empty, StringComparison.Ordinal);
        Assert.Contains("SUMMARY:" + name.Replace(",", "\\,", StringComparison.Ordinal) + "\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTAMP:20260917T083000Z\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20260920\r\n", unfolded, StringComparison.Ordinal);
        Assert.Contains("no data for CN 2027", unfolded, StringComparison.Ordinal);
        Assert.Contains("by 08:30 UTC", unfolded, StringComparison.Ordinal);
        Assert.Contains("the agreement does not say: supplier's country", unfolded, StringComparison.Ordinal);
    }

    private static Deadline Of(Agreement agreement, DeadlineKind kind) => Make.Claim(agreement).Deadlines.Single(deadline => deadline.Kind == kind);

    private static DateOnly Day(string day) => Make.Day(day);
}
