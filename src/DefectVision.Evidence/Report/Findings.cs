using DefectVision.Evidence.Charts;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>The flagged items of a lot by class, severity and what the class is associated with.</summary>
internal static class Findings
{
    public static IEnumerable<Block> Of(LotJudgement judged, Terms terms, string number, Words words)
    {
        var isReviewed = judged.Tally.Review is not null;
        var flagged = judged.Lot.Items.Where(item => IsFinding(item, isReviewed)).ToList();
        yield return Section.Part(words, $"Findings by class and severity");
        if (flagged.Count == 0)
        {
            yield return Section.Paragraph(words, isReviewed ? $"No item of this lot is confirmed defective." : (FormattableString)$"No item of this lot is flagged.");
            yield break;
        }

        var counts = ClassChart.Count(flagged);
        FormattableString most = $"{Phrases.DefectClass(counts[0].DefectClass)} ({new Word(counts[0].Severity)}), {Figures.Count(counts[0].Items)} of {Figures.Count(flagged.Count)}";
        FormattableString caption = isReviewed
            ? (FormattableString)$"Most often: {most} confirmed items. Each item counts once, by its worst class. Black: critical, dark: major, light: minor."
            : $"Most often: {most} flagged items. Each item counts once, by its worst class; {Phrases.Status}. Black: critical, dark: major, light: minor.";
        yield return new Figure(ClassChart.Of(counts, words), words.Say($"{new Styled($"Figure {number}.", Setting.Strong)} {caption}"));
        if (Causes(flagged, terms) is { } causes)
        {
            yield return Section.Paragraph(words, causes);
        }
    }

    // Once a person looked, what he did not confirm is no finding.
    private static bool IsFinding(Item item, bool isReviewed) =>
        isReviewed ? item.IsConfirmed : item.Standing == ItemStanding.Flagged;

    private static FormattableString? Causes(List<Item> flagged, Terms terms)
    {
        var causes = flagged
            .GroupBy(item => terms.CauseOf(item.DefectClass))
            .OrderByDescending(group => group.Count())
            .ThenBy(group => group.Key)
            .ToList();
        if (causes.All(group => group.Key is null))
        {
            return null;
        }

        var parts = causes.Select(group => group.Key is { } cause ? (FormattableString)$"{new Word(cause)} {Figures.Count(group.Count())}" : $"no cause agreed {Figures.Count(group.Count())}");
        return $"By what the class is associated with in the agreement: {Listed.Commas(parts)}. No cause was established.";
    }
}
