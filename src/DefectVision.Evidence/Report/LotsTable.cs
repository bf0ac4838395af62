using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>One line per lot, with its deciding reason under it.</summary>
internal static class LotsTable
{
    private const string Columns = "8";

    public static void Write(Html html, IReadOnlyList<LotJudgement> lots)
    {
        if (lots.Count == 0)
        {
            html.Element("p", "No lot was found: there is no verdict but Hold.", ("class", "none"));
            return;
        }

        using (html.Open("table", ("class", "lots")))
        {
            Section.TableHead(html, "Lot", "Verdict", "#Items inspected", "#Critical", "#Major", "#Minor", "#Not decided", "Plan");
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
            "Critical, major, minor: items " + Phrases.Status + ", each counted once at its worst severity; “1 to 3” counts the items not decided as well. "
            + "n: items the plan asks for; Ac, Re: acceptance and rejection number. Every verdict is " + Phrases.VerdictBasis + "; "
            + "the bounds hold " + Phrases.IfDrawnAtRandom + ".",
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
            using (html.Open("td", ("class", "small")))
            {
                Plan(html, judged.Readings);
            }
        }
    }

    private static void Plan(Html html, IReadOnlyList<PlanReading> readings)
    {
        foreach (var reading in readings)
        {
            html.Element("div", reading is { AcceptanceNumber: { } accept, RejectionNumber: { } reject }
                ? $"{Code.Of(reading.Severity)}: n {Size(reading)}, Ac {Figures.Count(accept)}, Re {Figures.Count(reject)}"
                : $"{Code.Of(reading.Severity)}: no plan applies");
        }
    }

    private static string Size(PlanReading reading) => reading.SampleSize is { } size ? Figures.Count(size) : "not fixed";

    private static void Why(Html html, LotJudgement judged)
    {
        using (html.Open("tr", ("class", "why")))
        using (html.Open("td", ("colspan", Columns)))
        {
            html.Element("div", judged.Reasons.Count > 0 ? judged.Reasons[0] : "No reason is recorded.");
            html.Element("div", $"Bounds: {Phrases.Bounds(judged.Lot, judged.FlaggedShare)}.");
        }
    }
}
