using DefectVision.Imaging;
using DefectVision.Training.Labels;

namespace DefectVision.Training;

/// <summary>
/// What messengers and other lamps do to a photo: darker or lighter, and compressed. Drawn by the photo's content, so that neither order nor threads matter.
/// It is done at the working size, where it is harsher than on a large photo that is made small afterwards.
/// </summary>
/// <param name="JpegQuality">1 to 100.</param>
/// <param name="Gain">Factor on every value.</param>
internal sealed record Alteration(int JpegQuality, float Gain)
{
    public const double Darkest = 0.85;
    public const double Brightest = 1.15;
    private const ulong Stream = 2;
    private const int LowestQuality = 50;
    private const int HighestQuality = 95;

    public static Alteration Of(LabelledPhoto photo, ulong seed)
    {
        var drawing = photo.Drawing(seed, Stream);
        return new Alteration(LowestQuality + drawing.NextInt(HighestQuality - LowestQuality + 1), (float)(Darkest + ((Brightest - Darkest) * drawing.NextDouble())));
    }

    /// <summary>Whether a photo stands in the calibration as altered or as it is: each photo counts once, and every other one has been altered.</summary>
    public static bool Represents(LabelledPhoto photo, ulong seed) => (photo.Drawing(~seed, Stream).NextUInt32() & 1) == 0;

    /// <summary>Alters what stands in a network's input.</summary>
    public void Apply(InputRecipe recipe, Span<float> input)
    {
        var plane = recipe.Width * recipe.Height;
        var picture = new RgbImage(recipe.Width, recipe.Height);
        for (var at = 0; at < plane; at++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                picture.Bytes[(3 * at) + channel] = (byte)Math.Clamp((Gain * 255 * input[(channel * plane) + at]) + 0.5f, 0, 255);
            }
        }

        var compressed = picture.Compressed(JpegQuality);
        for (var at = 0; at < plane; at++)
        {
            for (var channel = 0; channel < 3; channel++)
            {
                input[(channel * plane) + at] = compressed.Bytes[(3 * at) + channel] / 255f;
            }
        }
    }
}
