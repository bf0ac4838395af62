using System.Globalization;
using DefectVision.Claims.Deadlines;

namespace DefectVision.Claims.Letters;

/// <summary>A deadline in words.</summary>
internal static class DeadlineWords
{
    /// <summary>The day, with the hour where it is known; null without a date.</summary>
    public static string? By(Deadline deadline) => deadline.Moment is { } moment
        ? moment.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)
        : LetterFields.Day(deadline.Date);

    /// <summary>How much was counted from what: "72 h after the evidence that first made the lot fail (2026-09-17)".</summary>
    public static string Counted(Deadline deadline, LetterTexts texts)
    {
        var whose = deadline.Countries.Count == 0 ? texts.Word("weekends_alone") : string.Join(" + ", deadline.Countries);
        var much = !deadline.InBusinessDays ? deadline.Counted
            : $"{deadline.Counted} {texts.Word(deadline.Counted == "1" ? "business_day" : "business_days")} ({whose})";
        return much.Length == 0 ? "–"
            : deadline.From is not { } from || deadline.Start is not { } start ? much
            : texts.Word("counted." + LetterFields.Code(start))
                .Replace("{counted}", much, StringComparison.Ordinal)
                .Replace("{from}", LetterFields.Day(from), StringComparison.Ordinal);
    }

    /// <summary>What a date was counted without: fields of the agreement, holidays of a year; null when with everything.</summary>
    public static string? Without(Deadline deadline, LetterTexts texts)
    {
        var parts = new[]
        {
            deadline.WithoutData.Count == 0 ? null : texts.Word("without_data") + " " + string.Join(", ", deadline.WithoutData),
            deadline.Date is null || deadline.Missing.Count == 0 ? null
                : texts.Word("without_field") + " " + string.Join(", ", deadline.Missing),
        }.OfType<string>().ToList();
        return parts.Count == 0 ? null : string.Join("; ", parts);
    }
}
