using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>Section 2: what was photographed, how it was told apart, by which terms it was judged, and what is not known.</summary>
internal static class WhatWasInspected
{
    private const int MostViews = 6;

    public static IEnumerable<Block> Of(InspectionRecord record, Terms terms, Words words)
    {
        yield return Section.Inspected.Heading(words);
        yield return Section.Sentences(words, record.Layout);
        if (record.Lots.Count > 0)
        {
            yield return new Table(
                Section.Columns(words, $"Lot", $"#Lot size", $"#Items", $"#Photos", $"Views", $"How items were told apart"),
                record.Lots.Select(lot => Row(lot, words)));
        }

        yield return Section.Part(words, $"What is not known");
        yield return Section.Sentences(words,
        [
            HowDrawn(record, terms),
            $"Who took the photos, when, where and with what is not recorded.",
            $"That each photo shows the item it is named for is taken from the names, not checked.",
        ]);
        foreach (var block in Draw(record, words).Concat(Plan(record, words)).Concat(ReviewSection.Of(record, words)).Concat(TermsTables.Of(record.Agreement, terms, record.Lots.Select(lot => lot.Lot.Name), words)))
        {
            yield return block;
        }

        if (record.Notes.Count > 0)
        {
            yield return Section.Part(words, $"Notes on the whole inspection");
            yield return Section.Sentences(words, record.Notes);
        }
    }

    private static FormattableString HowDrawn(InspectionRecord record, Terms terms)
    {
        FormattableString chosen = $"How the items were chosen from the lot: {terms.Sampling}. Every bound in this report holds {Phrases.IfDrawnAtRandom}; if they were chosen otherwise, the counts stand and the bounds do not.";
        return record.Draw is null
            ? (FormattableString)$"{chosen} No draw list was given: that the draw was random is the agreement's word, or nobody's."
            : $"{chosen} The draw list says which items were to be pulled, not who pulled them.";
    }

    private static IEnumerable<Block> Draw(InspectionRecord record, Words words)
    {
        if (record.Draw is not { } draw)
        {
            yield break;
        }

        yield return Section.Part(words, $"The draw");
        yield return Section.Paragraph(words, $"{Piece.Name(draw.Name)}, SHA-256 {Piece.Code(draw.Sha256)}: items {Figures.Count(draw.Items.Values.Sum(items => items.Count))}, lots {Figures.Count(draw.Items.Count)}. Sent to the supplier before the cartons were opened, this digest shows that the list was not made to fit the findings.");
        yield return new Bullets([.. draw.Facts.Select(fact => Line.Of($"{fact.Key}: {fact.Value}"))]);
    }

    private static IEnumerable<Block> Plan(InspectionRecord record, Words words)
    {
        if (record.Plan is not { } plan)
        {
            yield break;
        }

        yield return Section.Part(words, $"The analysis plan");
        yield return Section.Paragraph(words, $"Fixed before the first photo was scored ({EvidenceWriter.PlanName}, SHA-256 {Piece.Code(plan.Sha256)}): {Figures.Count(plan.Lots)} lower bounds, each at {Figures.Level(plan.EachBound.Value)}, and {Figures.Count(plan.Tests)} comparisons with an AQL, each at an error probability of {Figures.Alpha(plan.EachTest.Alpha)}, so that all bounds, and all comparisons, hold together at {Figures.Level(AnalysisPlan.Together.Value)}. Whatever it does not list is exploratory.");
        if (record.PlanAtStart is { } began)
        {
            yield return Section.Paragraph(words, $"The plan was changed after scoring began: its digest was {Piece.Code(began)} then. Whatever the change concerns is exploratory.");
        }
    }

    private static Row Row(LotJudgement judged, Words words) => new(
    [
        Line.Of(Piece.Name(judged.Lot.Name)),
        judged.Lot.Size is { } size ? Figures.Count(size) : words.Say(Phrases.NotGiven),
        Figures.Count(judged.Tally.Items),
        Figures.Count(judged.Tally.Photos),
        words.Say(Views(judged.Lot)),
        words.Say(Phrases.Source(judged.Lot.ItemSource)),
    ]);

    private static FormattableString Views(Lot lot)
    {
        var views = lot.Items
            .SelectMany(item => item.Photos)
            .GroupBy(photo => photo.Place?.View ?? "", StringComparer.Ordinal)
            .Where(group => group.Key.Length > 0)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => $"{group.Key} {Figures.Count(group.Count())}")
            .ToList();
        return views.Count switch
        {
            0 => $"not told",
            <= MostViews => $"{Listed.Commas(views)}",
            _ => $"{Listed.Commas(views.Take(MostViews))} and {Figures.Count(views.Count - MostViews)} more",
        };
    }
}
