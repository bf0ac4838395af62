using System.Globalization;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;

namespace DefectVision.Evidence.Report;

/// <summary>Who looked at which items, and how readers of the same items agree.</summary>
internal static class ReviewSection
{
    public static IEnumerable<Block> Of(InspectionRecord record, Words words)
    {
        if (record.Confirmed is not { } list)
        {
            yield break;
        }

        yield return Section.Part(words, $"Review by persons");
        if (list.WithoutReviews() is { } given)
        {
            yield return Section.Paragraph(words, $"{Piece.Name(given.Name)} (SHA-256 {Piece.Code(given.Sha256)}) holds {Figures.Count(given.Readings.Count)} answers of these readers: {Listed.Commas(given.Readers.Select(Piece.Name))}. Several lines of a reader on one item name several defects: the item counts once; a later \"no\" or \"unsure\" of the reader replaces them. Whether readers saw the model's score or each other's answers is not recorded.");
        }

        if (record.Reviews is { } log)
        {
            yield return Section.Paragraph(words, Log(log, list));
            yield return Section.Paragraph(words, record.Model is null
                ? (FormattableString)$"Readers decided on each item before they were shown another reader's answer, or how unlike the others it is."
                : $"Readers decided on each item before they were shown another reader's answer, or the model's flag, score or heat map.");
        }

        foreach (var remark in Remarks(record))
        {
            yield return Section.Paragraph(words, remark);
        }

        yield return Section.Paragraph(words, $"An item is confirmed when more than half of its readers see a defect. Without such a majority either way the item is disputed: it counts as good in lower bounds and amounts, and is not decided in the verdict. Where readers differ on the severity, most of them decide; a tie counts as the milder one in lower bounds and amounts.");
        if (list.Unanswered > 0)
        {
            yield return Section.Paragraph(words, $"Lines without an answer: {Figures.Count(list.Unanswered)}. They count for nothing.");
        }

        foreach (var block in Agreements(list, words))
        {
            yield return block;
        }

        if (record.Reviews is { } reviewed)
        {
            yield return Section.Sentences(words, record.Lots.Where(judged => judged.Tally.Review is not null).SelectMany(judged => VerificationWords.Of(judged, LotVerification.Of(judged, reviewed.Protocol), LotNames.Short(record, judged.Lot.Name))));
        }
    }

    private static IEnumerable<Block> Agreements(ConfirmedList list, Words words)
    {
        if (list.Readers.Count == 1)
        {
            yield return Section.Paragraph(words, $"One reader only: how two readers would agree was not measured.");
            yield break;
        }

        yield return Section.Sentences(words, list.Pairs.Select(Agreement));
        if (list.Pairs.Count == 0)
        {
            yield return Section.Paragraph(words, $"No item was looked at by two readers: how they agree was not measured.");
        }
    }

    private static FormattableString Log(ReviewsUsed log, ConfirmedList list)
    {
        var readers = list.Readings.Where(reading => reading.IsReviewed).Select(reading => reading.Reader).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(Piece.Name);
        return $"{Piece.Name(ReviewLog.FileName)} (SHA-256 {Piece.Code(log.Sha256)}), the log of the review, holds {Figures.Count(log.Answers)} answers of these readers: {Listed.Commas(readers)}; further answers taken back: {Figures.Count(log.TakenBack)}. Each line of it carries the digest of the line before. Which items were put before the readers, and in which order, follows from the inspection and the seed {Piece.Code(log.Protocol.Seed.ToString(CultureInfo.InvariantCulture))}, which was fixed before the first answer.";
    }

    private static IEnumerable<FormattableString> Remarks(InspectionRecord record)
    {
        if (record.Reviews is { AlsoInList: { Count: > 0 } both })
        {
            yield return $"Answers of one reader on one item that stand both in {Piece.Name(record.Confirmed!.Name)} and in {Piece.Name(ReviewLog.FileName)}, of which the later one counts: {Figures.Count(both.Count)} ({Names.Some(both)}).";
        }

        if (record.Reviews is { NotFound: { Count: > 0 } lost })
        {
            yield return $"Items that readers answered for in the review and that the shipment no longer holds: {Figures.Count(lost.Count)} ({Names.Some(lost)}). Those answers count for nothing.";
        }
    }

    private static FormattableString Agreement(ReaderPair pair)
    {
        var same = pair.Agreement.Same;
        var lower = pair.Agreement.LowerBound(ConfidenceLevel.P95);
        FormattableString kappa = pair.Agreement.Kappa switch
        {
            { } known => $"Cohen's kappa {Figures.Ratio(known)} (class A).",
            null => $"Cohen's kappa is not defined: one answer was never given.",
        };
        return $"{Piece.Name(pair.First)} and {Piece.Name(pair.Second)} gave the same answer on {Figures.Count(same.Count)} of {Phrases.Items(same.Total)} that both looked at (at least {Figures.Lower(lower.Lower.Value)} of such items, {Figures.Level(ConfidenceLevel.P95.Value)}, {lower.Method}; class A: the items that readers look at are no random sample); \"unsure\" counts as no defect. {kappa}";
    }
}
