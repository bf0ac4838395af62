using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>One card per flagged item, highest score first.</summary>
internal static class Exhibits
{
    public static IEnumerable<Block> Of(InspectionRecord record, LotJudgement judged, string number, ExhibitPictures pictures, Words words, CancellationToken cancel)
    {
        var flagged = Exhibited.Items(judged);
        if (flagged.Count == 0)
        {
            yield break;
        }

        yield return Section.Part(words, judged.HasEvidence ? $"Exhibits: items shown defective, then items flagged" : (FormattableString)$"Exhibits: items {Phrases.Status}");
        yield return Section.Paragraph(words, Introduction(record.Model, flagged.Count), Manner.Note, leadsIn: true);
        yield return new Cards(flagged.Take(Exhibited.MostItems).Select((item, at) =>
        {
            cancel.ThrowIfCancellationRequested();
            return Card(item, words.Say($"Exhibit {number}-{Figures.Count(at + 1)}: item {Piece.Name(item.Name)}"), record.Model, pictures, words);
        }));
        if (flagged.Count > Exhibited.MostItems)
        {
            yield return Section.Paragraph(words, $"{Figures.Count(flagged.Count - Exhibited.MostItems)} more flagged items of this lot have lower scores and are not shown here; every one is in {EvidenceWriter.DefectLogName} and in Annex A.");
        }
    }

    private static FormattableString Introduction(ModelUsed? model, int flagged)
    {
        FormattableString shown = $"All photos of an item are shown upright and reduced; a thick frame marks those that are flagged.";
        var order = flagged > Exhibited.MostItems ? (FormattableString)$"The {Exhibited.MostItems} of {Figures.Count(flagged)} with the highest score, in that order." : $"In order of score, highest first.";
        return model is null ? $"{order} {shown}" : (FormattableString)$"{order} A photo is flagged from a score of {Figures.Score(model.Threshold, model.ScoreDigits)}; scores are rounded to {model.ScoreDigits} decimals and have no upper end. {shown} Heat maps show on one scale how far each place is from the good photos that the model learned from; they say where the model looked, not that a defect is there.";
    }

    private static Card Card(Item item, Line title, ModelUsed? model, ExhibitPictures pictures, Words words)
    {
        var shown = Exhibited.Photos(item);
        return new Card(
            title,
            words.Say(Description(item)),
            [.. shown.Select(photo => ExhibitPhoto.Of(photo, model, pictures, words))],
            shown.Count < item.Photos.Count ? words.Say($"Photos of this item not shown here: {Figures.Count(item.Photos.Count - shown.Count)}; see results.jsonl.") : null);
    }

    private static FormattableString Description(Item item)
    {
        FormattableString text = $"{Phrases.DefectClass(item.DefectClass)}, {new Word(item.WorstSeverity ?? item.Severity ?? AgreedTerms.DefaultSeverity)}";
        if (item.Cause is { } cause)
        {
            text = $"{text}; associated with {new Word(cause)}";
        }

        return item.Review is not null || item.ByFact.Count > 0 ? $"{text}. {Phrases.Proof(item)}" : text;
    }
}
