using DefectVision.Imaging;

namespace DefectVision.Training.Labels.Doctor;

/// <summary>Every photo of a set read once, small, on every core.</summary>
internal static class Looking
{
    /// <returns>In the order of the photos.</returns>
    public static IReadOnlyList<Look> At(IReadOnlyList<LabelledPhoto> photos, IProgress<TrainingProgress>? progress, CancellationToken cancel)
    {
        var looks = new Look[photos.Count];
        var done = 0;
        Parallel.For(
            0,
            photos.Count,
            new ParallelOptions { CancellationToken = cancel, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => (Reader: new PhotoReader(DecodeLimits.Default), Input: new float[Fingerprint.Recipe.Length]),
            (at, _, worker) =>
            {
                var reading = Embeddings.ReadInto(worker.Reader, photos[at].Path, Fingerprint.Recipe, worker.Input);
                looks[at] = reading is PhotoReading.Readable
                    ? new Look(photos[at], Fingerprint.Of(worker.Input), null)
                    : new Look(photos[at], null, Embeddings.Reason(reading));
                progress?.Report(new TrainingProgress("examining photos", Interlocked.Increment(ref done), photos.Count));
                return worker;
            },
            worker => worker.Reader.Dispose());
        return looks;
    }
}
