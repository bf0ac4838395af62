using DefectVision.Imaging;
using DefectVision.Imaging.Locating;
using DefectVision.Training.Labels;

namespace DefectVision.Training.Locating;

/// <summary>Where the product lies in the photos of a labelled set.</summary>
internal static class ProductPlace
{
    /// <summary>From the good photos of a set, spread over it; null where the product cannot be told from what lies round it.</summary>
    public static Locator? Of(LabelledSet set, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        var good = set.Photos.Where(photo => photo.IsGood && photo.Header is not null).ToList();
        var looked = good.Where((_, at) => at % (1 + (good.Count / LocatorFit.MostPhotos)) == 0).ToList();
        var pictures = new RgbImage?[looked.Count];
        var done = 0;
        Parallel.For(
            0,
            looked.Count,
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => new PhotoReader(DecodeLimits.Default),
            (at, _, reader) =>
            {
                pictures[at] = Embeddings.PictureOf(reader, looked[at].Path, Locator.LongSide);
                progress?.Report(new TrainingProgress("looking for the product", Interlocked.Increment(ref done), looked.Count));
                return reader;
            },
            reader => reader.Dispose());
        return pictures.OfType<RgbImage>().ToList() is { Count: > 0 } read ? LocatorFit.Fit(read) : null;
    }
}
