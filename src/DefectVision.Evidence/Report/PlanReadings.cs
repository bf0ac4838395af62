using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>What the sampling plan says of a lot, severity by severity.</summary>
internal static class PlanReadings
{
    public static void Write(Html html, LotJudgement judged, string number)
    {
        var readings = judged.Readings;
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
            Section.TableHead(html, "Severity", "Limit", "#n", "#Ac", "#Re", judged.Tally.Review is null ? "#Flagged items" : "#Confirmed items", "Answer", "Why");
            using (html.Open("tbody"))
            {
                foreach (var reading in readings)
                {
                    Row(html, reading, plans.Count > 1);
                }
            }
        }

        Protection(html, judged, number);
    }

    // How well this plan tells good lots from bad ones: the supplier's side will ask what its "accept" is worth, and the buyer should.
    private static void Protection(Html html, LotJudgement judged, string number)
    {
        var readings = judged.Readings.Where(reading => reading is { Protection: not null, SampleSize: not null, AcceptanceNumber: not null }).ToList();
        if (readings.Count == 0)
        {
            return;
        }

        using (html.Open("table", ("class", "keep")))
        {
            Section.TableHead(html, "Severity", "#Share counted", "#The plan accepts such a lot", "#Accepted one time in ten (process)", "#Limiting quality of this lot alone");
            using (html.Open("tbody"))
            {
                foreach (var reading in readings)
                {
                    var known = reading.Protection!;
                    using (html.Open("tr"))
                    {
                        html.Element("td", Code.Of(reading.Severity));
                        Section.Number(html, Figures.Share(known.Observed));
                        Section.Number(html, Figures.Share(known.AcceptsObserved));
                        Section.Number(html, Figures.Share(known.AcceptedOneInTen));
                        Section.Number(html, $"{Figures.Count(known.LimitingItems)} items ({Figures.Share(known.LimitingQuality)})");
                    }
                }
            }
        }

        using (html.Open("figure"))
        {
            OcChart.Write(html, [.. readings.Select(reading => new OcCurve(
                $"{Code.Of(reading.Severity)}, {reading.Limit}", judged.Lot.Size, reading.SampleSize!.Value, reading.AcceptanceNumber!.Value, null, reading.Protection!.Observed))]);
            using (html.Open("figcaption"))
            {
                html.Element("b", $"Figure {number}, OC curve. ");
                html.Text($"A lot with {Figures.Share(readings[0].Protection!.LimitingQuality)} of {Code.Of(readings[0].Severity)} defective items would still be accepted one time in ten. "
                    + "Exact (hypergeometric for this lot; binomial for the process). Limiting quality: the fewest defective items of this lot that the plan accepts one time in ten at most, as ISO 2859-2 defines it for an isolated lot. "
                    + "That a plan rejects a lot does not show that the lot is worse than its AQL, and that it accepts one does not show the contrary.");
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
