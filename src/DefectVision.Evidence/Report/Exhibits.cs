using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;
using DefectVision.Inspection.Reviewing;

namespace DefectVision.Evidence.Report;

/// <summary>One card per flagged item, highest score first.</summary>
internal static class Exhibits
{
    /// <summary>Items shown per lot; the defect log holds all of them.</summary>
    public const int MostItems = 40;

    /// <summary>Photos shown per item, the flagged ones first to be kept.</summary>
    private const int MostPhotos = 12;

    public static IEnumerable<Block> Of(InspectionRecord record, LotJudgement judged, string number, ExhibitPictures pictures, Words words, CancellationToken cancel)
    {
        var flagged = judged.Lot.Items
            .Concat(judged.Lot.NotDrawn)
            .Where(item => item.Standing == ItemStanding.Flagged || item.IsConfirmed || item.Review?.Answer == ReviewAnswer.Disputed)
            .OrderByDescending(item => item.IsConfirmed)
            .ThenByDescending(item => item.Score)
            .ThenBy(item => item.Name, StringComparer.Ordinal)
            .ToList();
        if (flagged.Count == 0)
        {
            yield break;
        }

        yield return Section.Part(words, judged.Tally.Review is null ? $"Exhibits: items {Phrases.Status}" : (FormattableString)$"Exhibits: items confirmed, then items flagged");
        yield return Section.Paragraph(words, Introduction(record.Model, flagged.Count), Manner.Note, leadsIn: true);
        yield return new Cards(flagged.Take(MostItems).Select((item, at) =>
        {
            cancel.ThrowIfCancellationRequested();
            return Card(item, words.Say($"Exhibit {number}-{Figures.Count(at + 1)}: item {Piece.Name(item.Name)}"), record.Model, pictures, words);
        }));
        if (flagged.Count > MostItems)
        {
            yield return Section.Paragraph(words, $"{Figures.Count(flagged.Count - MostItems)} more flagged items of this lot have lower scores and are not shown here; every one is in {EvidenceWriter.DefectLogName} and in Annex A.");
        }
    }

    private static FormattableString Introduction(ModelUsed model, int flagged)
    {
        var order = flagged > MostItems ? (FormattableString)$"The {MostItems} of {Figures.Count(flagged)} with the highest score, in that order." : $"In order of score, highest first.";
        return $"{order} A photo is flagged from a score of {Figures.Score(model.Threshold, model.ScoreDigits)}; scores are rounded to {model.ScoreDigits} decimals and have no upper end. All photos of an item are shown upright and reduced; a thick frame marks those that are flagged. Heat maps show on one scale how far each place is from the good photos that the model learned from; they say where the model looked, not that a defect is there.";
    }

    private static Card Card(Item item, Line title, ModelUsed model, ExhibitPictures pictures, Words words)
    {
        var shown = item.Photos
            .OrderByDescending(photo => photo.Finding?.Standing == Standing.Flagged)
            .Take(MostPhotos)
            .OrderBy(photo => photo.Path, StringComparer.Ordinal)
            .ToList();
        return new Card(
            title,
            words.Say(Description(item)),
            [.. shown.Select(photo => ExhibitPhoto.Of(photo, model, pictures, words))],
            shown.Count < item.Photos.Count ? words.Say($"Photos of this item not shown here: {Figures.Count(item.Photos.Count - shown.Count)}; see results.jsonl.") : null);
    }

    private static FormattableString Description(Item item)
    {
        FormattableString text = $"{Phrases.DefectClass(item.DefectClass)}, {new Word(item.Severity ?? AgreedTerms.DefaultSeverity)}";
        if (item.Cause is { } cause)
        {
            text = $"{text}; associated with {new Word(cause)}";
        }

        return item.Review is { } review ? $"{text}. {Phrases.Readers(review)}" : text;
    }
}
