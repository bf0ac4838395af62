using DefectVision.Imaging;

namespace DefectVision.Inference;

/// <summary>The places of a heat map, which cover the whole of what it was made from: a photo, or one tile of it.</summary>
/// <param name="Rows">Places from top to bottom.</param>
/// <param name="Columns">Places from left to right.</param>
public sealed record HeatMapGrid(int Rows, int Columns)
{
    public int Length => Rows * Columns;

    /// <summary>The grid of a photo whose tiles have this one.</summary>
    /// <returns>Null where tiles do not lap over each other by whole places.</returns>
    internal HeatMapGrid? OfPhoto(InputRecipe recipe) => recipe.Tiles is not { } tiles ? this
        : tiles.Overlap * Rows % recipe.Height != 0 || tiles.Overlap * Columns % recipe.Width != 0 ? null
        : new HeatMapGrid(tiles.Whole(tiles.Rows, recipe.Height) * Rows / recipe.Height, tiles.Whole(tiles.Columns, recipe.Width) * Columns / recipe.Width);

    /// <summary>The maps of a photo's tiles, which have this grid, as one map of the photo; where tiles lap over each other, the higher value.</summary>
    /// <param name="recipe">Says how the tiles lie.</param>
    /// <param name="maps">Of each tile, row by row from the top.</param>
    internal float[] Stitched(InputRecipe recipe, IReadOnlyList<float[]> maps)
    {
        if (recipe.Tiles is not { } tiles)
        {
            return maps[0];
        }

        var photo = OfPhoto(recipe)!;
        int down = (recipe.Height - tiles.Overlap) * Rows / recipe.Height, across = (recipe.Width - tiles.Overlap) * Columns / recipe.Width;
        var whole = new float[photo.Length];
        Array.Fill(whole, float.NegativeInfinity);
        for (var tile = 0; tile < maps.Count; tile++)
        {
            var (row, column) = Math.DivRem(tile, tiles.Columns);
            for (var place = 0; place < Length; place++)
            {
                ref var value = ref whole[(((row * down) + (place / Columns)) * photo.Columns) + (column * across) + (place % Columns)];
                value = Math.Max(value, maps[tile][place]);
            }
        }

        return whole;
    }
}
