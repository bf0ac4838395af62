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
    /// <param name="maps">By path where a photo is unlike those of other items; of a photo that is not among them only the thumbnail is made.</param>
    /// <param name="store">Holds the pictures of suspect photos.</param>
    /// <param name="settings">As for scoring.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="IOException">A picture cannot be written.</exception>
    public static void Make(
        InspectionRecord record, Func<string, string> place, IReadOnlyDictionary<string, HeatMap> maps, PictureStore store, (DecodeLimits Limits, int Workers) settings, CancellationToken cancel)
    {
        // Of every item, shown or not: a photo has one size, whatever persons answer and in whatever order the answers come.
        var large = record.Lots.SelectMany(judged => judged.Lot.AllItems).Select(Exhibited.Main).Select(photo => photo?.Sha256).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var unlike = Unlike(record).Where(maps.ContainsKey).ToHashSet(StringComparer.Ordinal);
        var ahead = ReadAhead.For(settings.Workers);
        ScoringLine.RunAsync<InspectedFile, (InspectedFile Photo, PhotoBytes? Bytes), (string Sha256, IReadOnlyList<(PictureKind Kind, byte[] Jpeg)> Pictures)>(
            Shown(record).Where(photo => IsOfTheModel(photo) || Kinds(photo).Any(kind => !store.Holds(photo.Sha256!, kind))),
            photo => (photo, PhotoBytes.Same(place(photo.Path), photo.Bytes, photo.Sha256!, ahead)),
            () =>
            {
                var reader = new PhotoReader(settings.Limits);
                return (read => (read.Photo.Sha256!, Pictures(reader, read.Photo, read.Bytes)), reader);
            },
            (made, _) =>
            {
                foreach (var (kind, jpeg) in made.Pictures)
                {
                    store.Keep(made.Sha256, kind, jpeg);
                }
            },
            settings.Workers,
            cancel,
            ahead).GetAwaiter().GetResult();

        // Pictures that were made while a model scored show where it looked, and it does not know these goods.
        bool IsOfTheModel(InspectedFile photo) => unlike.Contains(photo.Path) && SuspectPictures.KindsOf(photo.Finding).Count > 0;

        IReadOnlyList<PictureKind> Kinds(InspectedFile photo) => unlike.Contains(photo.Path) ? SuspectPictures.KindsOf(photo.Unlikeness!.Heat) : [PictureKind.Thumbnail];

        IReadOnlyList<(PictureKind, byte[])> Pictures(PhotoReader reader, InspectedFile photo, PhotoBytes? bytes)
        {
            using (bytes)
            using (reader.Photo())
            {
                var isUnlike = unlike.Contains(photo.Path);
                return bytes is null || reader.ReadPicture(bytes.Span, isUnlike ? SuspectPictures.CloseSide : LongSideOf(photo)).Picture is not { } picture ? []
                    : isUnlike ? SuspectPictures.Of(photo.Unlikeness!.Heat, maps[photo.Path], reader)
                    : [(PictureKind.Thumbnail, SmallPicture.ToJpeg(picture))];
            }
        }

        int LongSideOf(InspectedFile photo) => large.Contains(photo.Sha256!) ? SmallPicture.LargeSide : SmallPicture.LongSide;
    }

    /// <summary>Takes away the pictures of what is neither suspect nor shown.</summary>
    /// <exception cref="IOException">One cannot be deleted.</exception>
    public static void KeepOnly(InspectionRecord record, PictureStore store)
    {
        var unlike = Unlike(record);
        store.KeepOnly(
        [
            .. Shown(record).Select(photo => (photo.Sha256!, PictureKind.Thumbnail)),
            .. Exhibited.UnlikePhotos(record).SelectMany(photo => SuspectPictures.KindsOf(photo.Unlikeness!.Heat).Select(kind => (photo.Sha256!, kind))),
            .. record.Files.Where(file => !unlike.Contains(file.Path)).SelectMany(file => SuspectPictures.KindsOf(file.Finding).Select(kind => (file.Sha256!, kind))),
        ]);
    }

    private static HashSet<string> Unlike(InspectionRecord record) => Exhibited.UnlikePhotos(record).Select(photo => photo.Path).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<InspectedFile> Shown(InspectionRecord record) =>
        Exhibited.Photos(record).Where(photo => photo.IsReadable).DistinctBy(photo => photo.Sha256);
}
