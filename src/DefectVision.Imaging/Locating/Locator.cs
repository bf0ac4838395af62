namespace DefectVision.Imaging.Locating;

/// <summary>Where in a photo the product is looked for.</summary>
/// <param name="Usual">The window that is taken where nothing, or nothing of a likely size, is found; the only one when there is no background.</param>
/// <param name="Background">What lies behind the product; null: the window is always the usual one.</param>
/// <param name="SmallestArea">Share of the photo that the product's box had at least when this was learned.</param>
/// <param name="LargestArea">And at most.</param>
public sealed record Locator(Window Usual, Background? Background, double SmallestArea, double LargestArea)
{
    /// <summary>Longer side in pixels of the picture in which the product is looked for.</summary>
    public const int LongSide = 160;

    /// <summary>Share of the box's sides that is taken beyond each of them: what sticks out of the product belongs to it.</summary>
    public const double UsualMargin = 0.06;

    /// <inheritdoc cref="UsualMargin"/>
    /// <remarks>More where parts of the good products that were learned from are hardly to be told from the background.</remarks>
    public double Margin { get; init; } = UsualMargin;

    private const double AreaSlack = 2;

    /// <param name="picture">The upright photo, its longer side about <see cref="LongSide"/> pixels.</param>
    /// <param name="shape">Width over height of the network's input, in pixels.</param>
    /// <returns>The window to look through, of that shape as far as the photo allows, and whether the product was found.</returns>
    public (Window Window, bool IsFound) Look(RgbImage picture, double shape)
    {
        if (Background is null)
        {
            return (Usual, true);
        }

        var box = Box(picture);
        return ((box?.WithMargin(Margin) ?? Usual).WithShape(shape * picture.Height / picture.Width), box is not null);
    }

    /// <summary>The product's box; null where nothing of a likely size is found.</summary>
    internal Window? Box(RgbImage picture) =>
        Background is not null && Foreground.Box(picture, Background) is { } box && box.Area >= SmallestArea / AreaSlack && box.Area <= LargestArea * AreaSlack ? box : null;

    /// <exception cref="ArgumentException">A window outside the photo, a margin that is no share, or a background of other than 3 means and 6 precisions.</exception>
    public void Validate()
    {
        if (!(Margin is >= 0 and <= 1))
        {
            throw new ArgumentException(FormattableString.Invariant($"found a margin of {Margin}, wanted a share of the product's sides, 0 to 1"));
        }

        if (!Usual.IsInside)
        {
            throw new ArgumentException(FormattableString.Invariant($"found the window {Usual.Left},{Usual.Top},{Usual.Width},{Usual.Height}, wanted one within the photo, in shares of its sides"));
        }

        if (Background is { } background && (background.Mean.Count != 3 || background.Precision.Count != 6))
        {
            throw new ArgumentException($"found a background of {background.Mean.Count} means and {background.Precision.Count} precisions, wanted 3 and 6");
        }
    }
}
