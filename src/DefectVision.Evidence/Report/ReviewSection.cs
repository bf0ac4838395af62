using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Reviewing;
using DefectVision.Statistics;

namespace DefectVision.Evidence.Report;

/// <summary>Who looked at which items, and how readers of the same items agree.</summary>
internal static class ReviewSection
{
    public static void Write(Html html, InspectionRecord record)
    {
        if (record.Confirmed is not { } list)
        {
            return;
        }

        html.Element("h3", "Review by persons");
        html.Element("p", $"{list.Name} (SHA-256 {list.Sha256}) holds {Figures.Count(list.Readings.Count)} answers of {Figures.Count(list.Readers.Count)} {(list.Readers.Count == 1 ? "reader" : "readers")}: {string.Join(", ", list.Readers)}. "
            + "An item is confirmed when more readers see a defect than do not; of a reader's answers to one item the last counts; a tie counts as good in lower bounds. "
            + "Whether readers saw the model's score or each other's answers is not recorded.");
        if (list.Readers.Count == 1)
        {
            html.Element("p", "One reader only: how two readers would agree was not measured.");
            return;
        }

        Section.Sentences(html, [.. list.Pairs.Select(Agreement)]);
        if (list.Pairs.Count == 0)
        {
            html.Element("p", "No item was looked at by two readers: how they agree was not measured.");
        }
    }

    private static string Agreement(ReaderPair pair)
    {
        var same = pair.Agreement.Same;
        var lower = pair.Agreement.LowerBound(ConfidenceLevel.P95);
        return $"{pair.First} and {pair.Second} gave the same answer on {Figures.Count(same.Count)} of {Phrases.Items(same.Total)} that both looked at "
            + $"(at least {Figures.Lower(lower.Lower.Value)} of such items, {Figures.Level(ConfidenceLevel.P95.Value)}, {lower.Method}, class {lower.Guarantee.Letter()}); "
            + (pair.Agreement.Kappa is { } kappa ? $"Cohen's kappa {Figures.Ratio(kappa)} (class A)." : "Cohen's kappa is not defined: one answer was never given.");
    }
}
