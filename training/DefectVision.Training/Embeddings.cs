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
    /// <param name="look">Runs the scorer on the photo that was put into it and keeps what is wanted.</param>
    /// <param name="seed">Of the alterations.</param>
    /// <param name="progress">Told the number of photos done.</param>
    /// <returns>An example of each take of a photo that could be read; of each other photo the reason, once.</returns>
    public static (IReadOnlyList<Example<T>> Examples, IReadOnlyList<LeftOut> LeftOut) Compute<T>(
        IReadOnlyList<Take> takes,
        Func<Scorer> newScorer,
        Func<Take, PhotoReading.Readable, Scorer, T> look,
        InputRecipe recipe,
        ulong seed,
        IProgress<int>? progress,
        CancellationToken cancel)
    {
        var values = new T[takes.Count];
        var reasons = new string?[takes.Count];
        var done = 0;
        Parallel.For(
            0,
            takes.Count,
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => (Reader: new PhotoReader(DecodeLimits.Default), Scorer: newScorer()),
            (at, _, worker) =>
            {
                var take = takes[at];
                var reading = ReadInto(worker.Reader, take.Photo.Path, recipe, worker.Scorer.Input);
                if (reading is PhotoReading.Readable readable)
                {
                    if (take.IsAltered)
                    {
                        Alteration.Of(take.Photo, seed).Apply(worker.Reader, recipe, worker.Scorer.Input);
                    }

                    values[at] = look(take, readable, worker.Scorer);
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
        var numbered = takes.Select((take, at) => (take, at)).ToList();
        return (
            [.. numbered.Where(entry => reasons[entry.at] is null).Select(entry => new Example<T>(entry.take, values[entry.at]))],
            [.. numbered.Where(entry => reasons[entry.at] is not null).Select(entry => new LeftOut(entry.take.Photo.Path, reasons[entry.at]!)).DistinctBy(left => left.Path)]);
    }

    /// <summary>Reads one photo; a file that cannot be opened is unreadable like one that holds no photo.</summary>
    public static PhotoReading ReadInto(PhotoReader reader, string path, InputRecipe recipe, Span<float> input)
    {
        try
        {
            return reader.Read(File.ReadAllBytes(path), recipe, input);
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
            return reader.ReadPicture(File.ReadAllBytes(path), longSide).Picture;
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
        PhotoReading.TooLarge large => large.Reason,
        PhotoReading.Unsupported unsupported => $"{unsupported.Format} is not read",
        _ => throw new ArgumentException($"a reading of type {reading.GetType().Name} is no reason"),
    };
}
