using DefectVision.Inspection.Reviewing;

namespace DefectVision.Inspection.Tests.Reviewing;

/// <summary>
/// Rules: an answer after the date of the inspection, or before the photos of its item were taken, is named. A capture time without offset may lie anywhere from
/// UTC-12 to UTC+14, the furthest zone in use (IANA time zone database, Pacific/Kiritimati), so 14 hours are allowed.
/// </summary>
public sealed class AnswerTimesTests
{
    [Theory]
    [InlineData("2026-11-24T08:00:00Z", "2026-11-24T08:00:00Z", false)]
    [InlineData("2026-11-24T08:00:00Z", "2026-11-24T08:00:01Z", true)]
    [InlineData("2026-11-24T00:00:00Z", "2026-11-24T23:59:59Z", false)]
    [InlineData("2026-11-24T00:00:00Z", "2026-11-25T00:00:00Z", true)]
    public void An_answer_after_the_date_of_the_inspection_is_named_and_a_bare_date_is_the_whole_day(string asOf, string answered, bool isNamed) =>
        Assert.Equal(isNamed, Notes(asOf, answered, null).Any(note => note.Contains("after this inspection", StringComparison.Ordinal) && note.Contains("Li, lot 1, 2026-11-2", StringComparison.Ordinal)));

    [Theory]
    [InlineData("2026-11-20T09:30:00+08:00", "2026-11-20T01:30:00Z", false)]
    [InlineData("2026-11-20T09:30:00+08:00", "2026-11-20T01:29:59Z", true)]
    [InlineData("2026-11-20T09:30:00", "2026-11-19T19:30:00Z", false)]
    [InlineData("2026-11-20T09:30:00", "2026-11-19T19:29:59Z", true)]
    [InlineData("2026-11-20T09:30:00+99:00", "2026-11-19T19:29:59Z", true)]
    [InlineData("2026-11-20T09:30:00garble", "2026-11-19T19:30:00Z", false)]
    [InlineData("0001-01-01T00:00:00", "2026-11-19T19:30:00Z", false)]
    [InlineData(null, "1999-01-01T00:00:00Z", false)]
    public void An_answer_before_the_photo_was_taken_is_named(string? taken, string answered, bool isNamed) =>
        Assert.Equal(isNamed, Notes("2026-11-30T00:00:00Z", answered, taken).Any(note => note.Contains("before the photos", StringComparison.Ordinal)));

    [Fact]
    public void Of_many_the_first_are_named_and_all_are_counted()
    {
        var list = new ConfirmedList("confirmed.csv", "", [.. Enumerable.Range(1, 7).Select(number => Says($"{number}", "2026-11-25T00:00:00Z"))]);
        var note = Assert.Single(AnswerTimes.Notes(list, At("2026-11-24T00:00:00Z"), []).InEnglish());
        Assert.Contains(": 7 (", note, StringComparison.Ordinal);
        Assert.Contains("lot 5", note, StringComparison.Ordinal);
        Assert.Contains("and 2 more", note, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_answers_there_is_nothing_to_name() => Assert.Empty(AnswerTimes.Notes(null, At("2026-11-24T00:00:00Z"), []));

    private static List<string> Notes(string asOf, string answered, string? taken) =>
        [.. AnswerTimes.Notes(new ConfirmedList("confirmed.csv", "", [Says("1", answered)]), At(asOf), [Photo("1", taken), Photo("2", "2026-12-24T00:00:00")]).InEnglish()];

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, System.Globalization.CultureInfo.InvariantCulture);

    private static Confirmation Says(string item, string time) => new("lot", item, ReaderWord.Good, "Li", At(time), null, null);

    private static InspectedFile Photo(string item, string? taken) =>
        Make.Photo(Standing.Clear) with { Place = new PhotoPlace("lot", item, ""), Facts = new PhotoFacts("jpeg", 48, 48, 1, taken) };
}
