using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>Makes the small pictures of the exhibits.</summary>
/// <param name="shipmentFolder">Where the record's paths begin.</param>
/// <param name="heatMap">Where the model sees something in a photo, from its bytes; null: nobody asked.</param>
internal sealed class ExhibitPictures(string shipmentFolder, Func<byte[], HeatMap?>? heatMap)
{
    private const int LongSide = 400;
    private const int Quality = 76;

    /// <summary>Only a photo that is still the one that was scored is shown: its digest is taken again.</summary>
    public ExhibitPicture Read(InspectedFile photo)
    {
        if (photo.Sha256 is not { } scored)
        {
            return new ExhibitPicture(null, "The file was not opened.");
        }

        var path = Path.Combine([shipmentFolder, .. photo.Path.Split('/')]);
        if (Bytes(path) is not { } file)
        {
            return new ExhibitPicture(null, "The photo can no longer be read.");
        }

        if (Convert.ToHexStringLower(SHA256.HashData(file)) != scored)
        {
            return new ExhibitPicture(null, "The file has changed since it was scored; it is not shown.");
        }

        if (Thumbnail.Of(file, LongSide) is not { } picture)
        {
            return new ExhibitPicture(null, "No picture can be made of the file.");
        }

        var shown = new ExhibitPicture(picture.ToJpeg(Quality), null);
        if (photo.Finding?.Standing != Standing.Flagged || heatMap?.Invoke(file) is not { } map)
        {
            return shown;
        }

        map.DrawOn(picture);
        return shown with { HeatMap = map, HeatMapJpeg = picture.ToJpeg(Quality) };
    }

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
