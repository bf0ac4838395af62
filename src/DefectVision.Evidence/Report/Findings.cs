using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>The findings of a lot by class, severity and what they are associated with.</summary>
internal static class Findings
{
    public static IEnumerable<Block> Of(LotJudgement judged, Words words)
    {
        var isReviewed = judged.Tally.Review is not null;
        var flagged = judged.Lot.Items.Where(item => IsFinding(item, isReviewed)).ToList();
        yield return Section.Part(words, $"Findings by class and severity");
        if (flagged.Count == 0)
        {
            yield return Section.Paragraph(words, isReviewed ? $"No item of this lot is confirmed defective by a person."
                : judged.Tally.Scored == 0 ? $"None: nobody has looked at an item, and no model judges the photos."
                : (FormattableString)$"No item of this lot is flagged.");
            yield break;
        }

        var counts = ClassChart.Count(flagged);
        FormattableString items = isReviewed ? $"{Figures.Count(flagged.Count)} confirmed items" : (FormattableString)$"{Figures.Count(flagged.Count)} flagged items";
        FormattableString counted = isReviewed ? $"Each item counts once, by its worst class." : (FormattableString)$"Each item counts once, by its worst class; {Phrases.Status}.";
        yield return new Figure(ClassChart.Of(counts, words), words.Say($"{ClassFinding.Of(counts, items)} {counted} Black: critical, dark: major, light: minor."));
        foreach (var block in SharesTables.Of(judged.Shares, words))
        {
            yield return block;
        }
    }

    // Once a person looked, what he did not confirm is no finding.
    private static bool IsFinding(Item item, bool isReviewed) =>
        isReviewed ? item.IsConfirmed : item.Standing == ItemStanding.Flagged;
}
