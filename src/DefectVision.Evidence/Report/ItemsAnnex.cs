using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Annex A: every item of every lot.</summary>
internal static class ItemsAnnex
{
    public static IEnumerable<Block> Of(InspectionRecord record, Words words, CancellationToken cancel)
    {
        yield return Section.Items.Heading(words);
        var numbers = ExhibitNumbers.Of(record);
        foreach (var lot in record.Lots.Select(judged => judged.Lot))
        {
            yield return Section.Part(words, $"Lot {Piece.Name(lot.Name)}, {Phrases.Items(lot.Items.Count)}");
            yield return lot.Items.Count + lot.NotDrawn.Count == 0
                ? Section.Paragraph(words, $"No item was photographed.", Manner.None)
                : new Table(
                    words.Columns($"Item", $"#Exhibit", $"#Photos", $"#Scored", $"Standing", $"#Highest score", $"Defect class", $"Severity", $"Person"),
                    lot.AllItems.Select(item =>
                    {
                        cancel.ThrowIfCancellationRequested();
                        return Row(item, numbers.Of(lot.Name, item.Name), lot.NotDrawn.Contains(item), record.Model, words);
                    }),
                    Spacing.Compact);
        }
    }

    private static Row Row(Item item, int? exhibit, bool isBesideDraw, ModelUsed? model, Words words) => new(
    [
        words.Inline(isBesideDraw ? (FormattableString)$"{Piece.Name(item.Name)} (not drawn)" : $"{Piece.Name(item.Name)}"),
        exhibit is { } number ? Figures.Count(number) : "–",
        Figures.Count(item.Photos.Count),
        Figures.Count(item.Photos.Count(photo => photo.Finding is not null)),
        item.Standing == ItemStanding.Flagged ? words.Inline(item.Standing).In(Setting.Strong) : words.Inline(item.Standing),
        item.Score is { } score && model is not null ? Figures.Score(score, model.ScoreDigits) : words.Inline($"none"),
        item.Severity is not null ? words.Inline(Phrases.DefectClass(item.DefectClass)) : Line.Empty,
        item.Severity is { } severity ? words.Inline(severity) : Line.Empty,
        item.Review is not null ? words.Inline(Phrases.AnswerOf(item)) : Line.Empty,
    ]);
}
