using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>What a graph made of a labelled photo.</summary>
/// <param name="Take">Which, and how it was shown.</param>
/// <param name="Values">What was kept of the graph's output.</param>
internal sealed record Example<T>(Take Take, T Values)
{
    public LabelledPhoto Photo => Take.Photo;
}

/// <summary>A photo of a labelled set that could not be used, and why.</summary>
public sealed record LeftOut(string Path, string Reason);

/// <summary>Labelled photos through a graph, on every core, in the set's order.</summary>
internal static class Embeddings
{
    /// <param name="look">Runs the scorer on the photo that was read into it, and keeps what is wanted.</param>
    /// <param name="alteredBy">Seed of the alterations: each photo is shown as it is and altered; null: as it is alone.</param>
    /// <param name="progress">Told the number of photos done.</param>
    /// <param name="cancel">Ends it.</param>
    /// <param name="ways">In how many other ways a photo is shown turned; null: in none.</param>
    /// <returns>An example of each take of a photo that could be read; of each other photo the reason, once.</returns>
    public static (IReadOnlyList<Example<T>> Examples, IReadOnlyList<LeftOut> LeftOut) Compute<T>(
        IReadOnlyList<LabelledPhoto> photos,
        Func<Scorer> newScorer,
        Func<Take, PhotoReading.Readable, Scorer, T> look,
        InputRecipe recipe,
        ulong? alteredBy,
        IProgress<int>? progress,
        CancellationToken cancel,
        Func<LabelledPhoto, int>? ways = null)
    {
        var examples = new List<Example<T>>?[photos.Count];
        var reasons = new string?[photos.Count];
        var done = 0;
        Parallel.For(
            0,
            photos.Count,
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => (Reader: new PhotoReader(DecodeLimits.Default), Scorer: newScorer()),
            (at, _, worker) =>
            {
                var takes = Take.Of(photos[at], ways?.Invoke(photos[at]) ?? 0, alteredBy is not null);
                var reading = ReadInto(worker.Reader, photos[at].Path, recipe, worker.Scorer.Input);
                if (reading is PhotoReading.Readable readable)
                {
                    float[] asRead = takes.Count > 1 ? [.. worker.Scorer.Input] : [];
                    examples[at] =
                    [
                        .. takes.Select(take =>
                        {
                            take.Show(asRead, recipe, alteredBy, worker.Scorer.Input);
                            return new Example<T>(take, look(take, readable, worker.Scorer));
                        }),
                    ];
                }
                else
                {
                    reasons[at] = Reason(reading);
                }

                progress?.Report(Interlocked.Increment(ref done));
                return worker;
            },
            worker =>
            {
                worker.Reader.Dispose();
                worker.Scorer.Dispose();
            });
        return (
            [.. examples.OfType<List<Example<T>>>().SelectMany(example => example)],
            [.. photos.Zip(reasons).Where(photo => photo.Second is not null).Select(photo => new LeftOut(photo.First.Path, photo.Second!))]);
    }

    /// <summary>Reads one photo; a file that cannot be opened is unreadable like one that holds no photo.</summary>
    public static PhotoReading ReadInto(PhotoReader reader, string path, InputRecipe recipe, Span<float> input)
    {
        try
        {
            return reader.Read(PlainFile.Bytes(path), recipe, input);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return new PhotoReading.Unreadable(fault.Message);
        }
    }

    /// <summary>A small upright picture of a photo; null where it cannot be read.</summary>
    public static RgbImage? PictureOf(PhotoReader reader, string path, int longSide)
    {
        try
        {
            return reader.ReadPicture(PlainFile.Bytes(path), longSide).Picture;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Why a photo cannot be used, in words.</summary>
    /// <exception cref="ArgumentException">It can.</exception>
    public static string Reason(PhotoReading reading) => reading switch
    {
        PhotoReading.Unreadable unreadable => unreadable.Reason,
        PhotoReading.Truncated truncated => truncated.Reason,
        PhotoReading.Damaged damaged => damaged.Reason,
        PhotoReading.TooLarge large => large.Reason,
        PhotoReading.Unsupported unsupported => $"{unsupported.Format} is not read",
        _ => throw new ArgumentException($"a reading of type {reading.GetType().Name} is no reason"),
    };
}
