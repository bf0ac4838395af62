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

    private const double Oblong = 1.15;

    /// <summary>A photo whose shape is off by more than this factor is distorted so much that other goods look like the model's own. Tiles of one make differ by 3.2.</summary>
    private const double OtherShape = 4;

    public override string ToString() =>
        (LowestJpegQuality is { } quality ? FormattableString.Invariant($"JPEG quality {quality} and more, ") : string.Empty) + FormattableString.Invariant($"brightness {Darkest:0.00} to {Brightest:0.00}");

    /// <summary>What of a photo lies outside, in words; null when nothing does.</summary>
    /// <param name="photo">As it was read.</param>
    /// <param name="input">Of the model: it knows which way the photos were held.</param>
    public string? Outside(PhotoReading.Readable photo, InputRecipe input)
    {
        List<string> outside = [];
        var (learned, shape) = (ShapeOf(input), (double)photo.Header.UprightWidth / photo.Header.UprightHeight);
        if (Math.Max(learned / shape, shape / learned) > OtherShape)
        {
            outside.Add(FormattableString.Invariant($"{photo.Header.UprightWidth} x {photo.Header.UprightHeight} px, learned from photos {learned:0.00} times as wide as high"));
        }
        else if (IsAcross(learned) is { } usual && IsAcross(shape) is { } held && held != usual)
        {
            outside.Add(usual ? "held upright, learned from photos held across" : "held across, learned from photos held upright");
        }

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

    // Null for what is nearly square.
    private static bool? IsAcross(double shape) => shape > Oblong ? true : shape < 1 / Oblong ? false : null;

    // Width over height of the photos, of which the input may see a part.
    private static double ShapeOf(InputRecipe input)
    {
        var window = input.Locate?.Usual ?? Window.Whole;
        return input.Width / window.Width / (input.Height / window.Height);
    }
}
