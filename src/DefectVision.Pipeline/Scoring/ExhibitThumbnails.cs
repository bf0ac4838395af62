using System.Security.Cryptography;
using DefectVision.Imaging;
using DefectVision.Imaging.Keeping;
using DefectVision.Inspection;

namespace DefectVision.Pipeline.Scoring;

/// <summary>
/// Thumbnails of the photos that exhibits show and the model did not flag: other views of a flagged item, items that persons confirmed.
/// Which they are is known when all is judged.
/// </summary>
internal static class ExhibitThumbnails
{
    /// <summary>Makes what is lacking.</summary>
    /// <param name="record">Judged.</param>
    /// <param name="place">The full path of a file by its path in the shipment.</param>
    /// <param name="store">Holds the pictures of suspect photos.</param>
    /// <exception cref="IOException">A picture cannot be written.</exception>
    public static void Make(
        InspectionRecord record, Func<string, string> place, PictureStore store, DecodeLimits limits, int workers, CancellationToken cancel)
    {
        // Of every item, shown or not: a photo has one size, whatever persons answer and in whatever order the answers come.
        var large = record.Lots.SelectMany(judged => judged.Lot.AllItems).Select(Exhibited.Main).Select(photo => photo?.Sha256).OfType<string>().ToHashSet(StringComparer.Ordinal);
        ScoringLine.RunAsync<InspectedFile, (string Sha256, PhotoBytes? Bytes), (string Sha256, byte[]? Jpeg)>(
            Shown(record).Where(photo => !store.Holds(photo.Sha256!, PictureKind.Thumbnail)),
            photo => (photo.Sha256!, Same(photo, place(photo.Path))),
            () =>
            {
                var reader = new PhotoReader(limits);
                return (read => (read.Sha256, Jpeg(reader, read.Bytes, large.Contains(read.Sha256) ? SmallPicture.LargeSide : SmallPicture.LongSide)), reader);
            },
            (made, _) =>
            {
                if (made.Jpeg is { } jpeg)
                {
                    store.Keep(made.Sha256, PictureKind.Thumbnail, jpeg);
                }
            },
            workers,
            cancel).GetAwaiter().GetResult();
    }

    /// <summary>Takes away the pictures of what is neither suspect nor shown.</summary>
    /// <exception cref="IOException">One cannot be deleted.</exception>
    public static void KeepOnly(InspectionRecord record, PictureStore store) =>
        store.KeepOnly(
        [
            .. Shown(record).Select(photo => (photo.Sha256!, PictureKind.Thumbnail)),
            .. record.Files.SelectMany(file => SuspectPictures.KindsOf(file.Finding).Select(kind => (file.Sha256!, kind))),
        ]);

    private static IEnumerable<InspectedFile> Shown(InspectionRecord record) =>
        Exhibited.Photos(record).Where(photo => photo.IsReadable).DistinctBy(photo => photo.Sha256);

    // Null for a photo that was scored a moment ago and is another now, or gone: the report says that no picture of it was kept.
    private static PhotoBytes? Same(InspectedFile photo, string path)
    {
        PhotoBytes? bytes = null;
        try
        {
            bytes = PhotoBytes.Read(path, (int)photo.Bytes);
            if (Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) == photo.Sha256)
            {
                return bytes;
            }
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
        }

        bytes?.Dispose();
        return null;
    }

    private static byte[]? Jpeg(PhotoReader reader, PhotoBytes? bytes, int longSide)
    {
        using (bytes)
        {
            return bytes is not null && reader.ReadPicture(bytes.Span, longSide).Picture is { } picture
                ? SmallPicture.ToJpeg(picture)
                : null;
        }
    }
}
