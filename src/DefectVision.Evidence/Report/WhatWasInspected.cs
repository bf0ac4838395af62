using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Agreements;
using DefectVision.Inspection.Claiming;
using DefectVision.Inspection.Drawing;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>Section 2: what was photographed, how it was told apart, by which terms it was judged, and what is not known.</summary>
internal static class WhatWasInspected
{
    private const int MostViews = 6;

    public static IEnumerable<Block> Of(InspectionRecord record, Terms terms, Words words)
    {
        yield return Section.Inspected.Heading(words);
        yield return new Facts([.. Visit(record.Agreement.Visit, words)], IsPaired: true);
        yield return Section.Sentences(words, record.Layout);
        if (record.Lots.Count > 0)
        {
            yield return new Table(
                words.Columns($"Lot", $"#Lot size", $"#Items", $"#Photographed", $"#Photos", $"Views", $"How items were told apart"),
                record.Lots.Select(lot => Row(lot, words)));
        }

        yield return Section.Part(words, $"What is not known");
        yield return Section.Sentences(words,
        [
            HowDrawn(record, terms),
            record.Agreement.Visit == InspectionVisit.None
                ? (FormattableString)$"Who took the photos, when, where and with what is not recorded."
                : $"Date, place and people of the inspection are the agreement's word. That the photos were taken then, there and by them was not checked.",
            $"That each photo shows the item it is named for is taken from the names, not checked.",
        ]);
        foreach (var block in Draw(record, words).Concat(Plan(record, words)).Concat(ReviewSection.Of(record, words)).Concat(TermsTables.Of(record, terms, words)))
        {
            yield return block;
        }

        if (record.Notes.Count > 0)
        {
            yield return Section.Part(words, $"Notes on the whole inspection");
            yield return Section.Sentences(words, record.Notes);
        }
    }

    private static IEnumerable<Fact> Visit(InspectionVisit visit, Words words)
    {
        yield return Section.Fact(words, $"Inspected on", visit.Date is { } day ? (FormattableString)$"{Figures.Day(day)}" : null);
        yield return Section.Fact(words, $"Place", Given(visit.Place));
        yield return Section.Fact(words, $"Inspector", Given(visit.Inspector));
        yield return Section.Fact(words, $"There for the supplier", Given(visit.Representative));
    }

    private static FormattableString? Given(string? name) => name is null ? null : (FormattableString)$"{Piece.Name(name)}";

    private static FormattableString HowDrawn(InspectionRecord record, Terms terms)
    {
        FormattableString chosen = $"How the items were chosen from the lot: {terms.Sampling}. Every bound in this report holds {Phrases.IfDrawnAtRandom}; if they were chosen otherwise, the counts stand and the bounds do not.";
        return record.Draw is null
            ? (FormattableString)$"{chosen} No draw list was given: that the draw was random is the agreement's word, or nobody's."
            : record.Lots.Any(lot => lot.Lot.Cartons is not null)
            ? (FormattableString)$"{chosen} Where cartons were drawn, a bound counts cartons and holds {SampleStanding.IfCartonsDrawnAtRandom}. The draw list says which items were to be pulled, not who pulled them."
            : $"{chosen} The draw list says which items were to be pulled, not who pulled them.";
    }

    private static IEnumerable<Block> Draw(InspectionRecord record, Words words)
    {
        if (record.Draw is not { } draw)
        {
            yield break;
        }

        yield return Section.Part(words, $"The draw");
        yield return Section.Paragraph(words, $"{Piece.Name(draw.Name)}, SHA-256 {Piece.Code(draw.Sha256)}: items {Figures.Count(draw.Lots.Sum(lot => lot.Items.Count))}, lots {Figures.Count(draw.Lots.Count)}. Sent to the supplier before the cartons were opened, this digest shows that the list was not made to fit the findings.");
        yield return Section.Sentences(words, draw.Lots.Select(Drawn));
    }

