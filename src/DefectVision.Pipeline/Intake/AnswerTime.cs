using System.Globalization;
using System.Text.RegularExpressions;

namespace DefectVision.Pipeline.Intake;

/// <summary>A time that a person or a spreadsheet wrote. Without a zone it is UTC.</summary>
internal static partial class AnswerTime
{
    /// <summary>Null for what is no time, and for 05/11/2026, which is two dates.</summary>
    public static DateTimeOffset? Read(string text)
    {
        if (YearLast().Match(text) is { Success: true } match)
        {
            var (first, second) = (match.Groups["first"].Value, match.Groups["second"].Value);
            var isDayFirst = match.Groups["sign"].Value == "." || Number(first) > 12 || first == second;
            return !isDayFirst && Number(second) <= 12 ? null
                : Parse($"{match.Groups["year"].Value}-{(isDayFirst ? second : first)}-{(isDayFirst ? first : second)}{match.Groups["rest"].Value}");
        }

        return YearFirst().IsMatch(text) || MonthInLetters().IsMatch(text) ? Parse(text) : null;
    }

    private static DateTimeOffset? Parse(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;

    private static int Number(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[0-9]{4}[-/.][0-9]")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"^(?<first>[0-9]{1,2})(?<sign>[./-])(?<second>[0-9]{1,2})\k<sign>(?<year>[0-9]{4})(?<rest>.*)$")]
    private static partial Regex YearLast();

    [GeneratedRegex(@"\p{L}{3}.*[0-9]{4}")]
    private static partial Regex MonthInLetters();
}
