using System.Globalization;
using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Codes;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>Section 4: per lot the verdict with all reasons, the plan, the findings and the exhibits.</summary>
internal static class LotSections
{
    public static IEnumerable<Block> Of(InspectionRecord record, ExhibitPictures pictures, Words words, CancellationToken cancel)
    {
        yield return Section.Lots.Heading(words);
        var numbers = ExhibitNumbers.Of(record);
        if (numbers.Count > 0)
        {
            yield return Section.Paragraph(words, numbers.Count == 1
                ? $"One item speaks against its lot: it is exhibit 1, here as in the defect log, the letters and the evidence packet."
                : (FormattableString)$"Items that speak against their lots are exhibits, numbered 1 to {Figures.Count(numbers.Count)} through all lots; the defect log, the letters and the evidence packet use the same numbers.", Manner.Note);
        }

        if (record.Lots.Count == 0)
        {
            yield return Section.Paragraph(words, $"No lot was found.", Manner.None);
        }

        var codes = CodeComparison.Of(record);
        for (var at = 0; at < record.Lots.Count; at++)
        {
            var (lot, number) = (record.Lots[at], Section.Lots.Number + "." + (at + 1).ToString(CultureInfo.InvariantCulture));
            yield return new Heading(Rank.Lot, words.Say($"{number} Lot {Piece.Name(lot.Lot.Name)}"), "lot-" + (at + 1).ToString(CultureInfo.InvariantCulture));
            var labels = codes.FirstOrDefault(one => one.Lot == lot.Lot.Name);
            foreach (var block in Conclusion(lot, [.. lot.Remarks, .. CodeRemarks.Of(labels)], words)
                .Concat(LotStatements.Of(lot, numbers, words))
                .Concat(Flags(lot, record.Model, words))
                .Concat(PlanReadings.Of(lot, words))
                .Concat(Findings.Of(lot, words))
                .Concat(Exhibits.Of(record, lot, numbers, pictures, words, cancel))
                .Concat(UnlikeItems.Of(lot, record.Model, pictures, words))
                .Concat(UndecidedItems.Of(lot.Lot, record.Model, words))
                .Concat(SharedShotsOfLot.Of(lot.Lot, pictures, words))
                .Concat(CodesOfLot.Of(labels, words)))
            {
                yield return block;
            }
        }

        foreach (var block in CodesOfLot.Of(codes.FirstOrDefault(one => one.Lot is null), words))
        {
            yield return block;
        }

        if (!record.SearchedForCodes)
        {
            yield return Section.Paragraph(words, $"Photos were not searched for barcodes, QR codes and Data Matrix codes.", Manner.Note);
        }
    }

    private static IEnumerable<Block> Conclusion(LotJudgement judged, IReadOnlyList<FormattableString> remarks, Words words)
    {
        yield return new Box(
        [
            Section.Paragraph(words, $"{Phrases.Concluded(judged.Verdict, Phrases.VerdictBasis(judged))}."),
            .. judged.Failed is { } failed
                ? [Section.Paragraph(words, $"The dated evidence that first made it fail: {new Word(failed.Section)}, {Phrases.Moment(failed)}.")]
                : Array.Empty<Block>(),
        ]);
        yield return new Table(
            words.Columns($"Section", $"=Answer", $"#Items", $"Why"),
            judged.Sections.Select(section => new Row(
            [
                words.Say(section.Kind),
                section.Answer == SectionAnswer.Fail ? words.Say(Phrases.Answer(section)).In(Setting.Strong) : words.Say(Phrases.Answer(section)),
                section.Items == 0 ? "–" : Figures.Count(section.Items),
                new Cell([.. section.Reasons.Select(reason => words.Say($"{reason}."))]),
            ])),
            IsKept: true);
        if (remarks.Count > 0)
        {
            yield return Section.Part(words, $"Remarks");
            yield return Section.Sentences(words, remarks);
        }
    }

    private static IEnumerable<Block> Flags(LotJudgement judged, ModelUsed? model, Words words)
    {
        var tally = judged.Tally;
        if (model is null)
        {
            yield return Section.Part(words, $"What persons looked at");
            yield return Section.Paragraph(words, Reviewed(judged));
            yield break;
        }

        yield return Section.Part(words, $"What the model flags");
        yield return Section.Paragraph(words, tally.Photos == 0
            ? $"No item of this lot was photographed. {Reviewed(judged)}"
            : judged.Lot.Strange is not null ? (FormattableString)$"The model does not know these goods: what it flags decides nothing. {Reviewed(judged)}"
            : model.OrdersOnly ? $"The model learned from too few good photos to flag anything; its scores give an order to look in. {Reviewed(judged)}"
            : tally.Scored == 0 ? (FormattableString)$"No photo of this lot was scored, so nothing is flagged. {Reviewed(judged)}"
            : $"Counted: {Figures.Count(tally.Flagged)} of {Phrases.Items(tally.Items)} ({Phrases.Photos(tally.Photos)}) {(tally.Review is null ? Phrases.Status : $"flagged by the model")}; {Figures.Count(tally.Undecided)} not decided. {Reviewed(judged)}");
        if (judged.FlaggedShare is { } share)
        {
            yield return Section.Paragraph(
                words,
                $"For the lot: {Phrases.Bounds(judged.Lot, share)}, {judged.Sample.Draw}. Method: {share.Method}, {Guaranteed(judged.Sample.Class)}. Items not decided count as clear in the lower bound and as flagged in the upper one.");
        }

        if (ScoreSpread.Of(judged.Lot.Items, model) is { } spread)
        {
            yield return new Figure(ScoreChart.Of(spread, words), words.Say($"{ScoreFinding.Of(spread)} Items by the highest score of their photos; dark: from the line on, light: below it."));
        }
    }

    private static FormattableString Reviewed(LotJudgement judged) => judged.Tally.Review switch
    {
        { } review => $"Looked at by a person: {Phrases.Items(judged.Tally.Items - review.Unseen)}, of which {Figures.Count(review.Confirmed)} confirmed defective, {Figures.Count(review.Overruled)} overruled (flagged by the model, found good), {Figures.Count(review.FoundGood)} found good without a flag, {Figures.Count(review.Disputed)} disputed or unsure; flagged and looked at by nobody: {Figures.Count(review.Awaiting)}; looked at by nobody in all: {Figures.Count(review.Unseen)}.",
        null => $"No person has looked at an item of this lot.",
    };

    private static FormattableString Guaranteed(char? guarantee) => guarantee switch
    {
        'G' => $"class G as a statement about flags (given the random draw, the stated level holds for every lot, without approximation); it is no statement about defects",
        null => $"without a class: nothing is guaranteed while it is not shown that the items are all of the lot or a random draw from it",
        _ => $"class A (approximate: an estimate, not a guaranteed bound)",
    };
}
