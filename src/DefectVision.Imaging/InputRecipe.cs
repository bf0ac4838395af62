namespace DefectVision.Imaging;

/// <summary>
/// The definition of a network's input, the same for learning and for scoring. It travels in the model; a model is never fed by another version.
/// </summary>
/// <param name="Version">Must be <see cref="CurrentVersion"/>.</param>
/// <param name="Width">Working width in pixels of the upright photo.</param>
/// <param name="Height">Working height.</param>
/// <remarks>
/// Version "dv-input/1": 8-bit sRGB values as stored, no colour management; first frame; transparent parts over white;
/// JPEG decoded at the smallest of 1/8, 1/4, 1/2, 1 that leaves both sides at least the working size, other formats at full size;
/// exact area average to the working size in stored orientation, sides independent; turned upright by EXIF; divided by 255;
/// planes red, green, blue, rows from the top, 32-bit floats.
/// </remarks>
public sealed record InputRecipe(string Version, int Width, int Height)
{
    public const string CurrentVersion = "dv-input/1";

    /// <summary>Number of floats in one input: 3 planes of Width x Height.</summary>
    public int Length => 3 * Width * Height;

    /// <exception cref="ArgumentException">Another version, or a side outside 32 to 4096.</exception>
    public void Validate()
    {
        if (Version != CurrentVersion)
        {
            throw new ArgumentException($"found input recipe '{Version}', wanted '{CurrentVersion}'");
        }

        if (Width is not (>= 32 and <= 4096) || Height is not (>= 32 and <= 4096))
        {
            throw new ArgumentException(FormattableString.Invariant($"found a working size of {Width} x {Height} px, wanted 32 to 4096 a side"));
        }
    }
}
