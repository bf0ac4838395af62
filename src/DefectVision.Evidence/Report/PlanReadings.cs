using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>What the sampling plan says of a lot, severity by severity.</summary>
internal static class PlanReadings
{
    public static void Write(Html html, IReadOnlyList<PlanReading> readings)
    {
        html.Element("h3", "Reading by the sampling plan");
        if (readings.Count == 0)
        {
            html.Element("p", "No plan was read.", ("class", "none"));
            return;
        }

        using (html.Open("table"))
        {
            Section.TableHead(html, "Severity", "Limit", "#n", "#Ac", "#Re", "#Flagged items", "Answer", "Why");
            using (html.Open("tbody"))
            {
                foreach (var reading in readings)
                {
                    Row(html, reading);
                }
            }
        }
    }

    private static void Row(Html html, PlanReading reading)
    {
        using (html.Open("tr"))
        {
            html.Element("td", Code.Of(reading.Severity));
            html.Element("td", reading.Limit);
            Section.Number(html, OrNone(reading.SampleSize));
            Section.Number(html, OrNone(reading.AcceptanceNumber));
            Section.Number(html, OrNone(reading.RejectionNumber));
            Section.Number(html, Phrases.Range(reading.Count));
            html.Element("td", Phrases.Answer(reading.Answer));
            using (html.Open("td"))
            {
                html.Text(reading.Reason);
                html.Element("div", reading.Plan ?? "No plan applies.", ("class", "soft small"));
            }
        }
    }

    private static string OrNone(long? number) => number is { } known ? Figures.Count(known) : "none";
}
