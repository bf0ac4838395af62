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
        yield return Section.Paragraph(words, $"{Piece.Name(list.Name)} (SHA-256 {Piece.Code(list.Sha256)}) holds {Figures.Count(list.Readings.Count)} answers of these readers: {Listed.Commas(list.Readers.Select(Piece.Name))}. An item is confirmed when more readers see a defect than do not; of a reader's answers to one item the last counts; a tie counts as good in lower bounds. Whether readers saw the model's score or each other's answers is not recorded.");
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
        return $"{Piece.Name(pair.First)} and {Piece.Name(pair.Second)} gave the same answer on {Figures.Count(same.Count)} of {Phrases.Items(same.Total)} that both looked at (at least {Figures.Lower(lower.Lower.Value)} of such items, {Figures.Level(ConfidenceLevel.P95.Value)}, {lower.Method}, class {lower.Guarantee.Letter()}); {kappa}";
    }
}
