using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>The small pictures of the exhibits, as they were kept when the photos were inspected.</summary>
/// <param name="store">By the digest of the photo that was scored: a photo that has changed since cannot be shown in its place.</param>
/// <param name="words">In which reasons and legends are said.</param>
internal sealed class ExhibitPictures(PictureStore store, Words words)
{
    private const int DistanceDigits = 1;

    /// <summary>Whether there is room for a heat map beside this photo: nothing is shown below the operating point.</summary>
    public static bool HasHeatMap(InspectedFile photo) => photo.Finding is { Standing: Standing.Flagged, Heat: not null };

    public ShotPictures Of(InspectedFile photo)
    {
        if (photo.Sha256 is not { } scored)
        {
            return Instead($"The file was not opened.");
        }

        if (!photo.IsReadable)
        {
            return Instead($"No picture can be made of the file.");
        }

        if (store.Find(scored, PictureKind.Thumbnail) is not { } thumbnail)
        {
            return Instead(NotKept);
        }

        var shown = new ShotPictures(thumbnail, null);
        if (!HasHeatMap(photo))
        {
            return shown;
        }

        var map = store.Find(scored, PictureKind.HeatMap);
        return shown with { HeatMapJpeg = map, HeatMapLegend = words.Say(map is null ? NotKept : Legend(photo.Finding!.Heat!)) };
    }

    /// <summary>The surroundings of what was found, else the photo; null where no picture of it was kept.</summary>
    public byte[]? Closest(InspectedFile photo) => photo.Sha256 is { } digest && photo.IsReadable
        ? store.Find(digest, PictureKind.CloseUp) ?? store.Find(digest, PictureKind.Thumbnail)
        : null;

    private static FormattableString NotKept => $"No picture of this photo was kept.";

    private ShotPictures Instead(FormattableString reason) => new(null, words.Say(reason));

    private static FormattableString Legend(HeatReading heat) => heat.Place is null
        ? $"heat map, from {Distance(heat.From)}; highest {Distance(heat.Highest)}: the photo as a whole is flagged, no place of it"
        : (FormattableString)$"heat map, {Distance(heat.From)} yellow to {Distance(heat.To)} dark red; highest {Distance(heat.Highest)}";

    private static string Distance(double distance) => Figures.Score(distance, DistanceDigits);
}
