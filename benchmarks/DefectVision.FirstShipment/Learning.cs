using DefectVision.Imaging;
using DefectVision.Inference;
using DefectVision.Training;

namespace DefectVision.FirstShipment;

/// <summary>Models learned from photos that lie anywhere, and what they say of others.</summary>
internal static class Learning
{
    public static string Backbone { get; } = Path.Combine(AppContext.BaseDirectory, "models", "backbone.onnx");

    /// <summary>Learns from good photos alone.</summary>
    public static Model FromGood(IReadOnlyList<string> good, ulong seed)
    {
        var folder = Directory.CreateTempSubdirectory("first-shipment-").FullName;
        try
        {
            var place = Directory.CreateDirectory(Path.Combine(folder, "set", "good")).FullName;
            for (var at = 0; at < good.Count; at++)
            {
                File.Copy(good[at], Path.Combine(place, FormattableString.Invariant($"{at:0000}-{Path.GetFileName(good[at])}")));
            }

            var file = Path.Combine(folder, "model.onnx");
            Trainer.Train(new TrainingOptions(Path.Combine(folder, "set"), file, null, null, null, seed, Backbone) { AcceptFindings = true }, null, CancellationToken.None);
            return Model.Load(file);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>What a model says of each photo, in their order.</summary>
    public static IReadOnlyList<Opinion> Opinions(Model model, IReadOnlyList<string> photos)
    {
        var opinions = new Opinion[photos.Count];
        Parallel.For(
            0,
            photos.Count,
            () => (Reader: new PhotoReader(DecodeLimits.Default), Scorer: model.NewScorer()),
            (at, _, worker) =>
            {
                var reading = worker.Reader.Read(File.ReadAllBytes(photos[at]), model.Contract.Input, worker.Scorer.Input);
                opinions[at] = model.Judge(worker.Scorer).In((PhotoReading.Readable)reading);
                return worker;
            },
            worker =>
            {
                worker.Reader.Dispose();
                worker.Scorer.Dispose();
            });
        return opinions;
    }
}
