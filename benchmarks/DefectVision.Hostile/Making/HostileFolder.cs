using DefectVision.Statistics;

namespace DefectVision.Hostile.Making;

/// <summary>The whole folder: every kind of trouble, and as many whole photos as belong to a shipment.</summary>
internal static class HostileFolder
{
    private const int Whole = 400;

    private const ulong DamageStream = 1;

    private const ulong DisguiseStream = 2;

    /// <summary>Fills a folder.</summary>
    /// <param name="shelf">Empty.</param>
    /// <param name="photos">To make trouble of.</param>
    /// <param name="outside">Full path of a photo outside the folder, which links lead to.</param>
    /// <param name="files">Wanted in all; what the kinds leave over is filled with randomly damaged photos.</param>
    /// <param name="seed">Of the random ones.</param>
    /// <param name="isAdministrator">Devices can be made.</param>
    /// <returns>What has to be held while the folder is inspected.</returns>
    public static List<IDisposable> Fill(Shelf shelf, Photos photos, string outside, int files, ulong seed, bool isAdministrator)
    {
        for (var number = 0; number < Whole; number++)
        {
            shelf.Put("whole", FormattableString.Invariant($"whole/{number:000}_front.jpg"), photos.Fresh(5000 + number));
        }

        Disguises.Put(shelf, photos, new PinnedGenerator(seed, DisguiseStream));
        Headers.Put(shelf, photos);
        Colours.Put(shelf, photos);
        OddNames.Put(shelf, photos);
        Damage.PutOffsets(shelf, photos);
        Bombs.Put(shelf, photos);
        var held = OddPlaces.Put(shelf, photos, outside, isAdministrator);
        Damage.PutRandom(shelf, photos, new PinnedGenerator(seed, DamageStream), Math.Max(0, files - shelf.Count));
        return held;
    }
}
