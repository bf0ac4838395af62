using System.Text.Json.Serialization;
using DefectVision.Imaging.Locating;

namespace DefectVision.Imaging;

/// <summary>
/// The definition of a network's input, the same for learning and for scoring. It travels in the model; a model is never fed by another version.
/// </summary>
/// <param name="Version">Must be <see cref="CurrentVersion"/>, or <see cref="TiledVersion"/> where it has tiles.</param>
/// <param name="Width">Working width in pixels of the upright photo, or of one of its tiles.</param>
/// <param name="Height">Working height.</param>
/// <remarks>
/// Version "dv-input/2": 8-bit sRGB values as stored, no colour management; first frame; transparent parts over white;
/// JPEG decoded at the smallest of 1/8, 1/4, 1/2, 1 that leaves both sides of the usual window at least the working size, other formats at full size;
/// the window of the locator, or the whole photo, by exact area average to the working size in stored orientation, sides independent; turned upright by
/// EXIF; divided by 255; planes red, green, blue, rows from the top, 32-bit floats. Version 1 knew no window.
/// Version "dv-input/3" is the same for each of several tiles, which are windows of that window; the JPEG is decoded for all of them together.
/// </remarks>
public sealed record InputRecipe(string Version, int Width, int Height)
{
    public const string CurrentVersion = "dv-input/2";

    /// <summary>Of photos in tiles: a program that knows none must not take a tile's size for the photo's.</summary>
    public const string TiledVersion = "dv-input/3";

    /// <summary>Where the product is looked for; null: the whole photo is taken.</summary>
    public Locator? Locate { get; init; }

    /// <summary>In which tiles it is looked at; null: in one look.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Tiles? Tiles { get; init; }

    /// <summary>Looks at a photo.</summary>
    [JsonIgnore]
    public int TileCount => Tiles?.Count ?? 1;

    /// <summary>Width in pixels that the window is seen at, all tiles together.</summary>
    [JsonIgnore]
    public int WholeWidth => Tiles?.Whole(Tiles.Columns, Width) ?? Width;

    /// <summary>Height in pixels that the window is seen at, all tiles together.</summary>
    [JsonIgnore]
    public int WholeHeight => Tiles?.Whole(Tiles.Rows, Height) ?? Height;

    /// <summary>Which part of a photo it takes, in words.</summary>
    [JsonIgnore]
    public string LooksAt => Tiles is null ? Part : $"{Part}, {Tiles}";

    private string Part => Locate switch
    {
        null => "the whole photo",
        { Background: null, Usual: var window } => FormattableString.Invariant($"the window {window.Left:0.###},{window.Top:0.###},{window.Width:0.###},{window.Height:0.###} of it"),
        _ => "the product, told from the colours along the photo's edges",
    };

    /// <summary>Number of floats in one input: 3 planes of Width x Height.</summary>
    public int Length => 3 * Width * Height;

    /// <summary>The part of the photo that a tile covers.</summary>
    /// <param name="tile">Row by row from the top, from 0.</param>
    /// <param name="window">The part that all tiles cover together.</param>
    public Window TileOf(int tile, Window window)
    {
        if (Tiles is null)
        {
            return window;
        }

        double across = window.Width / WholeWidth, down = window.Height / WholeHeight;
        var (row, column) = Math.DivRem(tile, Tiles.Columns);
        return new Window(window.Left + (across * column * (Width - Tiles.Overlap)), window.Top + (down * row * (Height - Tiles.Overlap)), across * Width, down * Height);
    }

    /// <exception cref="ArgumentException">Another version, a side outside 32 to 4096, or a locator or tiles that cannot be.</exception>
    public void Validate()
    {
        var wanted = Tiles is null ? CurrentVersion : TiledVersion;
        if (Version != wanted)
        {
            throw new ArgumentException($"found input recipe '{Version}', wanted '{wanted}'");
        }

        if (Width is not (>= 32 and <= 4096) || Height is not (>= 32 and <= 4096))
        {
            throw new ArgumentException(FormattableString.Invariant($"found a working size of {Width} x {Height} px, wanted 32 to 4096 a side"));
        }

        Locate?.Validate();
        Tiles?.Validate(Width, Height);
    }
}
