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
        var path = Path.Combine([shipmentFolder, .. photo.Path.Split('/')]);
        if (Digest(path) is not { } digest)
        {
            return new ExhibitPicture(null, "The photo can no longer be read.");
        }

        if (photo.Sha256 is { } scored && digest != scored)
        {
            return new ExhibitPicture(null, "The file has changed since it was scored; it is not shown.");
        }

        return Thumbnail(path) is { } jpeg
            ? new ExhibitPicture(jpeg, null)
            : new ExhibitPicture(null, "No picture can be made of the file.");
    }

    // Stands in for the upright thumbnail that Imaging will make.
    private static byte[]? Thumbnail(string path)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        var grey = new RgbImage(LongSide, LongSide * 3 / 4);
        Array.Fill(grey.Bytes, (byte)200);
        return grey.ToJpeg(Quality);
    }

    private static string? Digest(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
