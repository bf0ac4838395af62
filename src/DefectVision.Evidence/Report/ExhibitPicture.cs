using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Inspection;

namespace DefectVision.Evidence.Report;

/// <summary>The small picture of an exhibit, or the reason why there is none.</summary>
internal sealed record ExhibitPicture(byte[]? Jpeg, string? Reason)
{
    private const int LongSide = 400;
    private const int Quality = 76;

    /// <summary>Only a photo that is still the one that was scored is shown: its digest is taken again.</summary>
    public static ExhibitPicture Read(string shipmentFolder, InspectedFile photo)
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

        return Thumbnail.Jpeg(file, LongSide, Quality) is { } jpeg
            ? new ExhibitPicture(jpeg, null)
            : new ExhibitPicture(null, "No picture can be made of the file.");
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
