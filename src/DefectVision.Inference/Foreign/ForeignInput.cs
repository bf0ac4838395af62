namespace DefectVision.Inference.Foreign;

/// <summary>What kind of number a foreign network wants of each colour.</summary>
public enum ColourNumber
{
    Bits32,
    Bits16,
    Bits64,

    /// <summary>A whole number, 0 to 255.</summary>
    Whole,
}

/// <summary>The one input of a foreign network.</summary>
/// <param name="Name">In its graph.</param>
/// <param name="Number">What it wants of each colour.</param>
/// <param name="Sides">Its four sides; 0 where the file leaves one open.</param>
public sealed record ForeignInput(string Name, ColourNumber Number, IReadOnlyList<long> Sides)
{
    private const int Colours = 3;

    /// <summary>Told from the side of three; null when it can be either or neither.</summary>
    public PixelLayout? Layout => (Sides[1], Sides[^1]) switch
    {
        (Colours, not Colours) => PixelLayout.ChannelsFirst,
        (not Colours, Colours) => PixelLayout.ChannelsLast,
        _ => null,
    };

    /// <summary>Its sides as a person writes them.</summary>
    public string Shape => string.Join(" x ", Sides.Select(side => side == 0 ? "?" : FormattableString.Invariant($"{side}")));

    /// <summary>Width and height in pixels under a layout; 0 where the file leaves them open.</summary>
    public (int Width, int Height) SizeOf(PixelLayout layout) =>
        layout == PixelLayout.ChannelsFirst ? ((int)Sides[3], (int)Sides[2]) : ((int)Sides[2], (int)Sides[1]);

    /// <summary>The side of the colours is three or open.</summary>
    public bool TakesColours(PixelLayout layout) => Sides[layout == PixelLayout.ChannelsFirst ? 1 : 3] is 0 or Colours;
}
