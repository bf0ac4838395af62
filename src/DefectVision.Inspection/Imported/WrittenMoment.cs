using System.Globalization;
using System.Text.RegularExpressions;

namespace DefectVision.Inspection.Imported;

/// <summary>A day, with or without a time, as a person or a spreadsheet wrote it.</summary>
/// <param name="Local">As written; midnight where no time is.</param>
/// <param name="Offset">From UTC; null where no zone is written.</param>
/// <param name="Settles">What a date such as 24/11/2026 shows of the dates beside it.</param>
/// <param name="IsSerial">Excel's number of a day.</param>
public sealed partial record WrittenMoment(DateTime Local, TimeSpan? Offset, DayOrder Settles = DayOrder.Unknown, bool IsSerial = false)
{
    // A year outside is a slip of the pen, and days that are counted from it may have no date.
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private const double FirstSerial = 20_000; // 1954
    private const double LastSerial = 80_000; // 2119

    // Excel counts 1900 as a leap year: from March 1900 on its day 0 is 1899-12-30.
    private static readonly DateTime DayZero = new(1899, 12, 30, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>As 2026-11-24.</summary>
    public string Day => Local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>In UTC; without a zone as if written in UTC.</summary>
    public DateTimeOffset Time => new DateTimeOffset(Local, Offset ?? TimeSpan.Zero).ToUniversalTime();

    /// <summary>None for what is no date, or none of the years 1900 to 2199; two for 05/11/2026: with the day first, and with the month first.</summary>
    public static IReadOnlyList<WrittenMoment> Read(string text)
    {
        var plain = UnicodeForm.Compatible(text).Trim();
        if (Serial().IsMatch(plain))
        {
            var number = double.Parse(plain.Replace(',', '.'), CultureInfo.InvariantCulture);
            return number is >= FirstSerial and <= LastSerial ? [new WrittenMoment(DayZero.AddSeconds(Math.Round(number * 86_400)), null, IsSerial: true)] : [];
        }

        if (Date().Match(plain) is not { Success: true } date)
        {
            return InLetters(plain);
        }

        if (TimeOfDay(date.Groups["rest"].Value) is not var (time, offset))
        {
            return [];
        }

        var year = Number(date.Groups["year"]);
        if (date.Groups["month"].Success)
        {
            return At(year, Number(date.Groups["month"]), Number(date.Groups["day"])) is { } only ? [only] : [];
        }

        var (first, second) = (Number(date.Groups["first"]), Number(date.Groups["second"]));
        var (dayFirst, monthFirst) = (At(year, second, first), date.Groups["sign"].Value == "." ? null : At(year, first, second));
        return (dayFirst, monthFirst) switch
        {
            (null, null) => [],
            ({ } one, null) => [date.Groups["sign"].Value == "." ? one : one with { Settles = DayOrder.DayFirst }],
            (null, { } one) => [one with { Settles = DayOrder.MonthFirst }],
            ({ } one, { } other) => one == other ? [one] : [one, other],
        };

        WrittenMoment? At(int years, int months, int days) =>
            IsYear(years) && months is >= 1 and <= 12 && days >= 1 && days <= DateTime.DaysInMonth(years, months) ? new WrittenMoment(new DateTime(years, months, days).Add(time), offset) : null;
    }

    // "24 Nov 2026 9:30 AM". What .NET reads beside that, such as a time alone, has no month in letters and no year.
    private static IReadOnlyList<WrittenMoment> InLetters(string text) =>
        !MonthInLetters().IsMatch(text) ? []
        : Zone().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out var zoned) && IsYear(zoned.Year) ? [new WrittenMoment(zoned.DateTime, zoned.Offset)]
        : DateTime.TryParse(text, CultureInfo.InvariantCulture, out var local) && IsYear(local.Year) ? [new WrittenMoment(local, null)]
        : [];

    private static (TimeSpan Time, TimeSpan? Offset)? TimeOfDay(string text)
    {
        if (text.Length == 0)
        {
            return (TimeSpan.Zero, null);
        }

        if (Clock().Match(text) is not { Success: true } clock)
        {
            return null;
        }

        var (hour, minute, second) = (Number(clock.Groups["hour"]), Number(clock.Groups["minute"]), clock.Groups["second"].Success ? Number(clock.Groups["second"]) : 0);
        var half = (clock.Groups["before"].Value + clock.Groups["after"].Value).Replace(".", string.Empty, StringComparison.Ordinal).ToLowerInvariant();
        if (half.Length > 0 && hour is < 1 or > 12)
        {
            // 下午15:30 says it twice, and rightly.
            half = half is "下午" or "晚上" && hour is > 12 and <= 23 ? string.Empty : "?";
        }

        hour = half switch
        {
            "pm" or "下午" or "晚上" when hour < 12 => hour + 12,
            "am" or "上午" or "凌晨" or "早上" when hour == 12 => 0,
            "?" => -1,
            _ => hour,
        };
        return hour is < 0 or > 23 || minute > 59 || second > 59 || OffsetOf(clock.Groups["zone"]) is not { IsRight: true } zone ? null : (new TimeSpan(hour, minute, second), zone.Offset);
    }

    private static (bool IsRight, TimeSpan? Offset) OffsetOf(Group zone)
    {
        if (!zone.Success)
        {
            return (true, null);
        }

        var digits = string.Concat(zone.Value.Where(char.IsAsciiDigit));
        var (hours, minutes) = digits.Length switch
        {
            0 => (0, 0),
            <= 2 => (int.Parse(digits, CultureInfo.InvariantCulture), 0),
            _ => (int.Parse(digits[..^2], CultureInfo.InvariantCulture), int.Parse(digits[^2..], CultureInfo.InvariantCulture)),
        };
        var offset = new TimeSpan(hours, minutes, 0);
        return (hours <= 14 && minutes <= 59, zone.Value.Contains('-', StringComparison.Ordinal) ? -offset : offset);
    }

    private static bool IsYear(int year) => year is >= FirstYear and <= LastYear;

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{5}([.,][0-9]+)?$")]
    private static partial Regex Serial();

    [GeneratedRegex(
        @"^(?:(?<year>[0-9]{4})(?<sign>[-/.])(?<month>[0-9]{1,2})\k<sign>(?<day>[0-9]{1,2})(?![0-9])|(?<year>[0-9]{4})\s*年\s*(?<month>[0-9]{1,2})\s*月\s*(?<day>[0-9]{1,2})\s*日?"
        + @"|(?<year>[0-9]{4})(?<month>[0-9]{2})(?<day>[0-9]{2})(?![0-9])|(?<first>[0-9]{1,2})(?<sign>[-/.])(?<second>[0-9]{1,2})\k<sign>(?<year>[0-9]{4})(?![0-9]))(?<rest>.*)$")]
    private static partial Regex Date();

    [GeneratedRegex(
        @"^(?:[T\s,]\s*)?(?<before>上午|下午|凌晨|早上|晚上)?\s*(?<hour>[0-9]{1,2})[:时点](?<minute>[0-9]{1,2})分?(?::?(?<second>[0-9]{1,2})(?:[.,][0-9]+)?秒?)?"
        + @"\s*(?<after>[ap]\.?m\.?)?\s*(?:Uhr)?\s*(?<zone>Z|(?:UTC|GMT)(?:[+-][0-9]{1,2}(?::?[0-9]{2})?)?|[+-][0-9]{1,2}(?::?[0-9]{2})?)?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\p{L}{3}.*[0-9]{4}")]
    private static partial Regex MonthInLetters();

    [GeneratedRegex(@"[0-9]\s*(Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})$")]
    private static partial Regex Zone();
}
