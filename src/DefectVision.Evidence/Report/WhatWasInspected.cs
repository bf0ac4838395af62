using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>Section 2: what was photographed, how it was told apart, by which terms it was judged, and what is not known.</summary>
internal static class WhatWasInspected
{
    private static readonly string[] NotRecorded =
    [
        "Who took the photos, when, where and with what is not recorded.",
        "That each photo shows the item it is named for is taken from the names, not checked.",
    ];

    public static void Write(Html html, InspectionRecord record, Terms terms)
    {
        Section.Inspected.Heading(html);
        Section.Sentences(html, record.Layout);
        Lots(html, record.Lots);
        html.Element("h3", "What is not known");
        Section.Sentences(html, [HowDrawn(record, terms), .. NotRecorded]);
        Planned(html, record);
        ReviewSection.Write(html, record);
        TermsTables.Write(html, record.Agreement, terms);
        if (record.Notes.Count > 0)
        {
            html.Element("h3", "Notes on the whole inspection");
            Section.Sentences(html, record.Notes);
        }
    }

    private static string HowDrawn(InspectionRecord record, Terms terms) =>
        $"How the items were chosen from the lot: {terms.Sampling}. Every bound in this report holds {Phrases.IfDrawnAtRandom}; if they were chosen otherwise, the counts stand and the bounds do not. "
        + (record.Draw is null ? "No draw list was given: that the draw was random is the agreement's word, or nobody's." : "The draw list says which items were to be pulled, not who pulled them.");

    private static void Planned(Html html, InspectionRecord record)
    {
        if (record.Draw is { } draw)
        {
            html.Element("h3", "The draw");
            html.Element("p", $"{draw.Name}, SHA-256 {draw.Sha256}: {Figures.Count(draw.Items.Values.Sum(items => items.Count))} items in {Figures.Count(draw.Items.Count)} {(draw.Items.Count == 1 ? "lot" : "lots")}. Sent to the supplier before the cartons were opened, this digest shows that the list was not made to fit the findings.");
            Section.Sentences(html, [.. draw.Facts.Select(fact => $"{fact.Key}: {fact.Value}")]);
        }

        if (record.Plan is { } plan)
        {
            html.Element("h3", "The analysis plan");
            html.Element("p", $"Fixed before the first photo was scored ({EvidenceWriter.PlanName}, SHA-256 {plan.Sha256}): {Figures.Count(plan.Lots)} lower bounds, each at {Figures.Level(plan.EachBound.Value)}, and {Figures.Count(plan.Tests)} comparisons with an AQL, each at an error probability of {Figures.Alpha(plan.EachTest.Alpha)}, so that all bounds, and all comparisons, hold together at {Figures.Level(Inspection.Claiming.AnalysisPlan.Together.Value)}. Whatever it does not list is exploratory.");
            if (record.PlanAtStart is { } began)
            {
                html.Element("p", $"The plan was changed after scoring began: its digest was {began} then. Whatever the change concerns is exploratory.");
            }
        }
    }

    private static void Lots(Html html, IReadOnlyList<LotJudgement> lots)
    {
        if (lots.Count == 0)
        {
            return;
        }

        using (html.Open("table"))
        {
            Section.TableHead(html, "Lot", "#Lot size", "#Items", "#Photos", "Views", "How items were told apart");
            using (html.Open("tbody"))
            {
                foreach (var lot in lots)
                {
                    Row(html, lot);
                }
            }
        }
    }

    private static void Row(Html html, LotJudgement judged)
    {
        using (html.Open("tr"))
        {
            using (html.Open("td"))
            {
                html.Name(judged.Lot.Name);
            }

            Section.Number(html, judged.Lot.Size is { } size ? Figures.Count(size) : Phrases.NotGiven);
            Section.Number(html, Figures.Count(judged.Tally.Items));
            Section.Number(html, Figures.Count(judged.Tally.Photos));
            html.Element("td", Views(judged.Lot));
            html.Element("td", Phrases.Source(judged.Lot.ItemSource));
        }
    }

    private static string Views(Lot lot)
    {
        const int most = 6;
        var views = lot.Items
            .SelectMany(item => item.Photos)
            .GroupBy(photo => photo.Place?.View ?? "", StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {Figures.Count(group.Count())}")
            .ToList();
        return views.Count switch
        {
            0 => "not told",
            <= most => string.Join(", ", views),
            _ => $"{string.Join(", ", views.Take(most))} and {Figures.Count(views.Count - most)} more",
        };
    }
}
