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
        yield return Section.Paragraph(words, $"{Piece.Name(list.Name)} (SHA-256 {Piece.Code(list.Sha256)}) holds {Figures.Count(list.Readings.Count)} answers of these readers: {Listed.Commas(list.Readers.Select(Piece.Name))}. An item is confirmed when more than half of its readers see a defect. Several lines of a reader on one item name several defects: the item counts once; a later \"no\" or \"unsure\" of the reader replaces them. Without such a majority either way the item is disputed: it counts as good in lower bounds and amounts, and is not decided in the verdict. Where readers differ on the severity, most of them decide; a tie counts as the milder one in lower bounds and amounts. Whether readers saw the model's score or each other's answers is not recorded.");
        if (list.Unanswered > 0)
        {
            yield return Section.Paragraph(words, $"Lines without an answer: {Figures.Count(list.Unanswered)}. They count for nothing.");
        }

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
