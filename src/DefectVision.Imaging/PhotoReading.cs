namespace DefectVision.Imaging;

/// <summary>What the file's header says, before the photo is turned upright.</summary>
/// <param name="Format">From the content.</param>
/// <param name="Width">Stored width, pixels.</param>
/// <param name="Height">Stored height, pixels.</param>
/// <param name="Orientation">EXIF orientation, 1 to 8.</param>
public sealed record PhotoHeader(PhotoFormat Format, int Width, int Height, int Orientation)
{
    /// <summary>1 to 100, as the scale of the IJG's quantisation tables; null for other formats and other tables.</summary>
    public int? JpegQuality { get; init; }

    public int UprightWidth => Decoding.Orientation.SwapsSides(Orientation) ? Height : Width;

    public int UprightHeight => Decoding.Orientation.SwapsSides(Orientation) ? Width : Height;
}

/// <summary>The outcome of reading one photo: exactly one of the nested records.</summary>
public abstract record PhotoReading
{
    private PhotoReading()
    {
    }

    /// <summary>All of its pixels were there.</summary>
    public sealed record Readable(PhotoHeader Header) : PhotoReading
    {
        /// <summary>The part of the upright photo that was taken.</summary>
        public Window Window { get; init; } = Window.Whole;

        /// <summary>False when a product was looked for and not found.</summary>
        public bool IsLocated { get; init; } = true;

        /// <summary>What is not as it should be, without harm to the picture; null where nothing is.</summary>
        public string? Remark { get; init; }

        /// <summary>Mean of all values that were taken, 0 to 1.</summary>
        public double Brightness { get; init; }
    }

    /// <summary>The content is no photo, or a broken one.</summary>
    public sealed record Unreadable(string Reason) : PhotoReading;

    /// <summary>Part of the pixels is missing.</summary>
    public sealed record Truncated(PhotoHeader Header, string Reason) : PhotoReading;

    /// <summary>Its pixels are not those that were photographed: data in it was changed after it was written.</summary>
    public sealed record Damaged(PhotoHeader Header, string Reason) : PhotoReading;

    /// <summary>An image in a format that is not read.</summary>
    public sealed record Unsupported(PhotoFormat Format) : PhotoReading;

    /// <summary>Beyond a limit; nothing was decoded.</summary>
    public sealed record TooLarge(string Reason) : PhotoReading;
}
