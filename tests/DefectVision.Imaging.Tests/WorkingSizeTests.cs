
namespace DefectVision.Imaging.Tests;

/// <summary>Rules: tiles see a photo's own pixels as far as they go; auto takes none where one look keeps half scale, and never more than 24.</summary>
public sealed class WorkingSizeTests
{
    // In steps of 32 px: 384 x 384 is 147,456 px, 448 x 320 is 143,360; a frame of 16 px is added to each side. A strip is seen as it is.
    [Theory]
    [InlineData(300, 300, 384, 384)]
    [InlineData(1024, 1024, 384, 384)]
    [InlineData(640, 480, 448, 320)]
    [InlineData(4000, 3000, 448, 320)]
    [InlineData(4096, 256, 4096, 256)]
    public void One_look_is_of_one_area_whatever_the_photo_has(int width, int height, int seenWidth, int seenHeight)
    {
        var recipe = For(width, height, null, Tiling.None);
        Assert.Equal((seenWidth, seenHeight), (recipe.Width, recipe.Height));
    }

    [Fact]
    public void An_area_that_is_asked_for_is_taken() => Assert.Equal((1024, 768), (For(4000, 3000, 1024 * 768, Tiling.None).Width, For(4000, 3000, 1024 * 768, Tiling.None).Height));

    // What neighbours share comes on top of 400,000 px a look.
    // 640 x 480 is seen as it is; 1,264 x 1,264 at half scale is 399,424 px, 1,280 x 1,280 is 409,600.
    [Theory]
    [InlineData(640, 480, 1, 1)]
    [InlineData(1264, 1264, 1, 1)]
    [InlineData(1280, 1280, 2, 2)]
    [InlineData(4000, 3000, 4, 3)]
    [InlineData(3000, 4000, 3, 4)]
    [InlineData(4096, 256, 1, 1)]
    public void Auto_keeps_half_scale(int width, int height, int columns, int rows)
    {
        var recipe = For(width, height, null, Tiling.Auto);
        recipe.Validate();
        Assert.Equal(columns * rows == 1 ? null : new Tiles(columns, rows, Tiles.UsualOverlap), recipe.Tiles);
        Assert.InRange(recipe.WholeWidth, 0.45 * width, 1.05 * width);
        Assert.True((long)recipe.Width * recipe.Height <= 470_000 || recipe.Tiles is null);
    }

    [Theory]
    [InlineData(12000, 9000)]
    [InlineData(30000, 2000)]
    public void Auto_never_takes_more_than_24(int width, int height) => Assert.InRange(For(width, height, null, Tiling.Auto).TileCount, 12, 24);

    [Fact]
    public void A_number_of_tiles_is_kept_and_the_photo_is_not_blown_up()
    {
        var recipe = For(1600, 1200, null, new Tiling(false, (4, 3)));
        Assert.Equal(new Tiles(4, 3, Tiles.UsualOverlap), recipe.Tiles);
        Assert.InRange(recipe.WholeWidth, 1536, 1664);
        Assert.InRange(recipe.WholeHeight, 1136, 1264);
    }

    [Fact]
    public void Pixels_that_a_person_asks_for_are_those_of_one_tile()
    {
        var recipe = For(4000, 3000, 256 * 256, new Tiling(false, (4, 3)));
        Assert.InRange(recipe.Width * recipe.Height, 65_000, 100_000);
    }

    private static InputRecipe For(int width, int height, int? wanted, Tiling tiling) =>
        WorkingSize.For([new PhotoHeader(PhotoFormat.Jpeg, width, height, 1)], null, wanted, tiling);
}
