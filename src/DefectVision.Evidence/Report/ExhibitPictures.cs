using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>The small pictures of the exhibits, as they were kept when the photos were inspected.</summary>
/// <param name="store">By the digest of the photo that was scored: a photo that has changed since cannot be shown in its place.</param>
internal sealed class ExhibitPictures(PictureStore store)
{
    private const int DistanceDigits = 1;

    /// <summary>Reads a picture when it is drawn; null when none was kept.</summary>
    public Func<byte[]?>? Of(InspectedFile photo, PictureKind kind) =>
        photo is { IsReadable: true, Sha256: { } scored } && store.Holds(scored, kind) ? () => store.Find(scored, kind) : null;

    /// <summary>What is shown of a place that was found: nothing is shown below the operating point. Of photos that no model judges the place most unlike the others.</summary>
    public Shot? CloseUp(InspectedFile photo, Words words) =>
        Heat(photo)?.Place is not null && Of(photo, PictureKind.CloseUp) is { } picture
            ? Detail(photo, picture, words.Say($"close-up of the place that stands out most"))
            : null;

    /// <summary>Null where the model has none, or none was kept.</summary>
    public Shot? HeatMap(InspectedFile photo, Words words) =>
        Heat(photo) is { } heat && Of(photo, PictureKind.HeatMap) is { } picture
            ? Detail(photo, picture, words.Say(Legend(heat)))
            : null;

    /// <summary>Why a photo is not shown.</summary>
    public static FormattableString Instead(InspectedFile photo) => photo switch
    {
        { Sha256: null } => $"The file was not opened.",
        { IsReadable: false } => $"No picture can be made of the file.",
        _ => $"No picture of this photo was kept.",
    };

    private static Shot Detail(InspectedFile photo, Func<byte[]?> picture, Line line) =>
        new(photo.Path, picture, null, null, [line.In(Setting.Soft)], IsPhoto: false);

    /// <summary>The surroundings of what was found, else the photo; null where no picture of it was kept.</summary>
    public Func<byte[]?>? Closest(InspectedFile photo) => Of(photo, PictureKind.CloseUp) ?? Of(photo, PictureKind.Thumbnail);

    private static HeatReading? Heat(InspectedFile photo) => photo.Finding is { Standing: Standing.Flagged, Heat: { } heat } ? heat : photo.Unlikeness?.Heat;

    private static FormattableString Legend(HeatReading heat) => heat.Place is null
        ? $"heat map, from {Distance(heat.From)}; highest {Distance(heat.Highest)}: the photo as a whole is flagged, no place of it"
        : (FormattableString)$"heat map, {Distance(heat.From)} yellow to {Distance(heat.To)} dark red; highest {Distance(heat.Highest)}";

    private static string Distance(double distance) => Figures.Score(distance, DistanceDigits);
}
