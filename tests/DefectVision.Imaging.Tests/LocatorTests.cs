using DefectVision.Imaging.Locating;
using SkiaSharp;

namespace DefectVision.Imaging.Tests;

/// <summary>Rules: what is not like the background is the product, dirt is not; a window is the same part of the photo whichever way the camera was held.</summary>
public sealed class LocatorTests : IDisposable
{
    private static readonly Background Green = new([0, 128, 0], [0.1, 0, 0, 0.1, 0, 0.1], 30);
    private readonly PhotoReader _reader = new(DecodeLimits.Default);

    public void Dispose() => _reader.Dispose();

    [Fact]
    public void The_box_is_that_of_the_product_without_the_dirt_beside_it()
    {
        var picture = Picture(160, 80, (40, 20, 80, 30), (5, 5, 6, 6));
        var box = Foreground.Box(picture, Green)!;
        Assert.Equal((0.25, 0.25, 0.5, 0.375), (box.Left, box.Top, box.Width, box.Height));
    }

    [Fact]
    public void A_piece_of_a_tenth_of_the_largest_belongs_to_the_product() =>
        Assert.Equal(0.5, Foreground.Box(Picture(100, 100, (10, 10, 20, 20), (50, 50, 10, 10)), Green)!.Width);

    [Fact]
    public void Where_all_is_background_no_box_is_found() => Assert.Null(Foreground.Box(Picture(40, 40), Green));

    [Theory]
    [InlineData(0.05, 0.2, true)]
    [InlineData(0.05, 0.09, false)]
    [InlineData(0.4, 0.5, false)]
    public void A_product_of_an_unlikely_size_is_not_taken_and_the_usual_window_is(double smallest, double largest, bool isFound)
    {
        var usual = new Window(0.1, 0.1, 0.5, 0.5);
        var (window, found) = new Locator(usual, Green, smallest, largest).Look(Picture(160, 80, (40, 20, 80, 30)), 2);
        Assert.Equal(isFound, found);
        Assert.Equal(!isFound, window == usual.WithShape(1));
    }

    [Fact]
    public void A_window_keeps_the_shape_of_the_input_and_stays_within_the_photo()
    {
        var window = new Window(0.7, 0.4, 0.3, 0.1).WithMargin(0.1).WithShape(2);
        Assert.True(window.IsInside);
        Assert.Equal(2, window.Width / window.Height, 9);
    }

    // The upper left quarter of the upright flag is green, however it is stored.
    [Theory]
    [InlineData(1, 0, 0)]
    [InlineData(2, 0.5, 0)]
    [InlineData(3, 0.5, 0.5)]
    [InlineData(4, 0, 0.5)]
    [InlineData(5, 0, 0)]
    [InlineData(6, 0.5, 0)]
    [InlineData(7, 0.5, 0.5)]
    [InlineData(8, 0, 0.5)]
    public void A_fixed_window_is_the_same_part_of_the_upright_photo(byte orientation, double left, double top)
    {
        using var flag = Pictures.Flag(640, 320);
        var window = new Window(left, top, 0.5, 0.5);
        var recipe = new InputRecipe(InputRecipe.CurrentVersion, 32, 32) { Locate = new Locator(window, null, 0, 1) };
        var input = new float[recipe.Length];
        var reading = Assert.IsType<PhotoReading.Readable>(_reader.Read(Pictures.WithOrientation(Pictures.Encode(flag, "jpeg"), orientation), recipe, input));
        Assert.Equal((window, true), (reading.Window, reading.IsLocated));
        foreach (var (x, y) in new[] { (4, 4), (28, 4), (4, 28), (28, 28) })
        {
            Assert.True(input[(y * 32) + x] < 0.1 && input[(32 * 32) + (y * 32) + x] > 0.9, $"({x}, {y}) is not green");
        }
    }

    [Theory]
    [InlineData(30)]
    [InlineData(75)]
    [InlineData(92)]
    public void The_quality_that_a_jpeg_was_written_with_is_read_from_its_tables(int quality)
    {
        using var flag = Pictures.Noise(64, 64);
        using var data = flag.Encode(SKEncodedImageFormat.Jpeg, quality);
        Assert.InRange(PhotoReader.ReadHeader(data.ToArray())!.JpegQuality!.Value, quality - 2, quality + 2);
    }

    [Fact]
    public void A_photo_of_another_format_has_no_jpeg_quality()
    {
        using var flag = Pictures.Flag(64, 64);
        Assert.Null(PhotoReader.ReadHeader(Pictures.Encode(flag, "png"))!.JpegQuality);
    }

    [Fact]
    public void A_heat_map_colours_what_reaches_its_beginning_and_nothing_else()
    {
        var picture = Picture(4, 2);
        new HeatMap(1, 4, [0.9f, 1, 2, 9], new Window(0, 0, 1, 0.5), 1, 2).DrawOn(picture);
        Assert.Equal(picture.Bytes[0], picture.Bytes[1]);
        Assert.Equal([255, 214, 0], picture.Bytes[3..6]);
        Assert.Equal([150, 0, 40], picture.Bytes[6..9]);
        Assert.Equal([150, 0, 40], picture.Bytes[9..12]);
        Assert.Equal(picture.Bytes[12], picture.Bytes[13]);
    }

    private static RgbImage Picture(int width, int height, params (int X, int Y, int Width, int Height)[] products)
    {
        var picture = new RgbImage(width, height);
        for (var at = 0; at < width * height; at++)
        {
            var isProduct = products.Any(product => at % width >= product.X && at % width < product.X + product.Width && at / width >= product.Y && at / width < product.Y + product.Height);
            (picture.Bytes[3 * at], picture.Bytes[(3 * at) + 1], picture.Bytes[(3 * at) + 2]) = isProduct ? ((byte)200, (byte)40, (byte)200) : ((byte)0, (byte)128, (byte)0);
        }

        return picture;
    }
}
