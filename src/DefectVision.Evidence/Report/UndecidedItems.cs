using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Items that are neither clear nor flagged, each with what stands in the way.</summary>
internal static class UndecidedItems
{
    public static IEnumerable<Block> Of(Lot lot, ModelUsed? model, Words words)
    {
        var items = lot.Items.Where(item => item.Standing != ItemStanding.NotScored && item.IsUndecided).ToList();
        if (items.Count == 0)
        {
            yield break;
        }

        yield return Section.Part(words, model is null
            && items.All(item => item is { HasReadablePhoto: false, IsSuspectedDuplicate: false, Context.Count: 0 }) ? $"Items without a photo that could be read: {Figures.Count(items.Count)}"
            : (FormattableString)$"Items not decided: {Figures.Count(items.Count)}");
        yield return new Table(
            words.Columns($"Item", $"=Standing", $"Why"),
            items.Select(item => new Row([Line.Of(Piece.Name(item.Name)), words.Inline(item.Standing), words.Say(Why(item, model, words))])),
            Spacing.Compact);
    }

    private static FormattableString Why(Item item, ModelUsed? model, Words words) => item switch
    {
        { IsSuspectedDuplicate: true } => $"A photo of it shows the same shot as another item's: it may be that item once more.",
        { HasOnlyContext: true } => $"Only photos of its packing, a label or a scale were found.",
        { Photos.Count: 0 } => $"No photo of it was found.",
        { LacksViews: true, Standing: not ItemStanding.TooCloseToCall } => $"No readable photo shows these views, which were agreed: {string.Join(", ", item.MissingViews)}.",
        _ => $"{Listed.Semicolons(item.Photos
            .Where(photo => photo.Finding is null || photo.Finding.Standing == Standing.TooCloseToCall)
            .Select(photo => (FormattableString)$"{Piece.Name(photo.Path[(photo.Path.LastIndexOf('/') + 1)..])}: {Why(photo, model, words)}"))}",
    };

    private static FormattableString Why(InspectedFile photo, ModelUsed? model, Words words) => photo switch
    {
        { Finding: { } finding } when model is not null => $"score {Figures.Score(finding.Score, model.ScoreDigits)}, nearer than {Figures.Margin(model.Margin)} to the threshold {Figures.Score(model.Threshold, model.ScoreDigits)}",
        { Outcome: PhotoOutcome.Read } => $"read, and not scored",
        { Reason: { } reason } => $"{new Word(photo.Outcome)}. {words.Repeat(reason)}",
        _ => $"{new Word(photo.Outcome)}. No reason is recorded.",
    };
}
