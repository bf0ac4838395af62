using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>One card per item that speaks against its lot.</summary>
internal static class Exhibits
{
    public static IEnumerable<Block> Of(InspectionRecord record, LotJudgement judged, string number, ExhibitPictures pictures, Words words, CancellationToken cancel)
    {
        var items = Exhibited.Items(judged);
        if (items.Count == 0)
        {
            yield break;
        }

        yield return Section.Part(words, judged.HasEvidence ? $"Exhibits: items shown defective, then items flagged" : (FormattableString)$"Exhibits: items {Phrases.Status}");
        yield return Section.Paragraph(words, Introduction(record.Model, items), Manner.Note, leadsIn: true);
        yield return new Cards(items.Take(Exhibited.MostItems).Select((item, at) =>
        {
            cancel.ThrowIfCancellationRequested();
            return Card(item, words.Say($"Exhibit {number}-{Figures.Count(at + 1)}: item {Piece.Name(item.Name)}"), record.Model, pictures, words);
        }));
        if (items.Count > Exhibited.MostItems)
        {
            yield return Section.Paragraph(words, $"{Figures.Count(items.Count - Exhibited.MostItems)} more items of this lot are not shown here; Annex A lists all.");
        }
    }

    private static FormattableString Introduction(ModelUsed? model, IReadOnlyList<Item> items)
    {
        FormattableString by = model is null ? $"by name" : (FormattableString)$"by score, highest first";
        FormattableString sorted = items.Any(item => item.IsNonconforming) && items.Any(item => !item.IsNonconforming)
            ? $"items shown defective first, each group {by}"
            : (FormattableString)$"{by}";
        FormattableString order = items.Count > Exhibited.MostItems ? $"The first {Exhibited.MostItems} of {Figures.Count(items.Count)} items, {sorted}." : (FormattableString)$"Order: {sorted}.";
        return model is null
            ? $"{order} All photos of an item are shown upright and reduced."
            : (FormattableString)$"{order} All photos of an item are shown upright and reduced; a thick frame marks those that are flagged. A photo is flagged from a score of {Figures.Score(model.Threshold, model.ScoreDigits)}; scores are rounded to {model.ScoreDigits} decimals and have no upper end. Heat maps show on one scale how far each place is from the good photos that the model learned from; they say where the model looked, not that a defect is there.";
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
        // A class that the model names of an item that no person confirmed is no word for what a gauge or a test found.
        if (!item.IsConfirmed && !item.IsAwaiting)
        {
            return item.WorstSeverity is { } severity ? $"{new Word(severity)}. {Phrases.Proof(item)}" : (FormattableString)$"{Phrases.Proof(item)}";
        }

        FormattableString text = $"{Phrases.DefectClass(item.DefectClass)}, {new Word(item.WorstSeverity ?? item.Severity ?? AgreedTerms.DefaultSeverity)}";
        if (item.Cause is { } cause)
        {
            text = $"{text}; associated with {new Word(cause)}";
        }

        return item.IsNonconforming ? $"{text}. {Phrases.Proof(item)}" : text;
    }
}
