using System.Text.Json.Serialization;
using DefectVision.Imaging.Locating;

namespace DefectVision.Imaging;

/// <summary>
/// The definition of a network's input, the same for learning and for scoring. It travels in the model; a model is never fed by another version.
/// </summary>
/// <param name="Version">Must be <see cref="CurrentVersion"/>.</param>
/// <param name="Width">Working width in pixels of the upright photo.</param>
/// <param name="Height">Working height.</param>
/// <remarks>
/// Version "dv-input/2": 8-bit sRGB values as stored, no colour management; first frame; transparent parts over white;
/// JPEG decoded at the smallest of 1/8, 1/4, 1/2, 1 that leaves both sides of the usual window at least the working size, other formats at full size;
/// the window of the locator, or the whole photo, by exact area average to the working size in stored orientation, sides independent; turned upright by
/// EXIF; divided by 255; planes red, green, blue, rows from the top, 32-bit floats. Version 1 knew no window.
/// Version 3 looked at a photo in tiles, which found less than the better of a plain look and one of as many pixels (benchmarks).
/// </remarks>
public sealed record InputRecipe(string Version, int Width, int Height)
{
    public const string CurrentVersion = "dv-input/2";

    /// <summary>Where the product is looked for; null: the whole photo is taken.</summary>
    public Locator? Locate { get; init; }

    /// <summary>Which part of a photo it takes, in words.</summary>
    [JsonIgnore]
    public string LooksAt => Locate switch
    {
        null => "the whole photo",
        { Background: null, Usual: var window } => FormattableString.Invariant($"the window {window.Left:0.###},{window.Top:0.###},{window.Width:0.###},{window.Height:0.###} of it"),
        _ => "the product, told from the colours along the photo's edges",
    };

    /// <summary>Number of floats in one input: 3 planes of Width x Height.</summary>
    public int Length => 3 * Width * Height;

    /// <exception cref="ArgumentException">Another version, a side outside 32 to 4096, or a locator that cannot be.</exception>
    public void Validate()
    {
        if (Version != CurrentVersion)
        {
            throw new ArgumentException($"found input recipe '{Version}', wanted '{CurrentVersion}': the model is of another version, train it anew");
        }

        if (Width is not (>= 32 and <= 4096) || Height is not (>= 32 and <= 4096))
        {
            throw new ArgumentException(FormattableString.Invariant($"found a working size of {Width} x {Height} px, wanted 32 to 4096 a side"));
        }

        Locate?.Validate();
    }
}
