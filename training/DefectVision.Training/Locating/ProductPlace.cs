using DefectVision.Imaging;
using DefectVision.Imaging.Locating;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Locating;

/// <summary>Where the product lies in the photos of a labelled set.</summary>
internal static class ProductPlace
{
    /// <summary>Share of the defective photos in which the product may not be found: one of which much is missing has another size.</summary>
    private const double MostLost = 0.25;

    /// <summary>
    /// From the good photos of a set, spread over it; null where the product cannot be told from what lies round it. Where defects lie outside what was found, that was a part of
    /// the goods, such as the buttons of a garment that fills the photo: the whole photo is looked at.
    /// </summary>
    public static Locator? Of(LabelledSet set, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        var readable = set.Photos.Where(photo => photo.Header is not null).ToLookup(photo => photo.IsGood);
        IReadOnlyList<LabelledPhoto> good = Spread([.. readable[true]]), defective = Spread([.. readable[false]]);
        var steps = progress is null ? null : new Relay<int>(done => progress.Report(new TrainingProgress("looking for the product", done, good.Count + defective.Count)));
        if (Pictures(good, 0, steps, cancel) is not { Count: > 0 } pictures || LocatorFit.Fit(pictures) is not { } locator)
        {
            return null;
        }

        var looked = Pictures(defective, good.Count, steps, cancel);
        return looked.Count(picture => !locator.Look(picture, shape: 1).IsFound) > MostLost * looked.Count ? null : locator;
    }

    private static List<LabelledPhoto> Spread(List<LabelledPhoto> photos) => [.. photos.Where((_, at) => at % (1 + (photos.Count / LocatorFit.MostPhotos)) == 0)];

    private static List<RgbImage> Pictures(IReadOnlyList<LabelledPhoto> photos, int before, IProgress<int>? progress, CancellationToken cancel)
    {
        var pictures = new RgbImage?[photos.Count];
        var done = before;
        Parallel.For(
            0,
            photos.Count,
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => new PhotoReader(DecodeLimits.Default),
            (at, _, reader) =>
            {
                pictures[at] = Embeddings.PictureOf(reader, photos[at].Path, Locator.LongSide);
                progress?.Report(Interlocked.Increment(ref done));
                return reader;
            },
            reader => reader.Dispose());
        return [.. pictures.OfType<RgbImage>()];
    }
}
