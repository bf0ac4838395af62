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

        var plans = readings.Select(reading => reading.Plan ?? "No plan applies").Distinct(StringComparer.Ordinal).ToList();
        if (plans.Count == 1)
        {
            html.Element("p", plans[0] + ".", ("class", "lead-in"));
        }

        using (html.Open("table", ("class", "keep")))
        {
            Section.TableHead(html, "Severity", "Limit", "#n", "#Ac", "#Re", "#Flagged items", "Answer", "Why");
            using (html.Open("tbody"))
            {
                foreach (var reading in readings)
                {
                    Row(html, reading, plans.Count > 1);
                }
            }
        }
    }

    private static void Row(Html html, PlanReading reading, bool isPlanShown)
    {
        using (html.Open("tr"))
        {
            html.Element("td", Code.Of(reading.Severity));
            html.Element("td", reading.Limit, ("class", "whole"));
            Section.Number(html, OrNone(reading.SampleSize));
            Section.Number(html, OrNone(reading.AcceptanceNumber));
            Section.Number(html, OrNone(reading.RejectionNumber));
            Section.Number(html, Phrases.Range(reading.Count));
            html.Element("td", Phrases.Answer(reading.Answer), ("class", "whole"));
            using (html.Open("td"))
            {
                html.Text(reading.Reason);
                if (isPlanShown)
                {
                    html.Element("div", (reading.Plan ?? "No plan applies") + ".", ("class", "soft small"));
                }
            }
        }
    }

    private static string OrNone(long? number) => number is { } known ? Figures.Count(known) : "–";
}
