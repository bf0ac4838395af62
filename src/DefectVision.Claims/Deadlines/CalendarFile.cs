using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace DefectVision.Claims.Deadlines;

/// <summary>Deadlines as an iCalendar file (RFC 5545): whole-day events, lines end with CRLF and are folded at 75 octets.</summary>
internal static class CalendarFile
{
    private const int MostOctets = 75;

    /// <param name="deadlines">Those with a date become events.</param>
    /// <param name="shipment">Names the claim; part of every identifier.</param>
    /// <param name="asOf">DTSTAMP of every event.</param>
    /// <param name="words">Name of a kind for the summary.</param>
    /// <param name="lacking">What the agreement does not say, in words.</param>
    public static byte[] Write(IEnumerable<Deadline> deadlines, string shipment, DateTimeOffset asOf, Func<Deadline, string> words, Func<string, string> lacking)
    {
        var text = new StringBuilder();
        Line("BEGIN:VCALENDAR");
        Line("VERSION:2.0");
        Line("PRODID:-//DefectVision//Claim deadlines//EN");
        foreach (var deadline in deadlines.Where(deadline => deadline.Date is not null))
        {
            var date = deadline.Date!.Value;
            Line("BEGIN:VEVENT");
            Line($"UID:{Identifier(shipment, asOf, deadline)}@defectvision");
            Line("DTSTAMP:" + asOf.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));
            Line("DTSTART;VALUE=DATE:" + date.ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Line("DTEND;VALUE=DATE:" + date.AddDays(1).ToString("yyyyMMdd", CultureInfo.InvariantCulture));
            Line("SUMMARY:" + Escaped(words(deadline)));
            if (Notes(deadline, lacking) is { Length: > 0 } notes)
                Line("DESCRIPTION:" + Escaped(notes));
            Line("TRANSP:TRANSPARENT");
            Line("END:VEVENT");
        }

        Line("END:VCALENDAR");
        return Encoding.UTF8.GetBytes(text.ToString());

        void Line(string line)
        {
            var octets = 0;
            foreach (var rune in line.EnumerateRunes())
            {
                if (octets + rune.Utf8SequenceLength > MostOctets)
                {
                    text.Append("\r\n ");
                    octets = 1;
                }

                text.Append(rune.ToString());
                octets += rune.Utf8SequenceLength;
            }

            text.Append("\r\n");
        }
    }

    private static string Notes(Deadline deadline, Func<string, string> lacking) => string.Join("; ", new[]
    {
        deadline.Moment is { } moment ? "by " + moment.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture) : null,
        deadline.WithoutData.Count > 0 ? "counted without public holidays: no data for " + string.Join(", ", deadline.WithoutData) : null,
        deadline.Missing.Count > 0 ? "counted without what the agreement does not say: " + string.Join(", ", deadline.Missing.Select(lacking)) : null,
    }.OfType<string>());

    private static string Identifier(string shipment, DateTimeOffset asOf, Deadline deadline) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{shipment}\n{asOf.UtcDateTime.ToString("s", CultureInfo.InvariantCulture)}\n{deadline.Kind}\n{deadline.Lot}")))[..32];

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
