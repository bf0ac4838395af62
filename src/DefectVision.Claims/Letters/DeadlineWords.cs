using System.Globalization;
using DefectVision.Claims.Deadlines;
using DefectVision.Inspection;

namespace DefectVision.Claims.Letters;

/// <summary>A deadline in words.</summary>
internal static class DeadlineWords
{
    /// <summary>The day by its number, as data and reports have it, with the hour where it is known; null without a date.</summary>
    public static string? By(Deadline deadline) => deadline.Moment is { } moment
        ? moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : deadline.Date is { } day ? ByNumber(day) : null;

    /// <summary>The same as a letter has it.</summary>
    public static string? By(Deadline deadline, LetterTexts texts) =>
        deadline.Moment is { } moment ? texts.Moment(moment) : texts.Day(deadline.Date);

    /// <summary>What must be done, with the lot where it is one lot's.</summary>
    public static string What(Deadline deadline, LetterTexts texts)
    {
        var what = texts.Word("deadline." + new Word(deadline.Kind).Code);
        return deadline.Lot is { } lot ? texts.Say("deadline.of_lot", ("what", what), ("lot", lot)) : what;
    }

    /// <summary>How much was counted from what: "72 hours after the evidence that first made the lot fail (17 September 2026)".</summary>
    /// <param name="deadline">Of a claim.</param>
    /// <param name="texts">Of the language.</param>
    /// <param name="day">How a day is written.</param>
    public static string Counted(Deadline deadline, LetterTexts texts, Func<DateOnly, string> day)
    {
        var much = Much(deadline, texts);
        return much.Length == 0 ? "–"
            : deadline.From is not { } from || deadline.Start is not { } start ? much
            : texts.Say("counted." + new Word(start).Code, ("counted", much), ("from", day(from)));
    }

    /// <summary>What a date was counted without: fields of the agreement, holidays of a year; null when with everything.</summary>
    public static string? Without(Deadline deadline, LetterTexts texts)
    {
        var parts = new[]
        {
            deadline.WithoutData.Count == 0 ? null
                : texts.Say("without_data", ("list", texts.List(deadline.WithoutData.Select(one => texts.Say("country_year", ("country", texts.Country(one[..2])), ("year", one[3..])))))),
            deadline.Date is null || deadline.Missing.Count == 0 ? null
                : texts.Say("without_field", ("list", texts.List(deadline.Missing.Select(texts.Lacking)))),
        }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join(texts.Word("clause_separator"), parts);
    }

    /// <summary>A day by its number: 2026-11-24.</summary>
    public static string ByNumber(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // "72 h", "14 d", "10" business days.
    private static string Much(Deadline deadline, LetterTexts texts)
    {
        if (deadline.Counted.Split(' ') is not [{ Length: > 0 } number, .. var unit])
        {
            return string.Empty;
        }

        var one = number == "1";
        if (!deadline.InBusinessDays)
        {
            var key = unit is ["h"] ? one ? "hour" : "hours" : one ? "day" : "days";
            return texts.Say(key, ("n", number));
        }

        var whose = deadline.Countries.Count == 0 ? texts.Word("weekends_alone") : texts.List(deadline.Countries.Select(texts.Country));
        return texts.Say(one ? "business_day" : "business_days", ("n", number), ("whose", whose));
    }
}