    private static FormattableString Drawn(LotDraw draw)
    {
        FormattableString items = draw.ItemList is { } list
            ? (FormattableString)$"item list {Piece.Name(list.File ?? "–")}, SHA-256 {Piece.Code(list.Sha256)}"
            : $"items numbered from 1";
        return draw.Problem is { } problem
            ? (FormattableString)$"{Piece.Name(draw.Lot)}: {Figures.Count(draw.Items.Count)} items listed; not the draw that it claims to be: {problem}."
            : draw.Cartons is { } cartons ? (FormattableString)$"{Piece.Name(draw.Lot)}: {Figures.Count(cartons.Opened)} of {Figures.Count(draw.CartonsInLot ?? 0)} cartons and {Figures.Count(draw.Items.Count)} items in them, of {Figures.Count(draw.LotSize ?? 0)} items, seed {draw.Seed ?? 0}, {items}, {DrawProof.MethodOf(draw)}. The draw was repeated for this report: every item follows from it, and none is missing."
            : draw.FirstStage is { } first ? (FormattableString)$"{Piece.Name(draw.Lot)}: {Figures.Count(first)} items in the first stage and {Figures.Count(draw.Items.Count - first)} in the second, of {Figures.Count(draw.LotSize ?? 0)} items, seed {draw.Seed ?? 0}, {items}, {DrawProof.MethodOf(draw)}. The draw was repeated for this report: every item follows from it, and none is missing."
            : $"{Piece.Name(draw.Lot)}: {Figures.Count(draw.Items.Count)} of {Figures.Count(draw.LotSize ?? 0)} items, seed {draw.Seed ?? 0}, {items}, {DrawProof.MethodOf(draw)}. The draw was repeated for this report: every item follows from it, and none is missing.";
    }

    private static IEnumerable<Block> Plan(InspectionRecord record, Words words)
    {
        if (record.Plan is not { } plan)
        {
            yield break;
        }

        yield return Section.Part(words, $"The analysis plan");
        yield return Section.Paragraph(words, plan.Tests == 0
            ? $"Fixed before the first photo was opened ({EvidenceWriter.PlanName}, SHA-256 {Piece.Code(plan.Sha256)}): {Figures.Count(plan.Lots)} lower bounds, each at {Figures.Level(plan.EachBound.Value)}, so that all together hold at {Figures.Level(AnalysisPlan.Together.Value)}. Whatever it does not list is exploratory."
            : (FormattableString)$"Fixed before the first photo was opened ({EvidenceWriter.PlanName}, SHA-256 {Piece.Code(plan.Sha256)}): {Figures.Count(plan.Lots)} lower bounds, each at {Figures.Level(plan.EachBound.Value)}, and {Figures.Count(plan.Tests)} comparisons with an AQL, each at an error probability of {Figures.Alpha(plan.EachTest.Alpha)}, so that all bounds together hold at {Figures.Level(AnalysisPlan.Together.Value)}, and all comparisons together hold at {Figures.Level(AnalysisPlan.Together.Value)}: two families of statements, each at its own level. Whatever it does not list is exploratory.");
        foreach (var block in Changed(record, words))
        {
            yield return block;
        }
    }

    private static IEnumerable<Block> Changed(InspectionRecord record, Words words)
    {
        if (record.PlanAtStart is not { } began)
        {
            yield break;
        }

        if (record.Changes.Count == 0)
        {
            yield return Section.Paragraph(words, $"A list, the agreement or the model was given or corrected after scoring began (the plan's digest was {Piece.Code(began)} then). No term that a statement rests on changed by it.");
            yield break;
        }

        yield return Section.Paragraph(words, $"Terms that statements rest on changed after scoring began (the plan's digest was {Piece.Code(began)} then). What rests on a changed term is not guaranteed, unless a document that was hashed at the start says the same:", leadsIn: true);
        yield return new Table(
            words.Columns($"Term", $"Of", $"Before", $"Now", $"Consequence"),
            record.Changes.Select(change => new Row(
            [
                words.Say(change.Kind),
                Line.Of(Piece.Name(change.Subject)),
                words.Repeat(change.Before),
                words.Repeat(change.After),
                change.LosesGuarantee ? words.Say($"class G is lost") : words.Say($"none: a document hashed at the start says so"),
            ])),
            IsKept: true);
    }

    private static Row Row(LotJudgement judged, Words words) => new(
    [
        Line.Of(Piece.Name(judged.Lot.Name)),
        judged.Lot.Size is { } size ? Figures.Count(size) : words.Say(Phrases.NotGiven),
        Figures.Count(judged.Tally.Items),
        Figures.Count(judged.Tally.Photographed),
        Figures.Count(judged.Tally.Photos),
        words.Say(Views(judged.Lot)),
        words.Say(Phrases.Source(judged.Lot.ItemSource)),
    ]);

    private static FormattableString Views(Lot lot)
    {
        var views = lot.Items
            .SelectMany(item => item.Photos.Concat(item.Context))
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
