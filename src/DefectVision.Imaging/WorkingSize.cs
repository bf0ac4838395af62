using DefectVision.Imaging.Locating;

namespace DefectVision.Imaging;

/// <summary>
/// Chooses the input's width and height: the middle shape of the photos, sides in steps of 32 px, at the area asked for, or else at that which suited most goods: with more, a place
/// of the network sees too little of the product, with fewer, too little of what is wrong with it. Small photos gain by being stretched to it (benchmarks).
/// </summary>
public static class WorkingSize
{
    private const int Step = 32;
    private const double WidestShape = 16;
    private const int Area = 384 * 384;

    /// <summary>Where labels say what to look for: kinds are told apart by their details, and what else varies is learned to be harmless.</summary>
    private const int CloserArea = 240_000;

    /// <summary>Goods at any angle, as far as the photos have the pixels: a memory that holds them turned knows their details (screws, bare boards: benchmarks).</summary>
    private const int TurnedArea = 576 * 576;

    /// <summary>From this shape on a photo is a strip, which is small in one direction already.</summary>
    private const double Strip = 4;

    /// <summary>Of a strip: 4,096 x 256 px are seen as they are.</summary>
    private const int LargestStrip = 4096 * 256;

    /// <param name="headers">Of photos that could be read; at least one.</param>
    /// <param name="locate">The part of them that is taken; null: all.</param>
    /// <param name="wanted">Pixels, width times height; null: told from the photos.</param>
    /// <param name="isCloser">Labels say what to look for.</param>
    /// <param name="isAtAnyAngle">The goods lie at any angle.</param>
    public static InputRecipe For(IReadOnlyList<PhotoHeader> headers, Locator? locate, int? wanted, bool isCloser, bool isAtAnyAngle = false)
    {
        var taken = locate?.Usual ?? Window.Whole;
        var sizes = headers.Select(header => (Width: header.UprightWidth * taken.Width, Height: header.UprightHeight * taken.Height)).ToList();
        var areas = sizes.Select(size => size.Width * size.Height).Order().ToList();
        var shapes = sizes.Select(size => size.Width / size.Height).Order().ToList();
        var shape = Math.Clamp(shapes[shapes.Count / 2], 1 / WidestShape, WidestShape);
        var usual = isCloser ? CloserArea : Area;
        var area = wanted ?? Math.Clamp(areas[areas.Count / 2], usual, shape is > Strip or < 1 / Strip ? LargestStrip : isAtAnyAngle ? TurnedArea : usual);
        return new InputRecipe(InputRecipe.CurrentVersion, Side(Math.Sqrt(area * shape)), Side(Math.Sqrt(area / shape))) { Locate = locate };
    }

    private static int Side(double side) => Math.Clamp((int)Math.Round(side / Step), 2, 128) * Step;
}
