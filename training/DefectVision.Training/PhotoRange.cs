using DefectVision.Imaging;
using DefectVision.Inference;

namespace DefectVision.Training;

/// <summary>What the photos are like that a training sees.</summary>
internal static class PhotoRange
{
    /// <param name="seen">Every photo as it is and altered.</param>
    /// <param name="seed">Of the alterations.</param>
    /// <param name="earlier">What the model had seen that is added to; null: it begins anew.</param>
    public static TrainedRange Of(IReadOnlyList<(Take Take, PhotoReading.Readable Reading)> seen, ulong seed, TrainedRange? earlier)
    {
        var brightness = seen.Where(example => !example.Take.IsAltered).Select(example => example.Reading.Brightness).ToList();
        var quality = seen.Select(example => example.Take.IsAltered ? Alteration.Of(example.Take.Photo, seed).JpegQuality : example.Reading.Header.JpegQuality);
        var range = new TrainedRange(quality.Min(), Round(Alteration.Darkest * brightness.Min()), Round(Math.Min(1, Alteration.Brightest * brightness.Max())));
        return earlier is { } before
            ? new TrainedRange(
                range.LowestJpegQuality < before.LowestJpegQuality ? range.LowestJpegQuality : before.LowestJpegQuality ?? range.LowestJpegQuality,
                Math.Min(range.Darkest, before.Darkest),
                Math.Max(range.Brightest, before.Brightest))
            : range;

        static double Round(double share) => Math.Round(share, 4);
    }
}
