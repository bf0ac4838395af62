using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>One card per item that speaks against its lot.</summary>
internal static class Exhibits
{
    public static IEnumerable<Block> Of(InspectionRecord record, LotJudgement judged, ExhibitNumbers numbers, ExhibitPictures pictures, Words words, CancellationToken cancel)
    {
        var items = Exhibited.Items(judged);
        if (items.Count == 0)
        {
            yield break;
        }

        var shown = items.Take(Exhibited.MostItems).Select(item => (Item: item, Number: numbers.Of(judged.Lot.Name, item.Name)!.Value)).ToList();
        var groups = shown.ToLookup(exhibit => Exhibited.StandsApart(exhibit.Item));
        if (groups[false].Any())
        {
            yield return Section.Part(words, Title(judged, groups[false].Select(exhibit => exhibit.Item)));
            yield return Section.Paragraph(words, Introduction(Judging(record, judged), items, shown.Select(exhibit => exhibit.Item), pictures, words), Manner.Note, leadsIn: true);
            yield return Cards(groups[false]);
        }

        if (groups[true].Any())
        {
            yield return Section.Part(words, $"Exhibits: items on which readers are divided or unsure");
            yield return Section.Paragraph(words, $"They count as good in lower bounds and amounts, and are not decided in the verdict.", Manner.Note, leadsIn: true);
            yield return Cards(groups[true]);
        }

        var (first, last) = (shown[^1].Number + 1, shown[^1].Number + items.Count - shown.Count);
        if (last >= first)
        {
            yield return Section.Paragraph(
                words,
                last == first
                    ? $"One more item of this lot is not shown here (exhibit {Figures.Count(first)}); Annex A lists all."
                    : (FormattableString)$"{Figures.Count(last - first + 1)} more items of this lot are not shown here (exhibits {Figures.Count(first)} to {Figures.Count(last)}); Annex A lists all.",
                Manner.Note);
        }

        Cards Cards(IEnumerable<(Item Item, int Number)> exhibits) => new(exhibits.Select(exhibit =>
        {
            cancel.ThrowIfCancellationRequested();
            return Card(exhibit.Item, words.Inline($"Exhibit {Figures.Count(exhibit.Number)}: item {Piece.Name(exhibit.Item.Name)}"), record.Model, pictures, words);
        }));
    }

    private static FormattableString Title(LotJudgement judged, IEnumerable<Item> items)
    {
        var (isShown, isFlagged) = (items.Any(item => item.IsNonconforming), items.Any(item => !item.IsNonconforming));
        return isShown && isFlagged ? $"Exhibits: items shown defective, then items flagged"
            : isShown ? $"Exhibits: items shown defective"
            : judged.HasEvidence ? $"Exhibits: items flagged" : (FormattableString)$"Exhibits: items {Phrases.Status}";
    }

    // What a model says that does not judge the lot is no reason for an exhibit.
    private static ModelUsed? Judging(InspectionRecord record, LotJudgement judged) => record.Model is { OrdersOnly: false } model && judged.Lot.Strange is null ? model : null;

    private static FormattableString Introduction(ModelUsed? model, IReadOnlyList<Item> items, IEnumerable<Item> shown, ExhibitPictures pictures, Words words)
    {
        FormattableString by = items.Any(item => item.Unlikeness is not null) ? $"the most unlike the other items first"
            : items.Any(item => item.Rank is not null) ? $"by score, highest first"
            : (FormattableString)$"by name";
        by = items.Any(item => item is { IsNonconforming: false, IsPerhapsOtherGoods: true }) ? $"what is perhaps other goods first, then {by}" : by;
        FormattableString sorted = items.Any(item => item.IsNonconforming) && items.Any(item => !item.IsNonconforming)
            ? $"items shown defective first, each group {by}"
            : (FormattableString)$"{by}";
        FormattableString order = items.Count > Exhibited.MostItems ? $"The first {Exhibited.MostItems} of {Figures.Count(items.Count)} items, {sorted}." : (FormattableString)$"Order: {sorted}.";
        var photos = shown.SelectMany(Exhibited.Photos).ToList();
        if (model is null)
        {
            return photos.Any(photo => pictures.HeatMap(photo, words) is not null)
                ? (FormattableString)$"{order} All photos of an item are shown upright and reduced. Heat maps show how unlike the photos of the other items each place is; they say where to look, not that a defect is there."
                : $"{order} All photos of an item are shown upright and reduced.";
        }

        return $"{Listed.Sentences(
            $"{order} All photos of an item are shown upright and reduced; a thick frame marks those that are flagged. A photo is flagged from a score of {Figures.Score(model.Threshold, model.ScoreDigits)}; scores are rounded to {model.ScoreDigits} decimals and have no upper end.",
            photos.Any(photo => pictures.CloseUp(photo, words) is not null) ? (FormattableString)$"A close-up is cut from the photo itself, round the place that stands out most; its side is a quarter of the photo's shorter side." : null,
            photos.Any(photo => pictures.HeatMap(photo, words) is not null) ? (FormattableString)$"Heat maps show on one scale how far each place is from the good photos that the model learned from; they say where the model looked, not that a defect is there." : null)}";
    }

    private static Card Card(Item item, Line title, ModelUsed? model, ExhibitPictures pictures, Words words)
    {
        var (main, shown) = (Exhibited.Main(item), Exhibited.Photos(item));
        return new Card(
            title,
            words.Inline(Description(item)),
            main is null ? null : ExhibitPhoto.Of(main, isMain: true, model, pictures, words),
            main is null ? null : pictures.CloseUp(main, words),
            main is null ? null : pictures.HeatMap(main, words),
            [.. shown.Where(photo => photo != main).SelectMany(photo => View(photo, model, pictures, words))],
            item.Photos.Count == 0 ? words.Say($"There is no photo of this item.")
                : shown.Count < item.Photos.Count ? words.Say($"Photos of this item not shown here: {Figures.Count(item.Photos.Count - shown.Count)}; see results.jsonl.") : null);
    }

    // Another view that is flagged may show another defect: its place stands beside it.
    private static IEnumerable<Shot> View(InspectedFile photo, ModelUsed? model, ExhibitPictures pictures, Words words)
    {
        yield return ExhibitPhoto.Of(photo, isMain: false, model, pictures, words);
        if ((pictures.CloseUp(photo, words) ?? pictures.HeatMap(photo, words)) is { } detail)
        {
            yield return detail;
        }
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

        return item.IsNonconforming ? $"{text}. {Phrases.Proof(item)}"
            : item.IsPerhapsOtherGoods ? $"{text}. Perhaps other goods: the model may not know them"
            : item.IsFlaggedOutsideRange ? (FormattableString)$"{text}. Flagged on a photo unlike those that the model learned from"
            : text;
    }
}
