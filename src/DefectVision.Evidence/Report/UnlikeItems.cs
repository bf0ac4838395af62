using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;
using DefectVision.Inspection.Judging;

namespace DefectVision.Evidence.Report;

/// <summary>The items that a person should look at first where no model judges a lot, each with the place that is most unlike the others.</summary>
internal static class UnlikeItems
{
    public static IEnumerable<Block> Of(LotJudgement judged, ModelUsed? model, ExhibitPictures pictures, Words words)
    {
        var items = Exhibited.LookFirst(judged);
        if (items.Count == 0)
        {
            yield break;
        }

        var shown = items.Take(Exhibited.MostLookFirst).ToList();
        var meaning = shown[0].Unlikeness is null ? ByScore : Meaning;
        yield return Section.Part(words, shown[0].Unlikeness is null ? $"To look at first" : (FormattableString)$"Most unlike the other items");
        yield return Section.Paragraph(
            words,
            shown.Count < items.Count
                ? (FormattableString)$"The first {Figures.Count(shown.Count)} of {Figures.Count(items.Count)} items that nobody has looked at; to-confirm.csv lists all in this order. {meaning}"
                : $"The items that nobody has looked at, in the order of to-confirm.csv. {meaning}",
            Manner.Note,
            leadsIn: true);
        yield return new Cards(shown.Select(item => Card(item, model, pictures, words)));
    }

    /// <summary>What such an order says, and what not.</summary>
    private static FormattableString Meaning =>
        $"The number says how many times as far a photo is from those of the other items as the middle photo of its view. It shows where to look first: an item high in the order may be good, and one low in it defective.";

    private static FormattableString ByScore =>
        $"The order is that of the model's scores, the highest first. It learned from too few good photos to flag anything: an item high in the order may be good, and one low in it defective.";

    private static Card Card(Item item, ModelUsed? model, ExhibitPictures pictures, Words words)
    {
        var main = Exhibited.Main(item)!;
        return new Card(
            words.Inline($"Item {Piece.Name(item.Name)}"),
            words.Inline($"not looked at"),
            ExhibitPhoto.Of(main, isMain: true, model, pictures, words),
            pictures.CloseUp(main, words),
            pictures.HeatMap(main, words),
            [],
            item.Photos.Count > 1 ? words.Say($"Photos of this item not shown here: {Figures.Count(item.Photos.Count - 1)}; see results.jsonl.") : null);
    }
}
