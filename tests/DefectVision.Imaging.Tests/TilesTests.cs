namespace DefectVision.Imaging.Tests;

/// <summary>Rules: every tile is the part of the upright photo that its number says; together they cover the window, and neighbours share what they should.</summary>
public sealed class TilesTests : IDisposable
{
    private static readonly InputRecipe Recipe = new(InputRecipe.TiledVersion, 64, 32) { Tiles = new Tiles(3, 2, 8) };
    private readonly PhotoReader _reader = new(DecodeLimits.Default);

    public void Dispose() => _reader.Dispose();

    // 3 x 64 - 2 x 8 and 2 x 32 - 8.
    [Fact]
    public void The_whole_is_all_tiles_less_what_neighbours_share() => Assert.Equal((176, 56), (Recipe.WholeWidth, Recipe.WholeHeight));

    // 176 x 56 px at scale 1: tile 4 begins at 56, 24.
    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    public void A_tile_shows_the_pixels_of_its_place_whichever_way_the_camera_was_held(byte orientation)
    {
        var looks = Read(orientation, out var input);
        Assert.Equal(6, looks.Count);
        Assert.Equal(Whole(orientation, 56, 24), looks[4]);
        Assert.Equal(Whole(orientation, 112, 24), looks[5]);
        Assert.Equal(Recipe.Length, input.Length);
    }

    [Fact]
    public void The_brightness_is_that_of_all_tiles()
    {
        var picture = new RgbImage(176, 56);
        Array.Fill(picture.Bytes, (byte)255);
        Assert.InRange(Assert.IsType<PhotoReading.Readable>(_reader.Read(picture.ToJpeg(100), Recipe, new float[Recipe.Length], _ => { })).Brightness, 0.9999, 1.0001);
    }

    [Fact]
    public void A_photo_that_cannot_be_read_has_no_tiles() =>
        Assert.IsType<PhotoReading.Unreadable>(_reader.Read("no photo"u8, Recipe, new float[Recipe.Length], _ => Assert.Fail("a tile of nothing")));

    [Fact]
    public void A_recipe_with_tiles_is_never_read_in_one_look() =>
        Assert.Throws<ArgumentException>(() => _reader.Read(Photo(1), Recipe, new float[Recipe.Length]));

    [Theory]
    [InlineData(1, 1, 8, false)]
    [InlineData(2, 1, 8, true)]
    [InlineData(8, 8, 8, true)]
    [InlineData(13, 5, 8, false)]
    [InlineData(2, 2, 31, true)]
    [InlineData(2, 2, 32, false)]
    [InlineData(-2, -2, 8, false)]
    public void Tiles_are_2_to_64_and_share_less_than_a_side(int columns, int rows, int overlap, bool holds)
    {
        var fault = Record.Exception((Recipe with { Tiles = new Tiles(columns, rows, overlap) }).Validate);
        Assert.Equal(holds, fault is null);
    }

    // A program of before tiles would take a tile's size for the photo's.
    [Fact]
    public void A_recipe_with_tiles_has_a_version_that_older_programs_refuse()
    {
        Assert.Throws<ArgumentException>((Recipe with { Version = InputRecipe.CurrentVersion }).Validate);
        Assert.Throws<ArgumentException>((Recipe with { Tiles = null }).Validate);
    }

    private List<float[]> Read(byte orientation, out float[] input)
    {
        var looks = new List<float[]>();
        var taken = input = new float[Recipe.Length];
        Assert.IsType<PhotoReading.Readable>(_reader.Read(Photo(orientation), Recipe, taken, _ => looks.Add([.. taken])));
        return looks;
    }

    // Cut by hand from the photo read in one look.
    private float[] Whole(byte orientation, int left, int top)
    {
        var recipe = new InputRecipe(InputRecipe.CurrentVersion, 176, 56);
        var whole = new float[recipe.Length];
        Assert.IsType<PhotoReading.Readable>(_reader.Read(Photo(orientation), recipe, whole));
        return [.. Enumerable.Range(0, Recipe.Length).Select(at => whole[(at / 2048 * 176 * 56) + ((top + (at % 2048 / 64)) * 176) + left + (at % 64)])];
    }

    private static byte[] Photo(byte orientation)
    {
        using var flag = orientation >= 5 ? Pictures.Flag(56, 176) : Pictures.Flag(176, 56);
        return Pictures.WithOrientation(Pictures.Encode(flag, "jpeg"), orientation);
    }
}
