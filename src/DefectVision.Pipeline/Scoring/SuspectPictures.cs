using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Scoring;

/// <summary>The pictures of a photo that is flagged, too close to call or unlike the others, made while its pixels are there.</summary>
internal static class SuspectPictures
{
    /// <summary>Side of the close-up as a share of the photo's shorter side.</summary>
    private const double CloseUpShare = 0.25;

    /// <summary>Longer side in pixels that a photo is read at for a close-up with no fewer pixels than its picture.</summary>
    public const int CloseSide = (int)(SmallPicture.LongSide / CloseUpShare);

    /// <summary>Whether pictures are made of a photo by what the model said of it.</summary>
    public static bool IsSuspect(Standing standing) => standing is Standing.Flagged or Standing.TooCloseToCall;

    /// <summary>The pictures that there are of a photo, in the order in which they are made.</summary>
    public static IReadOnlyList<PictureKind> KindsOf(Finding? finding) => finding is null || !IsSuspect(finding.ByScore ?? finding.Standing) ? [] : KindsOf(finding.Heat);

    /// <summary>The same of a photo that pictures are made of.</summary>
    /// <param name="heat">Null where it has no heat map.</param>
    public static IReadOnlyList<PictureKind> KindsOf(HeatReading? heat) => heat switch
    {
        null => [PictureKind.Thumbnail],
        { Place: null } => [PictureKind.Thumbnail, PictureKind.HeatMap],
        _ => [PictureKind.Thumbnail, PictureKind.HeatMap, PictureKind.CloseUp],
    };

    /// <param name="heat">Of the photo; null when it has no heat map.</param>
    /// <param name="map">That <paramref name="heat"/> is the reading of; null when it has none.</param>
    /// <param name="reader">Has read the photo, and nothing since.</param>
    public static IReadOnlyList<(PictureKind Kind, byte[] Jpeg)> Of(HeatReading? heat, HeatMap? map, PhotoReader reader)
    {
        return [.. KindsOf(heat).Select(kind => (kind, SmallPicture.ToJpeg(Of(kind))))];

        RgbImage Of(PictureKind kind)
        {
            switch (kind)
            {
                case PictureKind.HeatMap:
                    var picture = reader.Picture(SmallPicture.LongSide);
                    map!.DrawOn(picture);
                    return picture;
                case PictureKind.CloseUp:
                    return reader.CloseUp(heat!.Place!.X, heat.Place.Y, CloseUpShare, SmallPicture.LongSide);
                default:
                    return reader.Picture(SmallPicture.LargeSide);
            }
        }
    }

    public static HeatReading ReadingOf(HeatMap map) =>
        new(map.From, map.To, map.Highest, map.Shows ? new SuspectPlace(map.Hottest.X, map.Hottest.Y) : null);
}
