using System.Security.Cryptography;
using DefectVision.Evidence.Documents;
using DefectVision.Evidence.Languages;
using DefectVision.Evidence.Wording;
using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Makes the small pictures of the exhibits. The last one is kept, so that two renderers do not make it twice.</summary>
/// <param name="shipmentFolder">Where the record's paths begin.</param>
/// <param name="heatMap">Where the model sees something in a photo, from its bytes; null: nobody asked.</param>
/// <param name="words">In which reasons and legends are said.</param>
internal sealed class ExhibitPictures(string shipmentFolder, Func<byte[], HeatMap?>? heatMap, Words words)
{
    private const int LongSide = 400;
    private const int Quality = 76;
    private const int DistanceDigits = 1;
    private const int MostKept = 64;

    private readonly Dictionary<string, ShotPictures> _kept = new(StringComparer.Ordinal);

    /// <summary>Whether there is room for a heat map beside this photo: nothing is shown below the operating point.</summary>
    public bool HasHeatMap(InspectedFile photo) => heatMap is not null && photo.Finding?.Standing == Standing.Flagged;

    /// <summary>Only a photo that is still the one that was scored is shown: its digest is taken again.</summary>
    public ShotPictures Of(InspectedFile photo)
    {
        if (_kept.TryGetValue(photo.Path, out var known))
        {
            return known;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        return _kept[photo.Path] = Make(photo);
    }

    private ShotPictures Make(InspectedFile photo)
    {
        if (photo.Sha256 is not { } scored)
        {
            return Instead($"The file was not opened.");
        }

        var path = Path.Combine([shipmentFolder, .. photo.Path.Split('/')]);
        if (Bytes(path) is not { } file)
        {
            return Instead($"The photo can no longer be read.");
        }

        if (Convert.ToHexStringLower(SHA256.HashData(file)) != scored)
        {
            return Instead($"The file has changed since it was scored; it is not shown.");
        }

        if (Thumbnail.Of(file, LongSide) is not { } picture)
        {
            return Instead($"No picture can be made of the file.");
        }

        var shown = new ShotPictures(picture.ToJpeg(Quality), null);
        if (!HasHeatMap(photo))
        {
            return shown;
        }

        if (heatMap!(file) is not { } map)
        {
            return shown with { HeatMapLegend = words.Say($"The model gives no heat map.") };
        }

        map.DrawOn(picture);
        return shown with { HeatMapJpeg = picture.ToJpeg(Quality), HeatMapLegend = words.Say(Legend(map)) };
    }

    private ShotPictures Instead(FormattableString reason) => new(null, words.Say(reason));

    private static FormattableString Legend(HeatMap map) => map.Shows
        ? (FormattableString)$"heat map, {Distance(map.From)} yellow to {Distance(map.To)} dark red; highest {Distance(map.Highest)}"
        : $"heat map, from {Distance(map.From)}; highest {Distance(map.Highest)}: the photo as a whole is flagged, no place of it";

    private static string Distance(double distance) => Figures.Score(distance, DistanceDigits);

    private static byte[]? Bytes(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
