using DefectVision.Imaging;

namespace DefectVision.Inference;

/// <summary>What the photos were like that a model learned from. Outside it nobody has measured how the model answers.</summary>
/// <param name="LowestJpegQuality">1 to 100; null when it saw no JPEG.</param>
/// <param name="Darkest">Mean of all values of the input, 0 to 1.</param>
/// <param name="Brightest">The same of the brightest photo.</param>
public sealed record TrainedRange(int? LowestJpegQuality, double Darkest, double Brightest)
{
    /// <summary>How far beyond what was seen still counts as like it.</summary>
    private const double Slack = 0.03;

    public override string ToString() =>
        (LowestJpegQuality is { } quality ? FormattableString.Invariant($"JPEG quality {quality} and more, ") : string.Empty) + FormattableString.Invariant($"brightness {Darkest:0.00} to {Brightest:0.00}");

    /// <summary>What of a photo lies outside, in words; null when nothing does.</summary>
    public string? Outside(PhotoReading.Readable photo)
    {
        List<string> outside = [];
        if (!photo.IsLocated)
        {
            outside.Add("the product was not found in it, the usual place was taken");
        }

        if (photo.Header.JpegQuality < LowestJpegQuality)
        {
            outside.Add(FormattableString.Invariant($"JPEG quality {photo.Header.JpegQuality}, learned from {LowestJpegQuality} and more"));
        }

        if (!(photo.Brightness >= Darkest - Slack && photo.Brightness <= Brightest + Slack))
        {
            outside.Add(FormattableString.Invariant($"brightness {photo.Brightness:0.00}, learned from {Darkest:0.00} to {Brightest:0.00}"));
        }

        return outside.Count == 0 ? null : string.Join("; ", outside);
    }
}
