using System.Security.Cryptography;
using DefectVision.Imaging;

namespace DefectVision.Backbone.Photos;

/// <summary>All photos of the distillation set, decoded once and kept in memory, in ordinal order of their paths.</summary>
internal sealed class PhotoShelf
{
    /// <summary>Long side to which a photo is reduced: the crops need no more.</summary>
    private const int LongSide = 480;

    /// <summary>One photo in so many is kept out of training, to tell what was learned from what was learned by heart.</summary>
    private const int HeldOutOneIn = 50;

    private PhotoShelf(IReadOnlyList<RgbImage> training, IReadOnlyList<RgbImage> heldOut, string digest)
    {
        Training = training;
        HeldOut = heldOut;
        Digest = digest;
    }

    public IReadOnlyList<RgbImage> Training { get; }

    public IReadOnlyList<RgbImage> HeldOut { get; }

    /// <summary>SHA-256 over the digests of all files in order, lower-case hex.</summary>
    public string Digest { get; }

    /// <param name="folder">Walked with its sub-folders; every JPEG and PNG is taken.</param>
    /// <exception cref="InvalidDataException">A photo cannot be read, or there is none.</exception>
    public static PhotoShelf Load(string folder)
    {
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(PhotoName.PromisesPhoto)
            .Order(StringComparer.Ordinal)
            .ToList();
        if (paths.Count < HeldOutOneIn)
        {
            throw new InvalidDataException($"{folder}: found {paths.Count} photos, wanted at least {HeldOutOneIn}");
        }

        using var all = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var reader = new PhotoReader(DecodeLimits.Default);
        List<RgbImage> training = [], heldOut = [];
        foreach (var path in paths)
        {
            var bytes = File.ReadAllBytes(path);
            all.AppendData(SHA256.HashData(bytes));
            var picture = reader.ReadPicture(bytes, LongSide).Picture ?? throw new InvalidDataException($"{path}: found a file that cannot be read as a photo");
            ((training.Count + heldOut.Count) % HeldOutOneIn == HeldOutOneIn - 1 ? heldOut : training).Add(picture);
        }

        return new PhotoShelf(training, heldOut, Convert.ToHexStringLower(all.GetHashAndReset()));
    }
}
