using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Photos of two items that show one shot, beside each other: whoever decides whether the items are two wants to see both.</summary>
internal static class SharedShotsOfLot
{
    public static IEnumerable<Block> Of(Lot lot, ExhibitPictures pictures, Words words)
    {
        if (lot.SharedShots.Count == 0)
        {
            yield break;
        }

        yield return Section.Part(words, $"The same shot for two items: {Figures.Count(lot.SharedShots.Count)}");
        yield return Section.Paragraph(
            words,
            $"The pictures agree down to their texture, though the files differ; one may be re-encoded, resized, mirrored, turned or cropped from the other. The item of the photo on the right counts as good until a person says that the items are different.",
            Manner.Note,
            leadsIn: true);
        var shown = lot.SharedShots.Take(Exhibited.MostSharedShots).ToList();
        yield return new Pictures([.. shown.SelectMany(shot => new[] { shot.First, shot.Second }.Select(photo => Of(photo, shot, pictures, words)))]);
        if (shown.Count < lot.SharedShots.Count)
        {
            yield return Section.Paragraph(words, $"Pairs not shown here: {Figures.Count(lot.SharedShots.Count - shown.Count)}; results.jsonl names the photos (same_shot_as).", Manner.Note);
        }
    }

    private static Picture Of(InspectedFile photo, SharedShot shot, ExhibitPictures pictures, Words words) => new(
        photo.Path,
        pictures.Of(photo, PictureKind.Thumbnail) ?? (() => null),
        [
            words.Say($"Lot {Piece.Name(photo.Place!.Lot)}, item {Piece.Name(photo.Place.Item)}"),
            Line.Of(Piece.Name(photo.Path[(photo.Path.LastIndexOf('/') + 1)..])),
            words.Say(shot.IsSettled ? $"a person says that the items are different" : (FormattableString)$"nobody has said that the items are different").In(Setting.Soft),
        ]);
}
