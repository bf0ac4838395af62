using System.Globalization;
using DefectVision.Inspection.Imported;

namespace DefectVision.Pipeline.Tests.Intake;

/// <summary>Rules: a date is read where it has one reading; a date with two gives both; a zone is there only where it is written.</summary>
public sealed class WrittenMomentTests
{
    [Theory]
    [InlineData("2026-11-24", "2026-11-24 00:00:00")]
    [InlineData("2026-11-24 09:30", "2026-11-24 09:30:00")]
    [InlineData("2026/11/24 9:30", "2026-11-24 09:30:00")]
    [InlineData("2026年11月24日 9:30", "2026-11-24 09:30:00")]
    [InlineData("2026年11月24日 下午3:30", "2026-11-24 15:30:00")]
    [InlineData("2026年11月24日9时30分", "2026-11-24 09:30:00")]
    [InlineData("２０２６－１１－２４", "2026-11-24 00:00:00")]
    [InlineData("20261124", "2026-11-24 00:00:00")]
    [InlineData("24/11/2026 09:30", "2026-11-24 09:30:00")]
    [InlineData("11/24/2026 9:30 PM", "2026-11-24 21:30:00")]
    [InlineData("11/24/2026 12:05 AM", "2026-11-24 00:05:00")]
    [InlineData("05.11.2026 09:30 Uhr", "2026-11-05 09:30:00")]
    [InlineData("11/11/2026", "2026-11-11 00:00:00")]
    [InlineData("24 Nov 2026 9:30 AM", "2026-11-24 09:30:00")]
    [InlineData("46350.39583", "2026-11-24 09:30:00")]
    [InlineData("46350", "2026-11-24 00:00:00")]
    [InlineData("46350,39583", "2026-11-24 09:30:00")]
    public void A_date_with_one_reading_is_read_without_a_zone(string text, string time)
    {
        var moment = Assert.Single(WrittenMoment.Read(text));
        Assert.Equal(time, moment.Local.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture));
        Assert.Null(moment.Offset);
    }

    [Theory]
    [InlineData("2026-11-24T09:30:00Z", 0)]
    [InlineData("2026-11-24T09:30:00+08:00", 480)]
    [InlineData("2026-11-24 09:30 UTC-5", -300)]
    [InlineData("24 Nov 2026 09:30 +08:00", 480)]
    public void A_zone_that_is_written_is_kept(string text, int minutes) => Assert.Equal(TimeSpan.FromMinutes(minutes), Assert.Single(WrittenMoment.Read(text)).Offset);

    [Theory]
    [InlineData("05/11/2026", "2026-11-05", "2026-05-11")]
    [InlineData("5-11-2026 9:30", "2026-11-05", "2026-05-11")]
    [InlineData("12/01/2026", "2026-01-12", "2026-12-01")]
    public void A_date_with_two_readings_gives_both_the_day_first(string text, string dayFirst, string monthFirst) =>
        Assert.Equal([dayFirst, monthFirst], WrittenMoment.Read(text).Select(moment => moment.Day));

    [Theory]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("09:30")]
    [InlineData("24/13/2026")]
    [InlineData("32/12/2026")]
    [InlineData("29.02.2026")]
    [InlineData("2026-11-31")]
    [InlineData("2026-11-24 25:00")]
    [InlineData("2026-11-24 09:60")]
    [InlineData("24/11/26")]
    [InlineData("19999")]
    [InlineData("80001")]
    [InlineData("12.5")]
    [InlineData("2026-11-245")]
    public void What_is_no_date_gives_none(string text) => Assert.Empty(WrittenMoment.Read(text));
}
