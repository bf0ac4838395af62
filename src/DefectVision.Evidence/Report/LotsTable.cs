using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>One line per lot, with its deciding reason under it.</summary>
internal static class LotsTable
{
    private const string Columns = "7";

    public static void Write(Html html, IReadOnlyList<LotJudgement> lots)
    {
        if (lots.Count == 0)
        {
            html.Element("p", "No lot was found: there is no verdict but Hold.", ("class", "none"));
            return;
        }

        using (html.Open("table", ("class", "lots")))
        {
            Section.TableHead(html, "Lot", "Verdict", "#Items inspected", "#Critical", "#Major", "#Minor", "#Not decided");
            foreach (var lot in lots)
            {
                using (html.Open("tbody"))
                {
                    Counts(html, lot);
                    Why(html, lot);
                }
            }
        }

        html.Element(
            "p",
            "Critical, major, minor: items " + Phrases.Status + ", each counted once at its worst; \"1 to 3\" counts those not decided as well. "
            + "n: items the plan asks for; Ac, Re: acceptance and rejection number. Bounds hold " + Phrases.IfDrawnAtRandom + ".",
            ("class", "small soft"));
    }

    private static void Counts(Html html, LotJudgement judged)
    {
        using (html.Open("tr"))
        {
            using (html.Open("td"))
            using (html.Open("b"))
            {
                html.Name(judged.Lot.Name);
            }

            using (html.Open("td", ("class", "verdict")))
            {
                VerdictMark.Inline(html, judged.Verdict);
                html.Text(Phrases.Answer(judged.Verdict));
            }

            Section.Number(html, $"{Figures.Count(judged.Tally.Items)} of {(judged.Lot.Size is { } size ? Figures.Count(size) : "unknown")}");
            foreach (var severity in Enum.GetValues<Severity>().OrderDescending())
            {
                Section.Number(html, Phrases.Range(judged.Tally.BySeverity[severity]));
            }

            Section.Number(html, Figures.Count(judged.Tally.Undecided));
        }
    }

    /// <summary>"n 20: critical Ac 0 Re 1, major Ac 1 Re 2", a part for each sample size that the severities ask for.</summary>
    private static string Plan(IReadOnlyList<PlanReading> readings)
    {
        var parts = readings
            .Where(reading => reading.AcceptanceNumber is not null && reading.RejectionNumber is not null)
            .GroupBy(reading => reading.SampleSize)
            .Select(group => (group.Key is { } size ? $"n {Figures.Count(size)}: " : "")
                + string.Join(", ", group.Select(reading => $"{Code.Of(reading.Severity)} Ac {Figures.Count(reading.AcceptanceNumber ?? 0)} Re {Figures.Count(reading.RejectionNumber ?? 0)}")))
            .ToList();
        return parts.Count == 0 ? "none applies" : string.Join("; ", parts);
    }

    private static void Why(Html html, LotJudgement judged)
    {
        using (html.Open("tr", ("class", "why")))
        using (html.Open("td", ("colspan", Columns)))
        {
            html.Element("div", "Reason: " + (judged.Reasons.Count > 0 ? judged.Reasons[0] : "none is recorded."));
            html.Element("div", $"Plan: {Plan(judged.Readings)}.");
            html.Element("div", $"Bounds: {Phrases.Bounds(judged.Lot, judged.FlaggedShare)}.");
        }
    }
}
