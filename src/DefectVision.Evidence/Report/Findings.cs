using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>The flagged items of a lot by class, severity and what the class is associated with.</summary>
internal static class Findings
{
    public static void Write(Html html, LotJudgement judged, Terms terms, string number)
    {
        var flagged = judged.Lot.Items.Where(item => IsFinding(item, judged.Tally.Review is not null)).ToList();
        html.Element("h3", "Findings by class and severity");
        if (flagged.Count == 0)
        {
            html.Element("p", judged.Tally.Review is null ? "No item of this lot is flagged." : "No item of this lot is confirmed defective.");
            return;
        }

        var counts = ClassChart.Count(flagged);
        using (html.Open("figure"))
        {
            ClassChart.Write(html, counts);
            using (html.Open("figcaption"))
            {
                html.Element("b", $"Figure {number}. ");
                html.Text($"Most often: {Phrases.DefectClass(counts[0].DefectClass)} ({Code.Of(counts[0].Severity)}), "
                    + $"{Figures.Count(counts[0].Items)} of {Figures.Count(flagged.Count)} {(judged.Tally.Review is null ? "flagged" : "confirmed")} {(flagged.Count == 1 ? "item" : "items")}. "
                    + $"Each item counts once, by its worst class{(judged.Tally.Review is null ? "; " + Phrases.Status : "")}. Black: critical, dark: major, light: minor.");
            }
        }

        Causes(html, flagged, terms);
    }

    // Once a person looked, what he did not confirm is no finding.
    private static bool IsFinding(Item item, bool isReviewed) =>
        isReviewed ? item.IsConfirmed : item.Standing == ItemStanding.Flagged;

    private static void Causes(Html html, List<Item> flagged, Terms terms)
    {
        var causes = flagged
            .GroupBy(item => terms.CauseOf(item.DefectClass))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .ToList();
        if (causes.Any(group => group.Key is not null))
        {
            var parts = causes.Select(group => $"{Code.Of(group.Key) ?? "no cause agreed"} {Figures.Count(group.Count())}");
            html.Element("p", $"By what the class is associated with in the agreement: {string.Join(", ", parts)}. No cause was established.");
        }
    }
}
