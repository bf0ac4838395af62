using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Scoring;

/// <summary>The pictures of a photo that is flagged or too close to call, made while its pixels are there.</summary>
internal static class SuspectPictures
{
    /// <summary>Side of the close-up as a share of the photo's shorter side.</summary>
    private const double CloseUpShare = 0.25;

    /// <summary>Whether pictures are made of a photo by what the model said of it.</summary>
    public static bool IsSuspect(Standing standing) => standing is Standing.Flagged or Standing.TooCloseToCall;

    /// <summary>The pictures that there are of a photo, in the order in which they are made.</summary>
    public static IEnumerable<PictureKind> KindsOf(Finding? finding)
    {
        if (finding is null || !IsSuspect(finding.Standing))
        {
            yield break;
        }

        yield return PictureKind.Thumbnail;
        if (finding.Heat is null)
        {
            yield break;
        }

        yield return PictureKind.HeatMap;
        if (finding.Heat.Place is not null)
        {
            yield return PictureKind.CloseUp;
        }
    }

    /// <param name="finding">What the model said of the photo.</param>
    /// <param name="map">That <see cref="Finding.Heat"/> is the reading of; null when it has none.</param>
    /// <param name="reader">Has read the photo, and nothing since.</param>
    public static IReadOnlyList<(PictureKind Kind, byte[] Jpeg)> Of(Finding finding, HeatMap? map, PhotoReader reader)
    {
        return [.. KindsOf(finding).Select(kind => (kind, SmallPicture.ToJpeg(Of(kind))))];

        RgbImage Of(PictureKind kind)
        {
            switch (kind)
            {
                case PictureKind.HeatMap:
                    var picture = reader.Picture(SmallPicture.LongSide);
                    map!.DrawOn(picture);
                    return picture;
                case PictureKind.CloseUp:
                    return reader.CloseUp(finding.Heat!.Place!.X, finding.Heat.Place.Y, CloseUpShare, SmallPicture.LongSide);
                default:
                    return reader.Picture(SmallPicture.LargeSide);
            }
        }
    }

    public static HeatReading ReadingOf(HeatMap map) =>
        new(map.From, map.To, map.Highest, map.Shows ? new SuspectPlace(map.Hottest.X, map.Hottest.Y) : null);
}
