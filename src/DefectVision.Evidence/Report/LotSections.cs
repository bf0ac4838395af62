using System.Globalization;
using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>Section 4: per lot the verdict with all reasons, the plan, the findings and the exhibits.</summary>
internal static class LotSections
{
    public static void Write(Html html, InspectionRecord record, Terms terms, ExhibitPictures pictures, CancellationToken cancel)
    {
        Section.Lots.Heading(html);
        if (record.Lots.Count == 0)
        {
            html.Element("p", "No lot was found.", ("class", "none"));
        }

        for (var at = 0; at < record.Lots.Count; at++)
        {
            var number = "4." + (at + 1).ToString(CultureInfo.InvariantCulture);
            One(html, terms, record.Lots[at], number);
            Exhibits.Write(html, record, terms, record.Lots[at], number, pictures, cancel);
            UndecidedItems.Write(html, record.Lots[at].Lot, record.Model);
        }
    }

    private static void One(Html html, Terms terms, LotJudgement judged, string number)
    {
        using (html.Open("h2", ("class", "lot")))
        {
            html.Text($"{number} Lot ");
            html.Name(judged.Lot.Name);
        }

        Conclusion(html, judged);
        LotStatements.Write(html, judged);
        Flags(html, judged);
        PlanReadings.Write(html, judged, number);
        Findings.Write(html, judged, terms, number);
    }

    private static void Conclusion(Html html, LotJudgement judged)
    {
        using (html.Open("div", ("class", "box")))
        {
            using (html.Open("p"))
            {
                VerdictMark.Inline(html, judged.Verdict);
                html.Element("span", Phrases.Answer(judged.Verdict), ("class", "verdict"));
                html.Text($" {Phrases.VerdictBasis(judged)}.");
            }

            Section.Sentences(html, judged.Reasons);
        }

        if (judged.Remarks.Count > 0)
        {
            html.Element("h3", "Remarks");
            Section.Sentences(html, judged.Remarks);
        }
    }

    private static void Flags(Html html, LotJudgement judged)
    {
        html.Element("h3", "What the model flags");
        var tally = judged.Tally;
        html.Element(
            "p",
            tally.Items == 0
                ? "No item of this lot was photographed."
                : $"Counted: {Figures.Count(tally.Flagged)} of {Phrases.Items(tally.Items)} ({Phrases.Photos(tally.Photos)}) {(tally.Review is null ? Phrases.Status : "flagged by the model")}; {Figures.Count(tally.Undecided)} not decided. {Reviewed(judged)}");
        if (judged.FlaggedShare is { } share)
        {
            html.Element(
                "p",
                $"For the lot: {Phrases.Bounds(judged.Lot, share)}, {Phrases.IfDrawnAtRandom}. Method: {share.Method}, {Guaranteed(share.Class)}. "
                + "Items not decided count as clear in the lower bound and as flagged in the upper one.");
        }
    }

    private static string Reviewed(LotJudgement judged) => judged.Tally.Review is { } review
        ? $"Looked at by a person: {Phrases.Items(judged.Tally.Items - review.Unseen)}, of which {Figures.Count(review.Confirmed)} confirmed defective, {Figures.Count(review.Overruled)} not, {Figures.Count(review.Disputed)} disputed; flagged and still waiting: {Figures.Count(review.Awaiting)}."
        : "Confirmed by a person: none yet.";

    private static string Guaranteed(char? guarantee) => guarantee switch
    {
        'G' => "class G as a statement about flags (given the random draw, the stated level holds for every lot, without approximation); it is no statement about defects",
        null => "without a class: nothing is guaranteed while the items are not recorded as all of the lot or as drawn from it at random",
        _ => "class A (approximate: an estimate, not a guaranteed bound)",
    };
}
