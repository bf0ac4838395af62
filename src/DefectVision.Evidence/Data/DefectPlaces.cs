using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Data;

/// <summary>Where in a photo the model sees a defect.</summary>
/// <param name="shipmentFolder">Where the record's paths begin.</param>
/// <param name="heatMap">From a photo's bytes; null, or giving null: it is not known.</param>
internal sealed class DefectPlaces(string shipmentFolder, Func<byte[], HeatMap?>? heatMap)
{
    /// <summary>The hottest place in shares of the upright photo; null where the photo is not flagged, no longer the one that was scored, or no place of it stands out.</summary>
    public (double X, double Y)? Of(InspectedFile photo)
    {
        if (heatMap is null || photo.Finding?.Standing != Standing.Flagged)
        {
            return null;
        }

        try
        {
            var file = File.ReadAllBytes(Path.Combine([shipmentFolder, .. photo.Path.Split('/')]));
            return Convert.ToHexStringLower(SHA256.HashData(file)) == photo.Sha256 && heatMap(file) is { Shows: true } map ? map.Hottest : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null; // what can no longer be read is said where the photo would be shown
        }
    }
}
