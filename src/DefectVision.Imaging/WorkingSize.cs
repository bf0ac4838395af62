using DefectVision.Imaging.Locating;

namespace DefectVision.Imaging;

/// <summary>
/// Chooses the input's width and height: the middle shape of the photos, sides in steps of 32 px, at the area asked for, or else at that which suited most goods: with more, a place
/// of the network sees too little of the product, with fewer, too little of the defect. Small photos gain by being stretched to it (benchmarks).
/// </summary>
public static class WorkingSize
{
    private const int Step = 32;
    private const double WidestShape = 16;
    private const int Area = 384 * 384;

    /// <summary>Of a tile, where a photo is looked at in several: what it has, up to this.</summary>
    private const int LargestTile = 400_000;

    /// <summary>From this shape on a photo is a strip, which is small in one direction already.</summary>
    private const double Strip = 4;

    /// <summary>Of a strip: 4,096 x 256 px are seen as they are.</summary>
    private const int LargestStrip = 4096 * 256;

    /// <summary>The scale at which tiles that nobody counted keep a photo's pixels at least, as far as <see cref="MostTiles"/> allow.</summary>
    private const double KeptScale = 0.5;

    /// <summary>Each of them takes as long as a photo in one look.</summary>
    private const int MostTiles = 24;

    /// <param name="headers">Of photos that could be read; at least one.</param>
    /// <param name="locate">The part of them that is taken; null: all.</param>
    /// <param name="wanted">Pixels of one look, width times height; null: told from the photos.</param>
    /// <param name="tiling">In how many looks.</param>
    public static InputRecipe For(IReadOnlyList<PhotoHeader> headers, Locator? locate, int? wanted, Tiling tiling)
    {
        var taken = locate?.Usual ?? Window.Whole;
        var sizes = headers.Select(header => (Width: header.UprightWidth * taken.Width, Height: header.UprightHeight * taken.Height)).ToList();
        var areas = sizes.Select(size => size.Width * size.Height).Order().ToList();
        var shapes = sizes.Select(size => size.Width / size.Height).Order().ToList();
        var shape = Math.Clamp(shapes[shapes.Count / 2], 1 / WidestShape, WidestShape);
        var own = areas[areas.Count / 2];
        var (columns, rows) = tiling.Fixed ?? (tiling.IsAutomatic ? Tiles(own, shape, wanted) : (1, 1));
        var count = columns * rows;
        var largest = count > 1 ? count * LargestTile : tiling.IsAutomatic ? Math.Max(LargestTile, LargestOf(shape)) : LargestOf(shape);
        var area = wanted * count ?? (int)Math.Clamp(own, Area, largest);
        var recipe = new InputRecipe(InputRecipe.CurrentVersion, Side(Part(Math.Sqrt(area * shape), columns)), Side(Part(Math.Sqrt(area / shape), rows))) { Locate = locate };
        return count == 1 ? recipe : recipe with { Version = InputRecipe.TiledVersion, Tiles = new Tiles(columns, rows, DefectVision.Imaging.Tiles.UsualOverlap) };
    }

    private static int LargestOf(double shape) => shape is > Strip or < 1 / Strip ? LargestStrip : Area;

    private static (int Columns, int Rows) Tiles(double own, double shape, int? wanted)
    {
        if (KeptScale * KeptScale * own <= (wanted ?? LargestTile))
        {
            return (1, 1);
        }

        var side = Math.Sqrt(wanted ?? LargestTile);
        for (var scale = KeptScale; ; scale *= 0.95)
        {
            var (columns, rows) = ((int)Math.Ceiling(scale * Math.Sqrt(own * shape) / side), (int)Math.Ceiling(scale * Math.Sqrt(own / shape) / side));
            if (columns * rows <= MostTiles)
            {
                return (columns, rows);
            }
        }
    }

    private static double Part(double whole, int tiles) => (whole + ((tiles - 1) * DefectVision.Imaging.Tiles.UsualOverlap)) / tiles;

    private static int Side(double side) => Math.Clamp((int)Math.Round(side / Step), 2, 128) * Step;
}
